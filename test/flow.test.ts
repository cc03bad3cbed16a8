import { describe, expect, test } from 'vitest';
import { buildIndex } from '../src/python/index/build.ts';
import { createParser } from '../src/python/parser.ts';
import { LineTable } from '../src/python/positions.ts';
import { nameOf, reaching, readsOf } from './support/index-dump.ts';

const parser = await createParser();

/** `# use: 1, 3` after a read of `x`: the lines (from the first below the heading) of the definitions that may reach it. */
const ANYWHERE = cases(`
## one after another
x = 1
x  # use: 1
x = 2
x  # use: 3

## the right side is read first
x = 1
x = f(x)  # use: 1
x  # use: 2

## unpacking and chained targets
x, (y, *x) = z
x  # use: 1
a = x = y = z
x  # use: 3

## a declaration without a value
x: int
x: str = 1
x  # use: 2

## both branches
if c:
    x = 1
else:
    x = 2
x  # use: 2, 4

## one branch
x = 1
if c:
    x = 2
    x  # use: 3
x  # use: 1, 3

## elif
x = 1
if a:
    x = 2
elif b:
    x = 3
elif c:
    raise E
else:
    x = 4
x  # use: 3, 5, 9

## a branch that raises
x = 1
if c:
    x = 2
    raise E
x  # use: 1

## while
x = 1
while c:
    x  # use: 1, 4
    x = 2
x  # use: 1, 4

## the test of a while
x = 1
while x:  # use: 1, 3
    x = 2

## while True ends by break only
x = 1
while True:
    x = 2
    if c:
        break
    x = 3
x  # use: 3

## while 1 ends by break only
x = 1
while 1:
    x = 2
    break
x  # use: 3

## continue
x = 1
while c:
    x  # use: 1, 5, 7
    if a:
        x = 2
        continue
    x = 3
x  # use: 1, 5, 7

## a definition behind a break
x = 1
for i in y:
    if a:
        break
    x = 2
x  # use: 1, 5

## else of a loop
x = 1
for i in y:
    x = 2
    if a:
        x = 3
        break
else:
    x  # use: 1, 3
    x = 4
x  # use: 5, 9

## else of a while
x = 1
while c:
    x = 2
    if a:
        break
else:
    x = 3
x  # use: 3, 7

## the target of a for
x = 1
for x in x:  # use: 1
    x  # use: 2
x  # use: 1, 2

## inner and outer loops
x = 1
for a in y:
    for b in a:
        x  # use: 1, 5, 6
        x = 2
    x = 3
x  # use: 1, 6

## break of an inner loop
x = 1
while a:
    x = 2
    while b:
        x = 3
        break
    x  # use: 3, 5
x  # use: 1, 3, 5

## a definition that goes round twice
x = 1
while c:
    y = 0
    if a:
        x  # use: 1, 7
        continue
    x = 2

## try without a fault
x = 1
try:
    x = 2
except E:
    raise
x  # use: 3

## a handler starts anywhere in the body
x = 1
try:
    f()
    x = 2
    x = 3
    f()
except E:
    x  # use: 1, 4, 5
x  # use: 1, 4, 5

## a handler starts inside a block of the body
x = 1
try:
    with a:
        x = 2
        x = 3
except E:
    x  # use: 1, 4, 5

## a handler starts at a raise inside a branch
x = 1
try:
    if a:
        x = 2
        raise E
except E:
    x  # use: 1, 4

## a handler starts at a raise inside a loop
x = 1
try:
    for a in y:
        x = 2
        if a:
            x = 3
            raise E
        x = 4
except E:
    x  # use: 1, 4, 6, 8

## else of a try
x = 1
try:
    x = 2
except E:
    x = 3
else:
    x  # use: 3
    x = 4
x  # use: 5, 8

## finally after a fault
x = 1
try:
    x = 2
finally:
    x  # use: 1, 3
x  # use: 3

## finally after a handler
x = 1
try:
    x = 2
except E:
    x = 3
finally:
    x  # use: 1, 3, 5
x  # use: 3, 5

## finally that binds
x = 1
try:
    x = 2
finally:
    x = 3
x  # use: 5

## finally after a raise
x = 1
try:
    x = 2
    raise E
finally:
    x  # use: 1, 3

## several handlers
x = 1
try:
    x = f()
except A:
    x = 2
except B:
    x  # use: 1, 3
x  # use: 1, 3, 5

## nested try
x = 1
try:
    try:
        x = 2
    except A:
        x = 3
        raise
except B:
    x  # use: 1, 4, 6

## the name of a handler is gone after it
x = 1
try:
    f()
except E as x:
    x  # use: 4
x  # use: 1

## with
x = 1
with f(x) as x:  # use: 1
    x  # use: 2
x  # use: 2

## several items of a with
with f() as x, g(x) as x:  # use: 1
    x  # use: 1

## async with and unpacking
with f() as (x, y):
    x  # use: 1

## match
x = 1
match y:
    case 1:
        x = 2
    case 2:
        raise E
    case _:
        x = 3
x  # use: 4, 8

## match that may match nothing
x = 1
match y:
    case 1:
        x = 2
x  # use: 1, 4

## captures of a match
match y:
    case {"a": x}:
        x  # use: 2
    case [x, *_] if x:  # use: 4
        x  # use: 4
    case C(a=x) | D(x):
        x  # use: 6

## isinstance narrows
x = f()
if isinstance(x, A):
    x  # use: narrow@2(1)
else:
    x  # use: exclude@2(1)
x  # use: narrow@2(1), exclude@2(1)

## isinstance and a rebinding
x = f()
if not isinstance(x, A):
    x = g()
x  # use: narrow@2(1), 3

## isinstance and early exit
x = f()
if isinstance(x, A):
    raise E
x  # use: exclude@2(1)

## isinstance in and, or, assert
x = f()
if a and isinstance(x, A):
    x  # use: narrow@2(1)
isinstance(x, A) and x.a  # use: 1, narrow@2(1); narrow@4(1, narrow@2(1))

## assert isinstance
x = f()
assert isinstance(x, A)
x  # use: narrow@2(1)

## isinstance in a ternary
x = f()
y = x.a if isinstance(x, A) else x.b  # use: narrow@2(1); 1; exclude@2(1)

## isinstance in a while
x = f()
while isinstance(x, A):
    x = x.b
x  # use: exclude@2(1, 3)

## isinstance in a comprehension
x = f()
[x for y in z if isinstance(x, A)]  # use: narrow@2(1); 1

## isinstance of something else
x = f()
if isinstance(x.a, A):
    x  # use: 1

## walrus
x = 1
f(x := 2, x)  # use: 2
x  # use: 2

## walrus in a test
x = 1
if (x := f()):
    x  # use: 2
x  # use: 2

## walrus in a while
while x := f():
    x  # use: 1
x  # use: 1

## walrus behind and
x = 1
if a and (x := f()):
    x  # use: 2
else:
    x  # use: 1, 2

## walrus behind or
x = 1
if a or (x := f()):
    pass
x  # use: 1, 2

## walrus in a ternary
x = 1
y = (x := 2) if a else 3
x  # use: 1, 2

## walrus in a comprehension
x = 1
[(x := y) for y in z]
x  # use: 1, 2

## walrus in a generator expression
x = 1
if any((x := y) for y in z):
    x  # use: 1, 2

## walrus in an argument of a decorator
x = 1
@f(x := 2)
def g(): pass
x  # use: 2

## augmented assignment keeps the old value
x = f()
x += 1
x  # use: 1, 2

## augmented assignment reads its right side
x = f()
y += x  # use: 1

## del
x = 1
del x
x  # use: ?

## del in a branch
x = 1
if c:
    del x
x  # use: 1

## del of a part
x = 1
del x.a, x[0]  # use: 1
x  # use: 1

## imports and definitions
import x
x  # use: 1
def x(): pass
x  # use: 3
class x: pass
x  # use: 5
from a import b as x
x  # use: 7

## import with a fallback
try:
    import x
except ImportError:
    x = None
x  # use: 2, 4

## a comprehension hides the name
x = 1
[x for x in y]
x  # use: 1

## the first iterable of a comprehension
x = 1
[y for y in x for z in x]  # use: 1

## parameters' defaults are read at the definition
x = 1
def f(a=x): pass  # use: 1
x = 2
lambda a=x: a  # use: 3

## unreachable code
x = 1
raise E
x  # use: ?

## code after while True
x = 1
while True:
    pass
x  # use: ?

## never ending branches
x = 1
if a:
    raise E
else:
    raise F
x  # use: ?
`);

/** What only a function may hold. */
const IN_FUNCTION = cases(`
## early return
x = 1
if a:
    x = 2
    return x  # use: 3
x  # use: 1

## return in a loop
x = 1
for a in y:
    x = 2
    if a:
        return
    x = 3
x  # use: 1, 6

## return through finally
x = 1
try:
    x = 2
    return x  # use: 3
finally:
    x  # use: 1, 3

## return in a handler
x = 1
try:
    x = f()
except E:
    return
x  # use: 3

## isinstance and return
x = f()
if not isinstance(x, A):
    return
x  # use: narrow@2(1)

## global
global x
x = 1
x  # use: ?

## await and yield
x = 1
y = await f(x)  # use: 1
yield x  # use: 1

## async for and async with
async for x in y:
    x  # use: 1
async with f() as x:
    x  # use: 3
`);

describe.each([
  ['in a module', (text: string) => text, 0, ANYWHERE],
  ['in a function', (text: string) => `async def function():\n${indented(text)}`, 1, [...ANYWHERE, ...IN_FUNCTION]],
])('%s', (_, wrap, shift, all) => {
  test.each(all)('$name', ({ text }) => {
    const whole = wrap(text);
    expect(usesOfX(whole, shift)).toEqual(wanted(text));
  });
});

test('parameters reach the body, and a parameter is replaced by an assignment', () => {
  const text = 'def f(x, *args, y=1, **kwargs):\n    x\n    args, kwargs, y\n    x = 2\n    x\n';
  expect(reads(text)).toEqual(['x@2 <- 1', 'args@3 <- 1', 'kwargs@3 <- 1', 'y@3 <- 1', 'x@5 <- 4']);
});

test('names of an outer function, of the module and of no one are left to the scopes', () => {
  const text = 'x = 1\ndef f():\n    y = 2\n    def g(): return x, y, z\n    return lambda: y\n';
  expect(reads(text)).toEqual(['x@4 <- ?', 'y@4 <- ?', 'z@4 <- ?', 'y@5 <- ?']);
});

/** CPython nests 20 loops at the most; walking each body twice for each loop around it would take 4 million walks here. */
test('22 loops, one in the other', () => {
  const loops = Array.from({ length: 22 }, (_, depth) => `${' '.repeat(depth)}while x:\n`).join('');
  expect(reads(`x = 1\n${loops}${' '.repeat(22)}x = 2\n`).at(-1)).toBe('x@23 <- 1, 24');
});

interface Case {
  readonly name: string;
  readonly text: string;
}

function cases(text: string): Case[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { name: part.slice(0, end), text: part.slice(end + 1).trimEnd() };
    });
}

/** `line: definitions` for each marked line; `;` stands between reads that differ. */
function wanted(text: string): string[] {
  const marks = text.split('\n').flatMap((line, i) => {
    const mark = /# use: (.*)$/.exec(line)?.[1];
    return mark === undefined ? [] : [`${i + 1}: ${mark}`];
  });
  if (marks.length === 0) throw new Error('a case without a mark');
  return marks;
}

function usesOfX(text: string, shift: number): string[] {
  const index = buildIndex('m.py', parser.parse(text), (inner) => parser.parse(inner));
  expect(index.faults).toEqual([]);
  const lines = new LineTable(text);
  const byLine = new Map<number, Set<string>>();
  for (const node of readsOf(index)) {
    if (nameOf(index, node) !== 'x') continue;
    const line = lines.lineOf(index.start[node]!);
    if (!lines.lineText(line).includes('# use:')) continue;
    const found = byLine.get(line) ?? new Set();
    byLine.set(line, found.add(shifted(reaching(index, lines, node), shift)));
  }
  return [...byLine].map(([line, found]) => `${line - shift}: ${[...found].join('; ')}`);
}

function shifted(text: string, shift: number): string {
  return text.replaceAll(/\d+/g, (line) => `${Number(line) - shift}`);
}

function reads(text: string): string[] {
  const index = buildIndex('m.py', parser.parse(text), (inner) => parser.parse(inner));
  const lines = new LineTable(text);
  return readsOf(index).map((node) => {
    return `${nameOf(index, node)}@${lines.lineOf(index.start[node]!)} <- ${reaching(index, lines, node)}`;
  });
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
