import { describe, expect, test } from 'vitest';
import { buildIndex } from '../src/python/index/build.ts';
import { parseStated } from '../src/python/index/stated.ts';
import { createParser } from '../src/python/parser.ts';

const parser = await createParser();

describe('reading one comment', () => {
  test.each<[string, [string, string | null] | 'nonblocking' | 'fault' | null, string | null]>([
    ['# nostall: nonblocking -- why', 'nonblocking', 'why'],
    ['#nostall:nonblocking--why', 'nonblocking', 'why'],
    ['# nostall: nonblocking -- one -- two\r', 'nonblocking', 'one -- two'],
    ['# nostall: blocking[network]', ['network', null], null],
    ['# nostall: blocking [ file , bounded ] -- a tape', ['file', 'bounded'], 'a tape'],
    ['# nostall: blocking[cpu, unbounded]', ['cpu', 'unbounded'], null],
    ['# type: ignore  # nostall: blocking[db]', ['db', null], null],
    ['# noqa: D103  # nostall: nonblocking -- why', 'nonblocking', 'why'],
    ['# nostall: nonblocking -- why  # noqa: D103', 'nonblocking', 'why'],
    ['# nostall: nonblocking', 'fault', null],
    ['# nostall: nonblocking --', 'fault', null],
    ['# nostall: nonblocking because', 'fault', null],
    ['# nostall: nonblocking[network] -- why', 'fault', null],
    ['# nostall: blocking', 'fault', null],
    ['# nostall: blocking[]', 'fault', null],
    ['# nostall: blocking[netwrok]', 'fault', null],
    ['# nostall: blocking[network, huge]', 'fault', null],
    ['# nostall: blocking[network,]', 'fault', null],
    ['# nostall: blocking[file, micro, bounded]', 'fault', null],
    ['# nostall: blocking[file] because', 'fault', null],
    ['# nostall: ignore', null, null],
    ['# nostall: off', null, null],
    ['# what is nonblocking', null, null],
    ['# see # nostall: blocking calls', null, null],
  ])('%j', (text, wanted, reason) => {
    const read = parseStated(text);
    if (wanted === null) expect(read).toBeNull();
    else if (wanted === 'fault') expect(read).toEqual({ fault: expect.stringMatching(/^[^\n]+$/) });
    else if (wanted === 'nonblocking') expect(read).toEqual({ effect: null, reason });
    else expect(read).toEqual({ effect: { kind: wanted[0], cost: wanted[1] }, reason });
  });
});

/** `@` marks where the comment goes, in turn; NUL stands for the `@` of Python. */
describe('a comment speaks for the function f', () => {
  test.each<[string, string]>([
    ['on the line of its def', 'def f():@\n    pass\n'],
    ['with the body on the line', 'def f(): pass@\n'],
    ['above', '@\ndef f():\n    pass\n'],
    ['above, with comments between', '@\n# why\n# why not\ndef f():\n    pass\n'],
    ['above decorators, at them and below', '@\n\0a@\n@\n\0b(\n    1,@\n)@\n@\ndef f():@\n    pass\n'],
    ['on every line of a header', 'def f(@\n    x,@\n    @\n    y=1,@\n) -> int:@\n    pass\n'],
    ['of a class', 'class C:\n    @\n    def f(self):@\n        pass\n'],
    ['in a function', 'def g():\n    @\n    def f():@\n        pass\n'],
    ['under an if', 'if x:\n    @\n    async def f():@\n        pass\n'],
    ['after another', 'def g():\n    pass\n@\ndef f():\n    pass\n'],
  ])('%s', (_, snippet) => {
    const places = snippet.split('@').length - 1;
    for (let i = 0; i < places; i++) {
      for (const text of [withComment(snippet, i), withComment(snippet, i).replaceAll('\n', '\r\n')]) {
        const { functions, suppressions } = indexOf(text);
        expect(
          functions.filter(({ stated }) => stated !== null).map(({ name }) => name),
          text,
        ).toEqual(['f']);
        expect(suppressions).toEqual([]);
      }
    }
  });
});

describe('a comment speaks for no function', () => {
  test.each<[string, string]>([
    ['in the body', 'def f():\n    @\n    pass\n'],
    ['at the end of the body', 'def f():\n    pass@\n'],
    ['below', 'def f():\n    pass\n@\n'],
    ['on another statement', 'x = 1@\ndef f():\n    pass\n'],
    ['above, with a blank line between', '@\n\ndef f():\n    pass\n'],
    ['above another statement', '@\nx = 1\ndef f():\n    pass\n'],
    ['above a class', '@\nclass C:\n    def f(self):\n        pass\n'],
    ['on a lambda', 'f = lambda: 1@\n'],
    ['on a call', 'f()@\n'],
  ])('%s', (_, snippet) => {
    const { functions, suppressions } = indexOf(withComment(snippet, 0));
    expect(functions.map(({ stated }) => stated)).toEqual(functions.map(() => null));
    expect(suppressions.map(({ kind, fault }) => [kind, fault])).toEqual([['nostall', expect.any(String)]]);
  });

  test('from inside a string', () => {
    const { functions, suppressions } = indexOf('def f():\n    """\n    # nostall: nonblocking -- why\n    """\n');
    expect([functions.map(({ stated }) => stated), suppressions]).toEqual([[null], []]);
  });
});

test("it does not keep ruff's own comment on the line from counting", () => {
  const { functions, suppressions } = indexOf('def f():  # noqa: ASYNC210  # nostall: nonblocking -- why\n    pass\n');
  expect(functions.map(({ stated }) => stated?.reason)).toEqual(['why']);
  expect(suppressions.map(({ kind, rules }) => [kind, rules])).toEqual([['noqa', ['ASYNC210']]]);
});

function indexOf(text: string) {
  return buildIndex('a.py', parser.parse(text), (inner) => parser.parse(inner));
}

function withComment(snippet: string, position: number): string {
  let at = 0;
  const comment = '# nostall: nonblocking -- why';
  const text = snippet.replaceAll('@', () => (at++ === position ? `  ${comment}` : ''));
  return text.replaceAll('\0', '@');
}
