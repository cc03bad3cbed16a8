import { expect, test } from 'vitest';
import { type Hunk, linesOf } from '../src/since/lines.ts';

test.each<[string, Hunk[], number[], [number, number][]]>([
  ['no hunk', [], [], [[7, 7]]],
  [
    'lines added',
    [{ start: 3, length: 2, removed: 0 }],
    [3, 4],
    [
      [2, 2],
      [5, 3],
    ],
  ],
  [
    'lines gone below line 2',
    [{ start: 2, length: 0, removed: 3 }],
    [],
    [
      [2, 2],
      [3, 6],
    ],
  ],
  ['lines gone above all', [{ start: 0, length: 0, removed: 3 }], [], [[1, 4]]],
  [
    'several',
    [
      { start: 1, length: 1, removed: 1 },
      { start: 4, length: 1, removed: 4 },
      { start: 9, length: 3, removed: 1 },
    ],
    [1, 4, 9, 10, 11],
    [
      [2, 2],
      [3, 3],
      [5, 8],
      [8, 11],
      [12, 13],
    ],
  ],
])('%s', (_, hunks, added, moved) => {
  const lines = linesOf(hunks);
  const all = Array.from({ length: 14 }, (_, at) => at + 1);
  expect(all.filter((line) => lines.meets(line, line))).toEqual(added);
  expect(moved.map(([line]) => [line, lines.before(line)])).toEqual(moved);
  expect(lines.meets(1, 14)).toBe(added.length > 0);
});
