// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkout } from './checkout.mjs';
import { cache } from './projects.mjs';

/** @typedef {import('./projects.mjs').Project} Project */
/** @typedef {{ readonly path: string, readonly start: { readonly line: number }, readonly end: { readonly line: number } }} Place */
/** @typedef {{ readonly place: Place | null, readonly name: string, readonly text: string, readonly source: string }} Step */
/** @typedef {{
 *   readonly rule: string, readonly level: string, readonly message: string, readonly place: Place, readonly function: string,
 *   readonly chain: readonly Step[], readonly related: readonly Step[], readonly fingerprint: string
 * }} Finding */
/** @typedef {{
 *   readonly tool: { readonly version: string }, readonly summary: { readonly hidden: number },
 *   readonly findings: readonly Finding[], readonly problems: readonly { readonly message: string }[]
 * }} Report what the scripts read of schema/report.schema.json */
/** @typedef {{ readonly cli: string, readonly level: string, readonly mirrors: string | undefined, readonly flags?: readonly string[] }} Options */

/**
 * The report on a project, linted once for each build, commit, level and further flags.
 *
 * @param {Project} project
 * @param {Options} options
 * @returns {Report}
 */
export function reportOn(project, { cli, level, mirrors, flags = [] }) {
  const folder = checkout(project, mirrors);
  const name = `${[project.commit.slice(0, 12), buildOf(cli), level].join('-')}${flags.join('')}.json`;
  const file = join(cache, 'reports', project.name, name);
  if (!existsSync(file)) lint(folder, file, cli, ['--level', level, ...flags]);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} cli
 * @param {readonly string[]} more
 */
function lint(folder, file, cli, more) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  rmSync(draft, { force: true });
  const flags = ['--isolated', '--exit-zero', '--no-cache', '--quiet', ...more, '--format', 'json'];
  const run = spawnSync(process.execPath, [resolve(cli), 'check', ...flags, '--output', draft, '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!existsSync(draft)) throw new Error(`${folder}: no report: ${run.stderr.trim().split('\n')[0]}`);
  renameSync(draft, file);
}

/** @type {Map<string, string>} */
const builds = new Map();

/** A digest of all files beside the command, since it loads its rules and models from there. */
function buildOf(/** @type {string} */ cli) {
  const known = builds.get(cli);
  if (known !== undefined) return known;
  if (!existsSync(cli)) throw new Error(`there is no ${cli}: build first, or name one with --cli`);
  const digest = createHash('sha256');
  const folder = dirname(resolve(cli));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(js|wasm|bin|pyi)$/.test(name)) continue;
    digest.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
  const build = digest.digest('hex').slice(0, 12);
  builds.set(cli, build);
  return build;
}
