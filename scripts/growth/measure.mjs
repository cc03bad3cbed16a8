// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ readonly seconds: number, readonly cpu: number, readonly memory: number, readonly findings: number }} Run `seconds` by the clock, `cpu` of user time; `memory` in MB at its peak. */

/**
 * Runs the command over a folder, once, in a process of its own.
 *
 * @param {{ readonly cli: string, readonly folder: string }} options
 * @returns {Run}
 */
export function measure({ cli, folder }) {
  const place = mkdtempSync(join(tmpdir(), 'nostall-run-'));
  const output = join(place, 'report.json');
  // Reading more certificates takes longer than all else that Node does at its start.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  try {
    const usage = new URL('usage.mjs', import.meta.url).href;
    const given = [
      'check',
      '--isolated',
      '--no-cache',
      '--exit-zero',
      '--level',
      'note',
      '--format',
      'json',
      '--output',
      output,
      '.',
    ];
    const started = performance.now();
    const {
      status,
      error,
      stderr,
      output: pipes,
    } = spawnSync(process.execPath, ['--import', usage, cli, ...given], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    const seconds = (performance.now() - started) / 1000;
    if (error) throw error;
    if (status !== 0) throw new Error(`the command failed on ${folder}: ${stderr.trim()}`);
    const { maxRSS, userCPUTime } = JSON.parse(pipes[3] ?? '');
    const { findings } = JSON.parse(readFileSync(output, 'utf8'));
    return { seconds, cpu: userCPUTime / 1e6, memory: maxRSS / 1024, findings: findings.length };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * The middle of several runs, each figure by itself.
 *
 * @param {readonly Run[]} runs
 * @returns {Run}
 */
export function medianOf(runs) {
  const middle = (/** @type {keyof Run} */ key) => {
    const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
    return /** @type {number} */ (sorted[sorted.length >> 1]);
  };
  return { seconds: middle('seconds'), cpu: middle('cpu'), memory: middle('memory'), findings: middle('findings') };
}
