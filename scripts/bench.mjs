// @ts-check
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyOf, editor, longFile, middleFile } from './bench/project.mjs';
import { inTurn, median, relint, runOnce } from './bench/run.mjs';

const usage = 'usage: npm run bench -- [--runs N] [--jobs N] [--cli FILE] DIR...';
/** In a session. */
const EDITS = 30;
const RUFF = ['ruff', 'check', '--select', 'ASYNC', '--preview', '--no-cache', '--exit-zero', '--quiet', '.'];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      jobs: { type: 'string' },
      cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
    },
  });
  const runs = Number(values.runs);
  if (positionals.length === 0 || !Number.isInteger(runs) || runs < 1) throw new Error(usage);
  const hasRuff = spawnSync('ruff', ['--version']).status === 0;
  if (!hasRuff) console.log('ruff is not on the PATH, so there is nothing to compare with\n');
  for (const place of positionals) {
    console.log(benchmark({ source: resolve(place), runs, jobs: values.jobs, cli: resolve(values.cli), hasRuff }));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/**
 * nostall on a copy of a project, cold, warm, after an edit and on one file, beside ruff on the same files.
 *
 * @param {{ readonly source: string, readonly runs: number, readonly jobs: string | undefined, readonly cli: string, readonly hasRuff: boolean }} options
 */
function benchmark({ source, runs, jobs, cli, hasRuff }) {
  const { folder, files, bytes } = copyOf(source);
  try {
    const middle = middleFile(folder, files);
    const cache = join(dirname(folder), 'cache');
    const nostall = (/** @type {string[]} */ ...args) => {
      const flags = ['--isolated', '--exit-zero', '--quiet', '--timings', '--format', 'concise'];
      return [process.execPath, cli, 'check', ...flags, ...(jobs === undefined ? [] : ['--jobs', jobs]), ...args];
    };
    const kept = nostall('--cache-dir', cache, '.');
    const tasks = [
      { name: 'node -e 0', command: [process.execPath, '-e', '0'], cwd: folder },
      { name: '--version', command: [process.execPath, cli, '--version'], cwd: folder },
      ...(hasRuff ? [{ name: 'ruff', command: RUFF, cwd: folder }] : []),
      { name: 'cold', command: nostall('--no-cache', '.'), cwd: folder },
      // What the edits of the run before left behind is taken up first.
      {
        name: 'warm',
        command: kept,
        cwd: folder,
        before: () => void runOnce({ name: 'warm', command: kept, cwd: folder }),
      },
      { name: 'one changed', command: kept, cwd: folder, before: editor(join(folder, middle)) },
      { name: 'one file', command: nostall('--no-cache', middle), cwd: folder },
    ];
    const results = inTurn(tasks, runs);
    const peer = median((results.get('ruff') ?? []).map(({ seconds }) => seconds));
    const rows = tasks.map(({ name }) => {
      const all = results.get(name) ?? [];
      const seconds = median(all.map((run) => run.seconds));
      const memory = all[0]?.memory === null ? '' : Math.round(median(all.map((run) => run.memory ?? 0)));
      const ratio = peer === undefined ? '' : (seconds / peer).toFixed(2);
      const speed = name === 'cold' || name === 'ruff' ? Math.round(files.length / seconds) : '';
      return `| ${[name, (seconds * 1000).toFixed(0), ratio, memory, speed].join(' | ')} |`;
    });
    return [
      `${source}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB; the file that is edited: ${middle}`,
      '',
      '| run | ms | times ruff | peak MB | files per second |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
      ...stageTable(results),
      '',
      `Medians of ${runs} runs, in turn.`,
      '',
      relintLine(cli, folder, files),
      '',
    ].join('\n');
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

/**
 * What an editor waits for after each of some edits of a file.
 *
 * @param {string} cli
 * @param {string} folder
 * @param {readonly string[]} files
 */
function relintLine(cli, folder, files) {
  const { path, lines } = longFile(folder, files);
  const { first, later } = relint({ library: join(dirname(cli), 'index.js'), folder, path, edits: EDITS });
  const sorted = [...later].sort((a, b) => a - b);
  const share = (/** @type {number} */ part) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  return (
    `In a session, ${path} (${lines} lines) is linted in ${first.toFixed(0)} ms, and after an edit in ${share(0.5)} ms ` +
    `(median of ${EDITS}; 90th percentile ${share(0.9)} ms).`
  );
}

/** @param {Map<string, import('./bench/run.mjs').Run[]>} results */
function stageTable(results) {
  const told = [...results].filter(([, runs]) => Object.keys(runs[0]?.stages ?? {}).length > 0);
  const stages = [...new Set(told.flatMap(([, runs]) => runs.flatMap((run) => Object.keys(run.stages))))];
  return [
    `| ms by stage | ${told.map(([name]) => name).join(' | ')} |`,
    `| --- |${told.map(() => ' --- |').join('')}`,
    ...stages.map((stage) => {
      const cells = told.map(([, runs]) => median(runs.map((run) => run.stages[stage] ?? 0)).toFixed(0));
      return `| ${[stage, ...cells].join(' | ')} |`;
    }),
  ];
}
