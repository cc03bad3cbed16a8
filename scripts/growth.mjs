// @ts-check
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, medianOf } from './growth/measure.mjs';
import { writeProject } from './growth/write.mjs';

const usage = 'usage: node scripts/growth.mjs [--sizes 1000,5000,20000] [--cli FILE] [--runs N] [--seed S]';

try {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,5000,20000' },
      cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const runs = Number(values.runs);
  if (![...sizes, runs].every((number) => Number.isInteger(number) && number > 0)) throw new Error(usage);
  console.log(growthTable({ sizes, runs, cli: resolve(values.cli), seed: values.seed }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/**
 * The command on projects of growing size, in turn, several times. What it takes on an empty folder is taken off before
 * anything is shared out among files.
 *
 * @param {{ readonly sizes: readonly number[], readonly runs: number, readonly cli: string, readonly seed: string }} options
 */
function growthTable({ sizes, runs, cli, seed }) {
  const top = mkdtempSync(join(tmpdir(), 'nostall-growth-'));
  try {
    const cases = [0, ...sizes].map((files) => {
      const folder = join(top, String(files));
      mkdirSync(folder);
      return { files, folder, lines: writeProject({ files, seed, out: folder }), runs: /** @type {any[]} */ ([]) };
    });
    for (let run = 0; run < runs; run++) {
      for (const one of cases) one.runs.push(measure({ cli, folder: one.folder }));
    }
    const [empty, ...rows] = cases.map((one) => ({ ...one, ...medianOf(one.runs) }));
    if (!empty) throw new Error(usage);
    return [
      '| files | lines | seconds | CPU s | ms per file | peak MB | KB per file | findings per file |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows.map(({ files, lines, seconds, cpu, memory, findings }) => {
        const time = ((cpu - empty.cpu) * 1000) / files;
        const share = ((memory - empty.memory) * 1024) / files;
        const cells = [seconds.toFixed(1), cpu.toFixed(1), time.toFixed(2), memory.toFixed(0), share.toFixed(1)];
        return `| ${[files, lines, ...cells, (findings / files).toFixed(2)].join(' | ')} |`;
      }),
      '',
      `An empty folder takes ${empty.seconds.toFixed(2)} s, ${empty.cpu.toFixed(2)} s of CPU and ` +
        `${empty.memory.toFixed(0)} MB; that is taken off in the columns per file, where time is that of the CPU. ` +
        `Medians of ${runs} runs.`,
    ].join('\n');
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
