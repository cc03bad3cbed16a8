import ignore from 'ignore';
import { expect, test } from 'vitest';
import { type Random, randomFor } from '../scripts/growth/random.mjs';
import { mayMatch } from '../src/glob-needles.ts';

const PARTS = ['a', 'b', 'lib', 'libs', 'x.py', '.env', 'b c', '__init__', 'a+b', '(a)', 'ab'];
const PIECES = [
  ...PARTS,
  '*',
  '**',
  '?',
  '[ab]',
  '[!a]',
  '[a-c]',
  '[]a]',
  '\\*',
  '\\a',
  '/',
  '/',
  '.',
  '{a}',
  '*.py[co]',
  '\ufeff',
];
const ENDS = ['', '/', '/**', '/*', ' ', '\\ ', '\t', '\r', '\n'];

function lineBy(random: Random): string {
  const count = random.pick([1, 1, 2, 3, 4]);
  const body = Array.from({ length: count }, () => random.pick(PIECES)).join('');
  return random.pick(['', '', '/', '!', '#', ' ', '**/']) + body + random.pick(ENDS);
}

function pathBy(random: Random): string {
  return Array.from({ length: random.pick([1, 2, 3]) }, () =>
    random.pick([...PARTS, 'c', '*', 'a ', ' a', 'a\t']),
  ).join('/');
}

test('what a line of a .gitignore has a say about is never left out', () => {
  let told = 0;
  let leftOut = 0;
  for (let i = 0; i < 2000; i++) {
    const random = randomFor('needles', i);
    const lines = Array.from({ length: random.pick([1, 1, 2, 4]) }, () => lineBy(random));
    const matcher = ignore({ ignorecase: false });
    for (const pattern of lines) matcher.add({ pattern });
    const may = mayMatch(lines);
    for (let j = 0; j < 30; j++) {
      const path = pathBy(random);
      const isFolder = random.pick([true, false]);
      const { ignored, unignored } = matcher.test(isFolder ? `${path}/` : path);
      if (ignored || unignored) {
        told++;
        expect(may(path), JSON.stringify([lines, path])).toBe(true);
      } else if (!may(path)) leftOut++;
    }
  }
  expect(told).toBeGreaterThan(5000);
  expect(leftOut).toBeGreaterThan(5000);
});
