// @ts-check
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RULES = [
  'no-blocking-io-in-async',
  'cpu-bound-needs-thread',
  'prefer-gather-over-sequential-await',
  'syntax-error',
  'unused-suppression',
];

const [library = '', folder = '', file = '', edits = ''] = process.argv.slice(2);
console.log(JSON.stringify(await relint(library, resolve(folder), join(resolve(folder), file), Number(edits))));

/**
 * Milliseconds of the first look at a file in a project, and of one after each edit: a statement more, somewhere in it.
 *
 * @param {string} library
 * @param {string} root
 * @param {string} path
 * @param {number} edits
 * @returns {Promise<{ readonly first: number, readonly later: readonly number[] }>}
 */
async function relint(library, root, path, edits) {
  /** @type {typeof import('../../src/index.ts')} */
  const { configuration, openSession } = await import(pathToFileURL(library).href);
  const request = { cwd: root, roots: [root], ruleIds: RULES, config: [], isolated: true };
  const config = configuration({ ...request, select: null, ignore: [], extendSelect: [] });
  const settingsOf = (/** @type {string} */ absolute) => config.forFile(absolute).settings;
  const session = await openSession({ root, settingsOf, level: 'note' });
  const timed = (/** @type {() => void} */ work) => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const lines = readFileSync(path, 'utf8').split('\n');
  const first = timed(() => session.lint(path));
  const places = lines.flatMap((line, at) => (/^\s+(?:return|raise)\b/.test(line) ? [at] : []));
  const later = Array.from({ length: edits }, (_, edit) => {
    // Far from the one before, so that no edit has an easier time by it.
    const at = places[(edit * 7919) % places.length] ?? 0;
    lines[at] = `${/^\s*/.exec(lines[at] ?? '')?.[0]}edited = ${edit}\n${lines[at]}`;
    const text = lines.join('\n');
    return timed(() => {
      session.edit(path, text);
      session.lint(path);
    });
  });
  return { first, later };
}
