import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { randomFor } from '../scripts/growth/random.mjs';
import { createParser } from '../src/python/parser.ts';

const parser = await createParser();

const TEXTS: readonly (readonly [string, string])[] = [
  ['a file of the demo', readFileSync('fixtures/demo/app/suppliers.py', 'utf8')],
  ['statements of every kind', `${everyStatement()}\n${everyStatement()}`],
  ['lone carriage returns', everyStatement().replaceAll('\n', '\r')],
  ['pairs of them', everyStatement().replaceAll('\n', '\r\n')],
];

function everyStatement(): string {
  return `import a.b as c
from . import d, e as f
@decorator(1)
class 𝛼(Base[int], metaclass=M):
    """A text
    in lines."""
    x: int = 1

    async def f(self, *args, key="🐍", **kwargs) -> f"{c!r:>{width}}":
        async with a as x, y():
            await x.b
        for i, j in items:
            if i not in j and not (i := j):
                continue
        else:
            return [await q(z) async for z in r if z]
        try:
            raise E from None
        except* (A, B) as error:
            print(rf'''{error=} # no comment
            ''')
        finally:
            del x[1:2, ...]

match value:
    case {"a": [1, *rest], **others} if rest:
        type X = int
    case _:
        lambda x, /, *, y: (yield)
`;
}

const PIECES = ['(', ')', '[', '"', "'''", '\n', '\n    ', ' ', '#', ':', 'x', 'def f():\n', 'async ', '\r', '𝛼', '\\'];

test.each(TEXTS)('what is edited gives the tree of a text that is parsed afresh: %s', (name, original) => {
  const follower = parser.follow!();
  expect(parser.parse(original).errors).toEqual([]);
  let text = original;
  let errors = 0;
  for (let edits = 0; edits < (process.env.NOSTALL_EXHAUSTIVE ? 5_000 : 150); edits++) {
    const random = randomFor('follower', name, edits);
    const start = random.below(text.length + 1);
    const end = random.chance(0.5) ? start : Math.min(text.length, start + random.below(random.pick([2, 10, 200])));
    text = `${text.slice(0, start)}${random.chance(0.6) ? random.pick(PIECES) : ''}${text.slice(end)}`;
    // Often back to what has no errors, as nothing else is parsed from the tree before.
    if (random.chance(0.5)) text = original;
    const tree = follower.parse(text);
    expect(tree, `edit ${edits}`).toEqual(parser.parse(text));
    if (tree.errors.length > 0) errors++;
  }
  follower.end();
  expect(errors).toBeGreaterThan(10);
  expect(follower.parse(original)).toEqual(parser.parse(original));
  follower.end();
});
