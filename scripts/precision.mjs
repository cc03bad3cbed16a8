// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { card, LETTERS, number, sheetRow } from './ecosystem/draw.mjs';
import { precisionTable } from './ecosystem/precision-table.mjs';
import { loadProjects, root } from './ecosystem/projects.mjs';
import { reportOn } from './ecosystem/run.mjs';
import { capFor, MIN_PROJECTS, sample } from './ecosystem/sample.mjs';
import { formatTable, merge, parseTable, SHEET, VERDICTS } from './ecosystem/verdicts.mjs';

const usage = `usage: node scripts/precision.mjs draw --rule RULE --count N --seed S --out FILE.md [--level LEVEL] [--per-project MAX]
                                      [--project NAME...] [--depth CALLS] [--mirrors DIR] [--cli FILE]
       node scripts/precision.mjs merge --judge1 FILE.tsv... --judge2 FILE.tsv... --out FILE.tsv
       node scripts/precision.mjs table`;

const committed = 'ecosystem/verdicts.tsv';

try {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'draw') draw(rest);
  else if (command === 'merge') mergeSheets(rest);
  else if (command === 'table') console.log(precisionTable(readTable(join(root, committed), VERDICTS)));
  else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function draw(/** @type {string[]} */ args) {
  const { values } = parseArgs({
    args,
    options: {
      rule: { type: 'string', default: '' },
      count: { type: 'string', default: '' },
      seed: { type: 'string', default: '' },
      out: { type: 'string', default: '' },
      level: { type: 'string', default: 'warning' },
      'per-project': { type: 'string' },
      project: { type: 'string', multiple: true, default: [] },
      depth: { type: 'string', default: '0' },
      mirrors: { type: 'string' },
      cli: { type: 'string', default: join(root, 'dist/cli.js') },
    },
  });
  const { rule, seed, level, mirrors, cli } = values;
  if (!LETTERS.has(rule)) throw new Error(`--rule must be one of ${[...LETTERS.keys()].join(', ')}`);
  if (!/^\w+$/.test(seed)) throw new Error('--seed must be a word or a number');
  const count = positive('--count', values.count);
  const perProject = values['per-project'];
  const cap = capFor(count, perProject === undefined ? undefined : positive('--per-project', perProject));
  const { page, sheet } = outputs(values.out);
  const named = new Set(values.project);
  const depth = Number(values.depth);
  if (!Number.isInteger(depth) || depth < 0) throw new Error('--depth must be a number of calls');

  const population = [];
  let version = '';
  for (const project of loadProjects()) {
    if (named.size > 0 ? !named.has(project.name) : project.role !== 'held-out') continue;
    const report = reportOn(project, { cli, level, mirrors });
    version = report.tool.version;
    for (const finding of report.findings)
      if (finding.rule === rule && callsBelow(finding) >= depth) population.push({ project, finding });
  }
  const drawn = number(sample(population, { count, seed, cap }));
  const among = new Set(drawn.map(({ project }) => project.name)).size;
  const facts = { rule, date: today(), nostall: version, commit: commitOfNostall(), level, seed, cap, depth };
  const sizes = { drawn: drawn.length, population: population.length, projects: among };
  const words = Object.entries({ ...facts, ...sizes }).map((entry) => entry.join('='));
  const comment = `# ${words.join(' ')}`;

  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, [comment, '', ...drawn.map(card)].join('\n'));
  writeFileSync(sheet, formatTable({ comments: [comment], rows: drawn.map(sheetRow) }, SHEET));
  console.log(`${drawn.length} of ${population.length} findings, from ${among} projects: ${page}, ${sheet}`);
  const isShort = drawn.length < count || (named.size === 0 && among < MIN_PROJECTS);
  if (isShort) console.error(`fewer than asked: no project gives more than ${cap}`);
}

/** As messages count: none for what the coroutine calls itself. */
function callsBelow(/** @type {import('./ecosystem/run.mjs').Finding} */ { chain }) {
  return Math.max(0, (chain ?? []).length - 1);
}

function mergeSheets(/** @type {string[]} */ args) {
  const { values } = parseArgs({
    args,
    options: {
      judge1: { type: 'string', multiple: true, default: [] },
      judge2: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: '' },
    },
  });
  if (values.judge1.length === 0 || values.judge2.length === 0 || values.out === '') throw new Error(usage);
  const { table, disagreements } = merge(readSheets(values.judge1), readSheets(values.judge2));
  writeFileSync(values.out, formatTable(table, VERDICTS));
  console.log(`${table.rows.length} findings, ${disagreements.length} disagreements`);
  for (const { id, project, path, line, verdict1, verdict2 } of disagreements) {
    console.log(`${id} ${project} ${path}:${line} ${verdict1} or ${verdict2}`);
  }
}

function readSheets(/** @type {readonly string[]} */ files) {
  const tables = files.map((file) => readTable(file, SHEET));
  return { comments: tables.flatMap(({ comments }) => comments), rows: tables.flatMap(({ rows }) => rows) };
}

/**
 * @param {string} file
 * @param {readonly string[]} columns
 */
function readTable(file, columns) {
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  return parseTable(readFileSync(file, 'utf8'), file, columns);
}

/** The page holds other people's code, so it must not land where it could be committed; a sheet may be half filled. */
function outputs(/** @type {string} */ out) {
  const page = resolve(out);
  const inside = relative(root, page);
  if (!out.endsWith('.md')) throw new Error('--out must name a file that ends in .md');
  if (!inside.startsWith('..') && !isAbsolute(inside)) throw new Error('--out must lie outside this repository');
  const sheet = page.replace(/\.md$/, '.tsv');
  if (existsSync(sheet)) throw new Error(`${sheet} exists: move it away first`);
  return { page, sheet };
}

/**
 * @param {string} flag
 * @param {string} text
 */
function positive(flag, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${flag} must be a positive number`);
  return Number(text);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function commitOfNostall() {
  return execFileSync('git', ['-C', root, 'describe', '--always', '--dirty', '--abbrev=12'], {
    encoding: 'utf8',
  }).trim();
}
