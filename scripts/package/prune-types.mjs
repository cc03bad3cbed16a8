// Keeps the declarations that the entries reach: the compiler writes one for every module of the program.
// @ts-check
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const top = resolve('dist/types');

try {
  const kept = reachable(['src/index.d.ts', 'src/eslint.d.ts'].map((path) => join(top, path)));
  prune(top, kept);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {readonly string[]} entries */
function reachable(entries) {
  const found = new Set(entries);
  for (const file of found) {
    const text = readFileSync(file, 'utf8');
    for (const [, target = ''] of text.matchAll(/(?:\bfrom |\bimport[ (])['"](\.[^'"]+)['"]/g)) {
      const path = resolve(dirname(file), target).replace(/\.[jt]s$/, '.d.ts');
      if (!existsSync(path)) throw new Error(`${file} imports ${target}, which is not there`);
      found.add(path);
    }
  }
  return found;
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} kept
 */
function prune(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path, kept);
    else if (!kept.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
