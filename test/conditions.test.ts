import { describe, expect, test } from 'vitest';
import { bindArguments } from '../src/project/arguments.ts';
import { holds, parametersOf, parseCondition } from '../src/project/conditions.ts';
import { makeModule } from '../src/project/module.ts';
import { Project } from '../src/project/project.ts';
import { buildIndex } from '../src/python/index/build.ts';
import { createParser } from '../src/python/parser.ts';

const parser = await createParser();
const project = new Project({ models: () => null, target: [3, 12] });

describe('reading', () => {
  test.each([
    ['a given', 'a given'],
    ['a absent', 'a absent'],
    ['a literal', 'a literal'],
    ['a=1', 'a=1'],
    ['a = 1', 'a=1'],
    ['a=-0.50', 'a=-0.5'],
    ['a=1.0', 'a=1'],
    ['a=None', 'a=None'],
    ['a=True and b=False', 'a=True and b=False'],
    ["a='x'", 'a="x"'],
    ['a="x y"', 'a="x y"'],
    ['a=""', 'a=""'],
    ['a="x" or b given', 'a="x" or b given'],
    ['a given and b given or c absent and d=1', 'a given and b given or c absent and d=1'],
    ['  a   given   or\tb  absent ', 'a given or b absent'],
    ['order given and android absent', 'order given and android absent'],
    ['a="black and white" or b="this or that"', 'a="black and white" or b="this or that"'],
    ['_a1 given', '_a1 given'],
  ])('%j', (text, wanted) => {
    expect(written(text)).toBe(wanted);
  });

  test.each([
    [''],
    ['a'],
    ['given'],
    ['a is given'],
    ['a given b given'],
    ['a=b'],
    ['a=[]'],
    ['a="x'],
    ['a="x" "y"'],
    ['a=1e3x'],
    ['a=1='],
    ['a=='],
    ['a!=1'],
    ['a<1'],
    ['not a given'],
    ['(a given)'],
    ['a given and'],
    ['or a given'],
    ['a given or or b given'],
    ['a.b given'],
    ['a given, b given'],
  ])('%j is refused by one sentence that quotes it', (text) => {
    const refused = parseCondition(text);
    expect(refused).toBeTypeOf('string');
    expect(refused).toMatch(/^`[^\n]*` is (none of|not a literal)/);
  });

  test('its parameters', () => {
    expect(parametersOf(parseCondition('a given and b=1 or a absent') as never)).toEqual(['a', 'b', 'a']);
  });
});

const YES = true;
const NO = false;
const UNDECIDED = null;

/** Signature, condition, arguments of the call. */
describe.each<[string, [string, string, string, boolean | null][]]>([
  [
    'given, absent',
    [
      ['a, b=None', 'b given', 'x', NO],
      ['a, b=None', 'b given', 'x, y', YES],
      ['a, b=None', 'b given', 'x, b=y', YES],
      ['a, b=None', 'b given', 'x, None', YES],
      ['a, b=None', 'b absent', 'x', YES],
      ['a, b=None', 'b absent', 'x, b=None', NO],
      ['a, *, b=None', 'b given', 'x, y', NO],
      ['a, /, b=None', 'b given', 'x, y', YES],
      ['a, /', 'a given', 'x', YES],
      ['*args, b=None', 'b given', 'x, y, z', NO],
    ],
  ],
  [
    'literal',
    [
      ['a', 'a literal', '"x"', YES],
      ['a', 'a literal', '-1', YES],
      ['a', 'a literal', 'None', YES],
      ['a', 'a literal', 'ONE', YES],
      ['a', 'a literal', 'x', NO],
      ['a', 'a literal', 'f"{x}"', NO],
      ['a', 'a literal', '"x" + y', NO],
      ['a="x"', 'a literal', '', NO],
    ],
  ],
  [
    'equals a flag',
    [
      ['a=True', 'a=False', '', NO],
      ['a=True', 'a=True', '', YES],
      ['a=True', 'a=False', 'False', YES],
      ['a=True', 'a=False', 'a=False', YES],
      ['a=True', 'a=False', 'a=True', NO],
      ['a=True', 'a=False', 'x', UNDECIDED],
      ['a=True', 'a=True', 'not x', UNDECIDED],
      ['a=True', 'a=False', 'OFF', YES],
      ['a=True', 'a=False', 'LAST', YES],
      ['a=True', 'a=False', 'TWICE', UNDECIDED],
      ['a=True', 'a=False', 'm.OFF', UNDECIDED],
      ['a: bool', 'a=False', '', UNDECIDED],
      ['a=...', 'a=False', '', NO],
      ['a=None', 'a=None', '', YES],
      ['a=None', 'a=None', 'x', UNDECIDED],
      ['a=None', 'a=None', '1', NO],
      ['a=True', 'a=None', 'False', NO],
    ],
  ],
  [
    'equals a number',
    [
      ['a', 'a=0', '0', YES],
      ['a', 'a=0', '0.0', YES],
      ['a', 'a=0', '-0', YES],
      ['a', 'a=0', '0x0', YES],
      ['a', 'a=1000', '1_000', YES],
      ['a', 'a=0', '0.1', NO],
      ['a', 'a=-1', '-1', YES],
      ['a', 'a=-1', '1', NO],
      ['a', 'a=0', 'ZERO', YES],
      ['a', 'a=0', 'ONE', NO],
      ['a', 'a=0', 'x', NO],
      ['a', 'a=0', 'x + 1', NO],
      ['a', 'a=0', 'x()', NO],
      ['a=0', 'a=0', '', YES],
      ['a=0', 'a=0', 'None', NO],
      ['a=0', 'a=0', '""', NO],
    ],
  ],
  [
    'equals a text',
    [
      ['a', 'a="r"', '"r"', YES],
      ['a', 'a="r"', "'r'", YES],
      ['a', 'a="r"', '"""r"""', YES],
      ['a', 'a="r"', '"w"', NO],
      ['a', 'a="r"', 'b"r"', UNDECIDED],
      ['a', 'a="r"', 'x', UNDECIDED],
      ['a', 'a="r"', 'NAME', YES],
      ['a="r"', 'a="r"', '', YES],
      ['a', 'a=""', '""', YES],
      ['a', 'a="1"', '1', NO],
      ['a', 'a="1"', 'x', UNDECIDED],
    ],
  ],
  [
    'and, or',
    [
      ['a, b=1', 'a=True and b=1', 'True', YES],
      ['a, b=1', 'a=True and b=2', 'x', NO],
      ['a, b=1', 'a=True and b=1', 'x', UNDECIDED],
      ['a, b=1', 'a=True and b=1', 'False', NO],
      ['a, b=1', 'a=True or b=1', 'x', YES],
      ['a, b=1', 'a=True or b=2', 'x', UNDECIDED],
      ['a, b=1', 'a=True or b=2', 'False', NO],
      ['a, b=1, c=2', 'a=True and b=2 or c=2', 'x', YES],
      ['a, b=1, c=2', 'c=3 or a=True and b=1', 'True', YES],
      ['a, b=1, c=2', 'c=3 or a=True and b=1', 'x', UNDECIDED],
    ],
  ],
  [
    'what stars hide',
    [
      ['a=True, b=1', 'a=False', '*x', UNDECIDED],
      ['a=True, b=1', 'a=False', '**x', UNDECIDED],
      ['a=True, b=1', 'a given', '**x', UNDECIDED],
      ['a=True, b=1', 'a absent', '*x', UNDECIDED],
      ['a=True, b=1', 'a=False', 'False, **x', YES],
      ['a=True, b=1', 'a=False', 'a=False, **x', YES],
      ['a=True, b=1', 'b given', 'True, *x', UNDECIDED],
      ['a=True, b=1', 'b=2', '*x, b=2', YES],
      ['a, b=None', 'b=True', '*x, True', UNDECIDED],
    ],
  ],
])('%s', (_, rows) => {
  test.each(rows)('f(%s) when %s, called with (%s): %s', (signature, condition, args, wanted) => {
    expect(decided(signature, condition, args)).toBe(wanted);
  });
});

/** The condition in one spelling. */
function written(text: string): string {
  const condition = parseCondition(text);
  if (typeof condition === 'string') throw new Error(condition);
  const alternatives = condition.map((all) => {
    return all.map(({ parameter, test, literal }) =>
      test === 'equals' ? `${parameter}=${literal}` : `${parameter} ${test}`,
    );
  });
  return alternatives.map((all) => all.join(' and ')).join(' or ');
}

function decided(signature: string, condition: string, args: string): boolean | null {
  const stub = module('stub', `def f(${signature}): ...\n`, true);
  const own = module(
    'own',
    `ZERO = 0\nONE = 1\nOFF = False\nNAME = "r"\nLAST = True\nLAST = False\nTWICE = True\nif LAST: TWICE = False\ndef g(x, y, z, m): f(${args})\n`,
  );
  const site = own.functions[0]!.info.sites.find((node) => textAt(own, node) === `f(${args})`)!;
  const fn = stub.functions[0]!;
  const parsed = parseCondition(condition);
  if (typeof parsed === 'string') throw new Error(parsed);
  return holds(project, parsed, fn, own, bindArguments(own, site, fn, null));
}

type OwnModule = ReturnType<typeof module>;

function module(name: string, text: string, stub = false) {
  const index = buildIndex(`${name}.py`, parser.parse(text), (inner) => parser.parse(inner));
  if (index.faults.length > 0) throw new Error(text);
  return { ...makeModule(name, index, { stub, isPackage: false }), text };
}

function textAt({ index, text }: OwnModule, node: number): string {
  return text.slice(index.start[node], index.end[node]);
}
