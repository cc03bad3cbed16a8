import { expect, test } from 'vitest';
import { JsonError, parseJson } from '../src/json.ts';

test.each<[string, string, string]>([
  ['nothing', '', 'it ends too early, at line 1, column 1'],
  ['blanks alone', ' \n ', 'it ends too early, at line 2, column 2'],
  ['another text', 'secret: a.py', 'the fault is at line 1, column 1'],
  ['no end', '{"a": [1,\n2', 'it ends too early, at line 2, column 2'],
  ['a comma too many', '[1,\n 2,\n]', 'the fault is at line 3, column 1'],
  ['a comma too few', '{"a": 1\n"b": 2}', 'the fault is at line 2, column 1'],
  ['a key without quotes', '{a: 1}', 'the fault is at line 1, column 2'],
  ['a key that is a number', '{"a": 1, 2: 3}', 'the fault is at line 1, column 10'],
  ['no colon', '{"a" 1}', 'the fault is at line 1, column 6'],
  ['no value', '{"a":}', 'the fault is at line 1, column 6'],
  ['the wrong bracket', '[1}', 'the fault is at line 1, column 3'],
  ['a bracket too many', '[1]]', 'the fault is at line 1, column 4'],
  ['two values', '{} {}', 'the fault is at line 1, column 4'],
  ['an unknown escape', '["a\\x"]', 'the fault is at line 1, column 2'],
  ['a line end in a string', '["a\nb"]', 'the fault is at line 1, column 2'],
  ['a number with a zero in front', '[01]', 'the fault is at line 1, column 2'],
  ['a word of another language', '[True]', 'the fault is at line 1, column 2'],
  ['the marks of a merge', '[\n<<<<<<< HEAD\n1\n]', 'the fault is at line 2, column 1'],
  ['deep nesting', '['.repeat(100_000), 'it ends too early, at line 1, column 100001'],
])('%s is told by its place', (_, text, place) => {
  expect(() => parseJson(text)).toThrow(new JsonError(`not valid JSON: ${place}`));
});

test.each(['{"a": [1, -2.5e+3, true, null, "\\u00e4\\n", {}], "b": []}', ' "x" ', '0'])('%s is read', (text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text));
});
