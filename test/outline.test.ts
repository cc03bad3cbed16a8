import { beforeAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../src/python/index/build.ts';
import { OPERANDS } from '../src/python/index/operands.ts';
import { Op } from '../src/python/index/ops.ts';
import { type Outline, outlineOf } from '../src/python/index/outline.ts';
import { packIndex } from '../src/python/index/pack.ts';
import { unpackIndex } from '../src/python/index/unpack.ts';
import { createParser, type Parser } from '../src/python/parser.ts';

let parser: Parser;
beforeAll(async () => {
  parser = await createParser();
});

function indexOf(text: string) {
  return buildIndex('a.py', parser.parse(text), (inner) => parser.parse(inner));
}

function contentOf(body: string): string {
  return JSON.stringify(outlineOf(indexOf(`def f(a, b):\n    ${body}\n`)).units.map(({ content }) => content));
}

test('every operation has operands', () => {
  for (const [name, op] of Object.entries(Op)) expect(OPERANDS[op], name).toHaveLength(3);
});

describe('what says something else looks otherwise', () => {
  test.each([
    ['x = 1', 'x = 2'],
    ['x = 1', 'x = 1.0'],
    ['x = "a"', 'x = b"a"'],
    ['x = a', 'x = b'],
    ['x = a', 'y = a'],
    ['x = y = a', 'x = a'],
    ['x, y = a', '(x, y), z = a'],
    ['x: int = a', 'x: str = a'],
    ['x += a', 'x -= a'],
    ['a.x()', 'a.y()'],
    ['a(b)', 'a(b=b)'],
    ['a(*b)', 'a(**b)'],
    ['a(x=b)', 'a(y=b)'],
    ['a[1]', 'a[1:2]'],
    ['await a', 'a'],
    ['yield a', 'yield from a'],
    ['return a', 'return'],
    ['raise a', 'raise a from b'],
    ['return not a', 'return -a'],
    ['return a and b', 'return a or b'],
    ['return a < b', 'return a > b'],
    ['return a if b else 1', 'return b if a else 1'],
    ['return [x for x in a]', 'return {x for x in a}'],
    ['return [x async for x in a]', 'return [x for x in a]'],
    ['return [x for x in a if b]', 'return [x for x in a]'],
    ['return lambda x: a', 'return lambda y: a'],
    ['return lambda x=a: x', 'return lambda x=b: x'],
    ['for x in a: b()', 'async for x in a: b()'],
    ['with a as x: b()', 'async with a as x: b()'],
    ['with a as x: b()', 'with a: b()'],
    ['while a: b()', 'if a: b()'],
    ['global x', 'nonlocal x'],
    ['import x', 'import y'],
    ['import x as y', 'import x'],
    ['from x import y', 'from .x import y'],
    ['del a', 'del b'],
    ['pass', '...'],
    ['if a: b()\n    else: a()', 'if a:\n        b()\n        a()'],
    ['for x in a: b()\n    else: a()', 'for x in a:\n        b()\n        a()'],
    ['try: a()\n    except b: b()', 'try: a()\n    finally: b()'],
    ['try: a()\n    except b: pass\n    else: b()', 'try: a()\n    except b: pass\n    finally: b()'],
    ['try: a()\n    except b as x: pass', 'try: a()\n    except b as y: pass'],
    ['match a:\n        case [x]: b()', 'match a:\n        case [y]: b()'],
    ['match a:\n        case x if b: b()', 'match a:\n        case x: b()'],
    ['def g(x, /): pass', 'def g(x): pass'],
    ['def g(*, x): pass', 'def g(x): pass'],
    ['def g(x) -> a: pass', 'def g(x) -> b: pass'],
    ['async def g(): pass', 'def g(): pass'],
    ['@a\n    def g(): pass', '@b\n    def g(): pass'],
    ['class C(a): pass', 'class C(b): pass'],
    ['def g[T](): pass', 'def g[S](): pass'],
    ['def g(): pass  # nostall: blocking[network]', 'def g(): pass'],
  ])('%s, %s', (left, right) => {
    expect(contentOf(left)).not.toBe(contentOf(right));
  });
});

describe('what says the same looks the same', () => {
  test.each([
    ['x = 1', 'x  =  1  # one'],
    ['a(b)', '# so\n    a(\n        b,\n    )'],
    ['"""One."""\n    a()', '"""Two\n    lines."""\n    a()'],
    ['x = "a"', "x = 'a'"],
  ])('%s, %s', (left, right) => {
    expect(contentOf(left)).toBe(contentOf(right));
  });
});

const TEXT = `import a
X = 1
class C(a.B):
    size = X
    def m(self):
        self.store = a.make()
    class D:
        async def n(self): ...
if X:
    def f(): ...
def g(x):
    def inner(): return x
    return inner
`;

function shapeOf({ units }: Outline) {
  return units.map(({ key, kind, names }) => [kind, key, [...names]]);
}

test('a file falls into functions, classes and statements, with the names that others may ask for', () => {
  expect(shapeOf(outlineOf(indexOf(TEXT)))).toEqual([
    ['statement', null, ['a']],
    ['statement', null, ['X']],
    ['class', 'C 0', ['C', 'size']],
    ['function', 'C.m 0', ['m', 'store']],
    ['class', 'C.D 0', ['D']],
    ['function', 'C.D.n 0', ['n']],
    ['statement', null, ['f']],
    ['function', 'g 0', ['g']],
  ]);
});

test('a packed index has the same outline', () => {
  const index = indexOf(TEXT);
  expect(outlineOf(unpackIndex('b.py', packIndex(index)))).toEqual(outlineOf(index));
});
