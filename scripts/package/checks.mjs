// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What git sets for its hooks would have it work on another repository, and what `npm run` sets changes what npm does. */
const INHERITED =
  /^(?:GIT_|INIT_CWD$|PRE_COMMIT|npm_(?!config_)|npm_config_(?:global|local_prefix|prefix|user_agent)$)/i;

/**
 * @typedef {{ readonly code: number | null, readonly out: string, readonly err: string, readonly seconds: number }} Outcome
 * @typedef {{ readonly cwd: string, readonly env?: NodeJS.ProcessEnv }} Where
 */

/** The environment of this process, without what npm and git put there for this script. */
export function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !INHERITED.test(name));
  // npm puts the binaries of this package before all others.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !/node_modules.(?:\.bin|npm)/.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Where} where
 * @returns {Outcome}
 */
export function run(command, args, { cwd, env = cleanEnvironment() }) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  return { code: status, out: stdout ?? '', err: error?.message ?? stderr ?? '', seconds };
}

/**
 * For steps that only prepare what is tried.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Where} where
 */
export function mustRun(command, args, where) {
  const { code, out, err } = run(command, args, where);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} exits with ${code}\n${out}${err}`);
  return out.trim();
}

/** @param {string} name */
export function isPresent(name) {
  return run(name, ['--version'], { cwd: root }).code === 0;
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files
 */
export function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * Runs `body` with a folder that is gone afterwards, and says how many of its checks held.
 *
 * @param {(check: (name: string, holds: boolean, outcome: Outcome) => void, folder: string) => void} body
 */
export function tryOut(body) {
  const folder = mkdtempSync(join(tmpdir(), 'nostall-try-'));
  const counts = { held: 0, failed: 0 };
  try {
    body((name, holds, { code, out, err, seconds }) => {
      counts[holds ? 'held' : 'failed']++;
      console.log(`${holds ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s  ${name}`);
      if (!holds) console.log(`exit code ${code}\n${err}${out}`.slice(0, 2000).replace(/^/gm, '    '));
    }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${counts.held} held, ${counts.failed} failed`);
  if (counts.failed > 0) process.exitCode = 1;
}
