// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProjects, root, selectProjects } from './ecosystem/projects.mjs';
import { reportOn } from './ecosystem/run.mjs';
import { difference, differenceText, findingsAmong, snapshot } from './ecosystem/snapshot.mjs';

const usage =
  'usage: node scripts/ecosystem.mjs check|update [--project NAME]... [--mirrors DIR] [--cli FILE] [--no-sieve]';
const folder = join(root, 'ecosystem/snapshots');

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string', multiple: true, default: [] },
      mirrors: { type: 'string' },
      'no-sieve': { type: 'boolean', default: false },
      cli: { type: 'string', default: join(root, 'dist/cli.js') },
    },
  });
  const [command] = positionals;
  if ((command !== 'check' && command !== 'update') || positionals.length !== 1) throw new Error(usage);
  const projects = selectProjects(loadProjects(), values.project);
  const flags = values['no-sieve'] ? ['--no-sieve'] : [];
  const totals = { changed: 0, added: 0, removed: 0 };
  for (const project of projects) {
    const report = reportOn(project, { cli: values.cli, level: 'warning', mirrors: values.mirrors, flags });
    for (const { message } of report.problems) console.error(`${project.name}: problem: ${message}`);
    const file = join(folder, `${project.name}.txt`);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const after = snapshot(project, report);
    const changes = difference(before, after);
    if (changes.added.length + changes.removed.length > 0) {
      console.log(differenceText(project.name, changes));
      totals.changed++;
      totals.added += findingsAmong(changes.added);
      totals.removed += findingsAmong(changes.removed);
    }
    if (command === 'update') write(file, after);
  }
  const { changed, added, removed } = totals;
  const verb = command === 'update' ? 'rewritten' : 'differ';
  console.log(`${projects.length} projects, ${changed} ${verb}: ${added} findings added, ${removed} removed`);
  if (command === 'check' && changed > 0) process.exitCode = 1;
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
}
