import { describe, expect, test } from 'vitest';
import { readText } from '../src/files.ts';
import { definitionsOfName } from '../src/project/lookup.ts';
import { makeModule } from '../src/project/module.ts';
import { Project } from '../src/project/project.ts';
import { buildIndex } from '../src/python/index/build.ts';
import type { ModuleIndex } from '../src/python/index/module-index.ts';
import { Op } from '../src/python/index/ops.ts';
import { createParser } from '../src/python/parser.ts';
import { LineTable } from '../src/python/positions.ts';
import { ruleInfos } from '../src/rule-info.ts';
import { listFixtures } from './support/fixture.ts';
import { described, dumpIndex, type FunctionDump, type IndexDump, nameOf, readsOf } from './support/index-dump.ts';

const parser = await createParser();

test('the dump of a small file', () => {
  const text = `from a.b import c as d
class C(d, metaclass=M):
    z = 1
    @property
    async def f(self, p: 'd', /, q=1, *r, s: int = 2, **t) -> None:
        self.g = await d(p)
        return [u for u in r]  # nostall: ignore[x] -- why
`;
  expect(dump(text)).toEqual({
    imports: ['from a.b import c as d in module'],
    scopes: [
      { scope: 'module', parent: null, names: { d: 'import', C: 'class' }, elsewhere: {} },
      { scope: 'class C', parent: 'module', names: { z: 'assign', f: 'function' }, elsewhere: {} },
      {
        scope: 'function C.f',
        parent: 'class C',
        names: { self: 'parameter', p: 'parameter', q: 'parameter', r: 'parameter', s: 'parameter', t: 'parameter' },
        elsewhere: {},
      },
      { scope: 'comprehension', parent: 'function C.f', names: { u: 'for' }, elsewhere: {} },
    ],
    functions: [
      {
        function: 'async def C.f',
        parameters: [
          'positional self',
          "positional p: 'd'",
          'normal q = 1',
          'star r',
          'keyword s: int = 2',
          'double-star t',
        ],
        typeParameters: [],
        returns: 'None',
        decorators: ['property'],
        yields: false,
        results: ['[u for u in r]'],
        yielded: [],
        sites: ['attr self.g@6', 'await await d(p)@6', 'call d(p)@6', 'compfor for u in r@7'],
        broken: false,
      },
    ],
    classes: [
      {
        class: 'C',
        bases: ['d', 'metaclass=M'],
        decorators: [],
        typeParameters: [],
        attributes: { g: ['assign = await d(p)'] },
      },
    ],
    uses: [
      'd@2 <- 1',
      'M@2 <- ?',
      'property@4 <- ?',
      'd@5 <- ?',
      'int@5 <- ?',
      'self@6 <- 4',
      'd@6 <- ?',
      'p@6 <- 4',
      'u@7 <- ?',
      'r@7 <- 4',
    ],
    suppressions: ['nostall 7-7 [x] -- why'],
    faults: [],
  });
});

describe('imports', () => {
  test.each([
    ['plain', 'import a', ['import a as a in module']],
    ['dotted binds the first part', 'import a.b.c', ['import a as a in module']],
    ['alias binds the whole', 'import a.b.c as d', ['import a.b.c as d in module']],
    [
      'several',
      'import a, b.c as d, e.f',
      ['import a as a in module', 'import b.c as d in module', 'import e as e in module'],
    ],
    ['from', 'from a.b import c', ['from a.b import c as c in module']],
    [
      'from with alias',
      'from a import b as c, d',
      ['from a import b as c in module', 'from a import d as d in module'],
    ],
    [
      'in parentheses',
      'from a import (\n    b,  # why\n    c as d,\n)',
      ['from a import b as b in module', 'from a import c as d in module'],
    ],
    ['relative', 'from . import a', ['from . import a as a in module']],
    ['relative with a module', 'from .a.b import c', ['from .a.b import c as c in module']],
    ['two levels', 'from .. import a', ['from .. import a as a in module']],
    ['three levels with a module', 'from ...a import b', ['from ...a import b as b in module']],
    ['four dots', 'from .... import a', ['from .... import a as a in module']],
    ['dots apart', 'from . . a import b', ['from ..a import b as b in module']],
    [
      'blanks around dots',
      'import a . b as c\nfrom d . e import f',
      ['import a.b as c in module', 'from d.e import f as f in module'],
    ],
    ['over two lines', 'from a \\\n  import b', ['from a import b as b in module']],
    ['star', 'from a.b import *', ['from a.b import * in module']],
    ['relative star', 'from ..a import *', ['from ..a import * in module']],
    ['of the future', 'from __future__ import annotations\nimport a', ['import a as a in module']],
    [
      'local',
      'def f():\n    import a.b\n    from .c import d',
      ['import a as a in function f', 'from .c import d as d in function f'],
    ],
    ['in a class body', 'class C:\n    from a import b', ['from a import b as b in class C']],
    [
      'with a fallback',
      'try:\n    import a as x\nexcept ImportError:\n    from b import x',
      ['import a as x in module', 'from b import x as x in module'],
    ],
    ['under a test', 'if TYPE_CHECKING:\n    from a import b\nelse:\n    b = None', ['from a import b as b in module']],
    ['of a global name', 'def f():\n    global a\n    import a', ['import a as a in module']],
    [
      'behind a semicolon',
      'x = 1; import a; from b import c',
      ['import a as a in module', 'from b import c as c in module'],
    ],
  ])('%s', (_, text, imports) => {
    expect(dump(text).imports).toEqual(imports);
  });
});

describe('what binds', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'assignments',
      'a = b = 1\nc: int = 2\nd: int\ne += 1',
      { a: 'assign', b: 'assign', c: 'assign', d: 'declare', e: 'augmented' },
    ],
    ['unpacking', 'a, (b, *c), [d] = x', { a: 'assign[0]', b: 'assign[1.0]', c: 'assign[1.-2]', d: 'assign[2.0]' }],
    ['a starred target in front', '*a, b = x', { a: 'assign[-1]', b: 'assign[1]' }],
    ['not attributes and items', 'a.b = 1\nc[0] = 2\na.d += 1\ndel a.e', {}],
    ['for', 'for a in x: pass\nfor b, (c, *d) in x: pass', { a: 'for', b: 'for[0]', c: 'for[1.0]', d: 'for[1.-2]' }],
    [
      'with',
      'with x as a, y as (b, c): pass\nwith (x as d, y): pass',
      { a: 'with', b: 'with[0]', c: 'with[1]', d: 'with' },
    ],
    ['except', 'try: pass\nexcept E as a: pass\nexcept (E, F) as b: pass', { a: 'except', b: 'except' }],
    ['except*', 'try: pass\nexcept* E as a: pass', { a: 'except' }],
    ['definitions', 'def f(): pass\nclass C: pass\nasync def g(): pass', { f: 'function', C: 'class', g: 'function' }],
    ['del', 'a = 1\ndel a, (b, c)', { a: 'assign delete', b: 'delete', c: 'delete' }],
    ['walrus', 'if (a := 1) and f(b := 2): pass', { a: 'assign', b: 'assign' }],
    ['walrus in a comprehension', 'x = [b := a for a in y if (c := a)]', { b: 'assign', c: 'assign', x: 'assign' }],
    [
      'walrus in a comprehension of a comprehension',
      'x = [[b := a for a in c] for c in y]',
      { b: 'assign', x: 'assign' },
    ],
    ['captures', 'match x:\n    case a: pass', { a: 'capture' }],
    [
      'captures of sequences',
      'match x:\n    case [a, (b, *c), _, *_]: pass',
      { a: 'capture', b: 'capture', c: 'capture' },
    ],
    [
      'captures of mappings',
      'match x:\n    case {"k": a, K.v: b, **c}: pass',
      { a: 'capture', b: 'capture', c: 'capture' },
    ],
    ['captures of classes', 'match x:\n    case C(a, d.D(b), e=c): pass', { a: 'capture', b: 'capture', c: 'capture' }],
    [
      'captures by as',
      'match x:\n    case (1 | 2) as a: pass\n    case C() as b: pass',
      { a: 'capture', b: 'capture' },
    ],
    ['no captures', 'match x:\n    case a.b | 1 | "c" | None | -1: pass\n    case _: pass', {}],
    ['type aliases', 'type a = int\ntype b[T] = list[T]', { a: 'assign', b: 'assign' }],
    [
      'match, case, type as names',
      'match = 1\ncase = 2\ntype = 3',
      { match: 'assign', case: 'assign', type: 'assign' },
    ],
    ['letters of any script', 'größe = 1\n名 = 2', { größe: 'assign', 名: 'assign' }],
  ])('%s', (_, text, names) => {
    expect(sorted(dump(text).scopes[0]!.names)).toEqual(sorted(names));
  });

  test('async forms are told apart', () => {
    const text = 'async def f():\n  async for a in x: pass\n  async with y as b: pass\n  [c async for c in x]\n';
    const [, own, comprehension] = dump(text).scopes;
    expect(own!.names).toEqual({ a: 'async-for', b: 'async-with' });
    expect(comprehension!.names).toEqual({ c: 'async-for' });
  });

  test('a comprehension and a generator expression have scopes of their own, one for all their clauses', () => {
    const scopes = dump('[a for b in c for a in b]\n{d: e for d, e in c}\nf(g for g in c)\n').scopes;
    expect(scopes.slice(1).map(({ names }) => names)).toEqual([
      { b: 'for', a: 'for' },
      { d: 'for[0]', e: 'for[1]' },
      { g: 'for' },
    ]);
  });

  test.each<[string, string, Record<string, string>, Record<string, string>]>([
    ['global', 'def f():\n  global a\n  a = 1\n  b = 1', { f: 'function', a: 'assign' }, { b: 'assign' }],
    ['global of a definition', 'def f():\n  global g\n  def g(): pass', { f: 'function', g: 'function' }, {}],
    ['global of a loop variable', 'def f():\n  global a\n  for a in x: pass', { f: 'function', a: 'for' }, {}],
    ['walrus of a global name', 'def f():\n  global a\n  [a := b for b in x]', { f: 'function', a: 'assign' }, {}],
  ])('%s', (_, text, module, own) => {
    const { scopes } = dump(text);
    expect([scopes[0]!.names, scopes[1]!.names]).toEqual([module, own]);
  });

  test.each<[string, string, string]>([
    ['nearest', 'def f():\n  a = 1\n  def g():\n    def h():\n      nonlocal a\n      a = 2', 'function f'],
    ['bound below', 'def f():\n  def g():\n    nonlocal a\n    a = 2\n  a = 1', 'function f'],
    [
      'past a function that does not bind it',
      'def f(a):\n  def g():\n    b = 1\n    def h():\n      nonlocal a\n      a = 2',
      'function f',
    ],
    [
      'past a class',
      'def f():\n  a = 1\n  class C:\n    a = 2\n    def g(self):\n      nonlocal a\n      a = 3',
      'function f',
    ],
  ])('nonlocal, %s', (_, text, owner) => {
    const declared = dump(text).scopes.flatMap(({ elsewhere }) => Object.entries(elsewhere));
    expect(declared).toEqual([['a', owner]]);
  });
});

/** `# x: 1, 2`: lines of the definitions that the reads of `x` on the line may mean; `none` for a name of no scope. */
describe('which definition a read means', () => {
  test.each(
    snippets(`
## a class body is not seen from its methods
x = 1
class C:
    x = 2
    x  # x: 3
    def f(self):
        return x  # x: 1
    y = x  # x: 3

## nor from a lambda in it
x = 1
class C:
    x = 2
    y = lambda: x  # x: 1

## nor from a comprehension in it, except the first iterable
x = 1
class C:
    x = 2
    a = [x for y in z]  # x: 1
    b = [y for y in x]  # x: 3
    c = [y for z in w for y in x]  # x: 1
    d = (x for y in z)  # x: 1

## nor from a class in it
x = 1
class C:
    x = 2
    class D:
        x  # x: 1

## a default and a decorator in a class body see it
x = 1
class C:
    x = 2
    @f(x)  # x: 3
    def g(self, a=x): pass  # x: 3

## an annotation in a class body sees it
class C:
    class x: pass
    def f(self, a: x) -> 'x': pass  # x: 2

## a class in a function sees the function
def f():
    x = 1
    class C:
        y = x  # x: 2
        def g(self):
            return x  # x: 2

## a base class is looked up outside
class x: pass
class C(x):  # x: 1
    x = 2

## a nested function sees every definition of the outer one
def f():
    x = 1
    def g():
        return x  # x: 2, 5
    x = 2

## a parameter hides the outer name
x = 1
def f(x):
    return lambda: x  # x: 2

## a name that is assigned below is local all through
x = 1
def f():
    x  # x: 4
    x = 2

## a comprehension hides the outer name
x = 1
y = [x for x in z]  # x: 2
x  # x: 1

## a comprehension sees the one around it
[[x for y in x] for x in z]  # x: 1

## global reads the module
x = 1
def f():
    x = 2
    def g():
        global x
        return x  # x: 1

## global in a function, read in a comprehension there
x = 1
def f():
    x = 2
    def g():
        global x
        return [x for y in z]  # x: 1

## nonlocal
x = 1
def f():
    x = 2
    def g():
        nonlocal x
        x = 3
    return lambda: x  # x: 3, 6

## del in a module, read in a function
x = 1
del x
def f():
    return x  # x: 1, 2

## walrus in a comprehension binds outside
def f():
    [x := y for y in z]
    return lambda: x  # x: 2

## captures
def f(y):
    match y:
        case [x]:
            return lambda: x  # x: 3

## the name of a handler
def f():
    try: pass
    except E as x:
        x  # x: 3

## targets of with and for, also starred
def f():
    with a as (*x, b): pass
    x  # x: 2
    for b, *x in c: pass
    x  # x: 2, 4

## no one binds it
def f():
    return x  # x: none
`),
  )('$name', ({ text, wanted }) => {
    const index = build(text);
    expect(index.faults).toEqual([]);
    const lines = new LineTable(text);
    const mod = makeModule('m', index, { stub: false, isPackage: false });
    const project = new Project({ models: () => null, target: [3, 12] });
    const found = new Map<number, Set<string>>();
    for (const node of readsOf(index)) {
      const line = lines.lineOf(index.start[node]!);
      if (nameOf(index, node) !== 'x' || !lines.lineText(line).includes('# x: ')) continue;
      const definitions = definitionsOfName(project, mod, node)?.definitions;
      const shown = definitions === undefined ? 'none' : described(index, lines, definitions);
      found.set(line, (found.get(line) ?? new Set()).add(shown));
    }
    expect([...found].map(([line, shown]) => `${line}: ${[...shown].join('; ')}`)).toEqual(wanted);
  });
});

describe('functions', () => {
  test.each<[string, string, string[]]>([
    ['plain and async', 'def f(): pass\nasync def g(): pass', ['def f', 'async def g']],
    [
      'methods',
      'class C:\n  def f(self): pass\n  class D:\n    async def g(self): pass',
      ['def C.f', 'async def C.D.g'],
    ],
    [
      'in functions',
      'def f():\n  def g():\n    lambda: 1',
      ['def f', 'def f.<locals>.g', 'lambda f.<locals>.g.<locals>.<lambda>'],
    ],
    ['in methods', 'class C:\n  def f(self):\n    def g(): pass', ['def C.f', 'def C.f.<locals>.g']],
    ['in classes in functions', 'def f():\n  class C:\n    def g(self): pass', ['def f', 'def f.<locals>.C.g']],
    ['under a test in a class', 'class C:\n  if x:\n    def f(self): pass', ['def C.f']],
    ['lambda in a class body', 'class C:\n  f = lambda self: 1', ['lambda C.<lambda>']],
    ['generator expressions', 'def f(): sum(x for x in y)', ['def f', 'generator f.<locals>.<genexpr>']],
    ['of a global name', 'def f():\n  global g\n  def g(): pass', ['def f', 'def g']],
  ])('qualified names: %s', (_, text, names) => {
    expect(dump(text).functions.map((one) => one.function)).toEqual(names);
  });

  test.each<[string, string, string[]]>([
    ['none', '', []],
    ['plain', 'a, b', ['normal a', 'normal b']],
    ['defaults and annotations', 'a=1, b: int = 2, c: str', ['normal a = 1', 'normal b: int = 2', 'normal c: str']],
    ['positional only', 'a, b=1, /, c', ['positional a', 'positional b = 1', 'normal c']],
    ['keyword only', 'a, *, b, c=1', ['normal a', 'keyword b', 'keyword c = 1']],
    ['behind a star', '*args: int, a, **kwargs: str', ['star args: int', 'keyword a', 'double-star kwargs: str']],
    ['everything', 'a, /, b, *c, d, **e', ['positional a', 'normal b', 'star c', 'keyword d', 'double-star e']],
    ['over lines with comments', '\n  a,  # why\n  # what\n  b=1,\n', ['normal a', 'normal b = 1']],
  ])('parameters: %s', (_, parameters, wanted) => {
    expect(first(`def f(${parameters}): pass`).parameters).toEqual(wanted);
  });

  test('parameters of a lambda', () => {
    expect(first('lambda a, /, b=1, *c, d=2, **e: a').parameters).toEqual([
      'positional a',
      'normal b = 1',
      'star c',
      'keyword d = 2',
      'double-star e',
    ]);
  });

  test.each<[string, string, Partial<FunctionDump>]>([
    ['decorators, outermost first', '@a.b\n@c(1)\n@(d)\ndef f(): pass', { decorators: ['a.b', 'c(1)', 'd'] }],
    ['type parameters', 'def f[T: int, *U, **P, V = str](): pass', { typeParameters: ['T', 'U', 'P', 'V'] }],
    [
      'returns',
      'def f() -> list[int]:\n  return 1\n  return\n  return a, b',
      { returns: 'list[int]', results: ['1', 'a, b'] },
    ],
    ['yield', 'def f():\n  yield 1\n  yield\n  x = yield 2', { yields: true, yielded: ['1', '2'] }],
    ['yield from', 'def f():\n  yield from x', { yields: true, yielded: [] }],
    ['a yield of an inner function', 'def f():\n  def g(): yield 1\n  lambda: (yield)', { yields: false }],
    ['results of an inner function', 'def f():\n  def g(): return 1\n  return 2', { results: ['2'] }],
    ['lambda', 'lambda: a(b)', { results: ['a(b)'], sites: ['call a(b)@1'] }],
    ['text that fits nowhere', 'def f():\n  a b c\ndef g(): pass', { broken: true }],
  ])('%s', (_, text, wanted) => {
    expect(first(text)).toMatchObject(wanted);
  });

  test.each<[string, string, string[]]>([
    ['calls, innermost first', 'a(b(c()))', ['call c()', 'call b(c())', 'call a(b(c()))']],
    ['attributes and items', 'a.b[c]', ['attr a.b', 'subscript a.b[c]']],
    ['awaits', 'await a.b()', ['attr a.b', 'call a.b()', 'await await a.b()']],
    ['operators', 'a + b < c', ['binary a + b', 'compare a + b < c']],
    ['with', 'with a as b, c: pass', ['withitem a as b', 'withitem c']],
    ['loops', 'for a in b: c()', ['for for a in b: c()', 'call c()']],
    ['unpacking', 'a, b = c', ['assign a, b = c']],
    ['f-strings', 'f"{a()!r:{b()}} {c()}"', ['call a()', 'call b()', 'call c()']],
    ['nothing in annotations', 'a: b.c[d()] = e()', ['call e()']],
    ['nothing in inner functions', 'def g(): a()', []],
    [
      'defaults and decorators of inner functions',
      '@a()\n  def g(b=c()): d()',
      ['call a()', 'function @a()', 'call c()'],
    ],
    ['storing to an attribute, which may run a setter', 'a.b = c', ['attr a.b']],
    ['storing below an attribute', 'a.b.c = d', ['attr a.b', 'attr a.b.c']],
  ])('sites: %s', (_, body, wanted) => {
    expect(
      first(`async def f():\n  ${body}\n`)
        .sites.map((site) => site.replace(/@\d+$/, ''))
        .sort(),
    ).toEqual(wanted.sort());
  });

  test('calls of the module and of class bodies belong to no function', () => {
    const text = 'a()\nclass C:\n  b = c()\n  def d(self): e()\n@f()\ndef g(h=i()): pass\n';
    const index = build(text);
    const calls = index.topCalls.map((node) => text.slice(index.start[node], index.end[node]));
    expect(calls).toEqual(['a()', 'c()', 'f()', 'i()']);
    expect(index.topCalls.every((node) => index.owner[node] === -1)).toBe(true);
  });

  test('whether a file has async functions', () => {
    const has = (text: string) => build(text).hasAsync;
    expect([has('def f(): pass'), has('class C:\n  async def f(self): pass'), has('"async def f(): pass"')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('classes', () => {
  test('attributes come from every method, through the name of its first parameter', () => {
    const text = `class C:
    def __init__(self, a: A):
        self.a = a
        self.b: B = a
        self.c, (self.d, *self.e) = a
        self.f.g = a
        def inner(): self.h = 1
        def other(self): self.i = 1
    def set(this):
        this.a += 1
        self.j = 1
        for this.k in x: pass
        with y as this.l: pass
    @classmethod
    def make(cls): cls.m = 1
`;
    expect(dump(text).classes[0]!.attributes).toEqual({
      a: ['assign = a', 'augmented = 1'],
      b: ['assign: B = a'],
      c: ['assign = a'],
      d: ['assign = a'],
      e: ['assign = a'],
      h: ['assign = 1'],
      k: ['for = x'],
      l: ['with = y'],
      m: ['assign = 1'],
    });
  });

  test('bases, keywords, decorators, type parameters', () => {
    const text = '@a\n@b(1)\nclass C[T, *U](D[T], e.F, metaclass=M): pass\nclass G: pass\nclass H(): pass\n';
    expect(dump(text).classes).toEqual([
      {
        class: 'C',
        bases: ['D[T]', 'e.F', 'metaclass=M'],
        decorators: ['a', 'b(1)'],
        typeParameters: ['T', 'U'],
        attributes: {},
      },
      { class: 'G', bases: [], decorators: [], typeParameters: [], attributes: {} },
      { class: 'H', bases: [], decorators: [], typeParameters: [], attributes: {} },
    ]);
  });
});

describe('annotations in quotes', () => {
  test.each<[string, string, string[]]>([
    ['a name', "'A'", ['A']],
    ['a dotted name', '"a.B"', ['a']],
    ['a union', "'A | None'", ['A']],
    ['inside brackets', "list['A']", ['list', 'A']],
    ['in quotes inside quotes', '"list[\'A\']"', ['list', 'A']],
    ['several', "dict['A', 'B']", ['dict', 'A', 'B']],
    ['Literal holds strings', "Literal['A']", ['Literal']],
    ['Literal by its module', "t.Literal['A', 'B'] | 'C'", ['t', 'C']],
    ['Literal inside quotes', '"Literal[\'A\'] | B"', ['Literal', 'B']],
    ['no expression', "'not an annotation'", []],
    ['empty', "''", []],
    ['blanks', "' A '", ['A']],
    ['triple quotes', "'''A'''", ['A']],
    ['bytes', "b'A'", []],
  ])('%s', (_, annotation, names) => {
    for (const text of [`x: ${annotation} = 1`, `def f(x: ${annotation}): pass`, `def f() -> ${annotation}: pass`]) {
      const index = build(text);
      expect(
        readsOf(index).map((node) => nameOf(index, node)),
        text,
      ).toEqual(names);
    }
  });

  test('what is read from a string has its position', () => {
    const text = 'def f(a: int, x: "list[A]"): pass\n';
    const index = build(text);
    const inside = readsOf(index).filter((node) => nameOf(index, node) !== 'int');
    expect(inside.map((node) => text.slice(index.start[node], index.end[node]))).toEqual(['"list[A]"', '"list[A]"']);
  });

  test('a string elsewhere is a string', () => {
    expect(dump('x = "A"\nf("A")\n').uses).toEqual(['f@2 <- ?']);
  });
});

describe('the index is plain data', { timeout: 60_000 }, () => {
  const files = listFixtures(
    'fixtures',
    ruleInfos.map(({ id }) => id),
  ).flatMap((fixture) => fixture.files);

  test('a structured clone of it is equal, for every fixture', () => {
    for (const file of files) {
      const index = build(readText(file.absolute));
      expect(structuredClone(index), file.path).toEqual(index);
    }
  });

  test('a second build says the same, for every fixture', () => {
    for (const file of files) {
      const text = readText(file.absolute);
      expect(JSON.stringify(dumpIndex(build(text), text)), file.path).toBe(
        JSON.stringify(dumpIndex(build(text), text)),
      );
    }
  });

  test('every node but statements of the module has a parent, and lies within it', () => {
    for (const file of files) {
      const index = build(readText(file.absolute));
      for (let node = 0; node < index.op.length; node++) {
        const parent = index.parent[node]!;
        if (parent < 0 || index.op[node] === Op.Unparsed) continue;
        const inside = index.start[parent]! <= index.start[node]! && index.end[node]! <= index.end[parent]!;
        expect(inside, `${file.path}: ${index.start[node]} of operation ${index.op[node]} in ${index.op[parent]}`).toBe(
          true,
        );
      }
    }
  });
});

function build(text: string): ModuleIndex {
  return buildIndex('m.py', parser.parse(text), (inner) => parser.parse(inner));
}

function dump(text: string): IndexDump {
  return dumpIndex(build(text), text);
}

/** The function that the text begins with. */
function first(text: string): FunctionDump {
  return dump(text).functions[0]!;
}

function sorted(names: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1));
}

interface Snippet {
  readonly name: string;
  readonly text: string;
  readonly wanted: readonly string[];
}

function snippets(all: string): Snippet[] {
  const parts = all.split(/^## /m).slice(1);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const text = part.slice(end + 1);
    const wanted = text.split('\n').flatMap((line, i) => {
      const mark = /# x: (.*)$/.exec(line)?.[1];
      return mark === undefined ? [] : [`${i + 1}: ${mark}`];
    });
    if (wanted.length === 0) throw new Error(`no mark in "${part.slice(0, end)}"`);
    return { name: part.slice(0, end), text, wanted };
  });
}
