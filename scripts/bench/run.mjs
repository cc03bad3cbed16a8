// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ readonly seconds: number, readonly memory: number | null, readonly stages: Readonly<Record<string, number>> }} Run
 *   `memory` in MB at its peak, null where nothing can tell; `stages` in milliseconds, of nostall alone.
 * @typedef {{ readonly name: string, readonly command: readonly string[], readonly cwd: string, readonly before?: () => void }} Task
 */

const TIME = '/usr/bin/time';
const hasTime = spawnSync(TIME, ['-f', '%M', 'true']).status === 0;

const RELINT = fileURLToPath(new URL('./relint.mjs', import.meta.url));

/**
 * Looks at one file in a session, and again after each edit, in a process of its own. In milliseconds.
 *
 * @param {{ readonly library: string, readonly folder: string, readonly path: string, readonly edits: number }} options
 * @returns {{ readonly first: number, readonly later: readonly number[] }}
 */
export function relint({ library, folder, path, edits }) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const args = [RELINT, library, folder, path, String(edits)];
  const { status, error, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`the session failed in ${folder}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/**
 * Runs the command once, in a process of its own.
 *
 * @param {Task} task
 * @returns {Run}
 */
export function runOnce({ name, command, cwd, before }) {
  before?.();
  // Reading more certificates takes longer than all else that Node does at its start.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const [program = '', ...args] = hasTime ? [TIME, '-f', 'peak %M', ...command] : command;
  const started = performance.now();
  const { status, error, stderr } = spawnSync(program, args, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} failed in ${cwd}: ${stderr.trim()}`);
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
  const stages = Object.fromEntries(
    [...stderr.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) +([\d.]+) ms/gm)].map(([, stage, spent]) => [stage, Number(spent)]),
  );
  return { seconds, memory: peak === undefined ? null : Number(peak) / 1024, stages };
}

/**
 * The tasks in turn, several times, so that what else the machine does hits all of them alike.
 *
 * @param {readonly Task[]} tasks
 * @param {number} times
 * @returns {Map<string, Run[]>}
 */
export function inTurn(tasks, times) {
  /** @type {Map<string, Run[]>} */
  const runs = new Map(tasks.map(({ name }) => [name, []]));
  for (let time = 0; time < times; time++) {
    for (const task of tasks) runs.get(task.name)?.push(runOnce(task));
  }
  return runs;
}

/**
 * @param {readonly number[]} numbers
 */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return /** @type {number} */ (sorted[sorted.length >> 1]);
}
