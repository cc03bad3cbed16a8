// @ts-check
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const LEFT_OUT = new Set(['.git', '.nostall_cache', '.venv', 'node_modules', '__pycache__']);

/**
 * A copy of a project that may be changed, and what is in it.
 *
 * @param {string} source
 */
export function copyOf(source) {
  const folder = join(mkdtempSync(join(tmpdir(), 'nostall-bench-')), basename(source));
  cpSync(source, folder, { recursive: true, dereference: false, filter: (path) => !LEFT_OUT.has(basename(path)) });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py') && statSync(join(folder, path)).isFile())
    .sort();
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return { folder, files, bytes };
}

/**
 * The file of middle size among those with coroutines, that the figures do not hang on a lucky choice.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
export function middleFile(folder, files) {
  const chosen = withCoroutines(folder, files);
  chosen.sort((a, b) => statSync(join(folder, a)).size - statSync(join(folder, b)).size || (a < b ? -1 : 1));
  const middle = chosen[chosen.length >> 1];
  if (middle === undefined) throw new Error(`no Python files in ${folder}`);
  return middle;
}

/**
 * The file with coroutines that is nearest to 2,000 lines.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
export function longFile(folder, files) {
  const all = withCoroutines(folder, files).map((path) => {
    return { path, lines: readFileSync(join(folder, path), 'utf8').split('\n').length };
  });
  const [nearest] = all.sort((a, b) => Math.abs(a.lines - 2000) - Math.abs(b.lines - 2000));
  if (nearest === undefined) throw new Error(`no Python files in ${folder}`);
  return nearest;
}

/**
 * All files where none has any.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
function withCoroutines(folder, files) {
  const found = files.filter((path) => readFileSync(join(folder, path), 'utf8').includes('async def'));
  return found.length > 0 ? found : [...files];
}

/**
 * Gives a function that changes the file a little each time.
 *
 * @param {string} path
 */
export function editor(path) {
  const text = readFileSync(path, 'utf8');
  let count = 0;
  return () => writeFileSync(path, `${text}\n\ndef _edited_${++count}():\n    return ${count}\n`);
}
