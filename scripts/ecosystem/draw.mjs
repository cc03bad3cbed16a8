// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from './checkout.mjs';
import { excerpt } from './excerpt.mjs';
import { byPlace } from './snapshot.mjs';

/** @typedef {import('./sample.mjs').Candidate} Candidate */
/** @typedef {import('./run.mjs').Step} Step */
/** @typedef {import('./verdicts.mjs').Row} Row */
/** @typedef {Candidate & { readonly id: string }} Drawn */

/** The rules that can be right or wrong about code, each with the letter of its samples. */
export const LETTERS = new Map([
  ['no-blocking-io-in-async', 'B'],
  ['cpu-bound-needs-thread', 'C'],
  ['prefer-gather-over-sequential-await', 'G'],
]);

/**
 * Numbered in reading order, so that findings of one project stand together.
 *
 * @param {readonly Candidate[]} candidates
 * @returns {Drawn[]}
 */
export function number(candidates) {
  const name = (/** @type {Candidate} */ { project }) => project.name;
  const sorted = [...candidates].sort((a, b) => {
    if (name(a) !== name(b)) return name(a) < name(b) ? -1 : 1;
    return byPlace(a.finding, b.finding);
  });
  return sorted.map((candidate, i) => {
    const letter = LETTERS.get(candidate.finding.rule) ?? '';
    return { ...candidate, id: `${letter}${String(i + 1).padStart(2, '0')}` };
  });
}

/**
 * A row of a judge's sheet, still without a verdict.
 *
 * @param {Drawn} drawn
 * @returns {Row}
 */
export function sheetRow({ id, project, finding }) {
  const { rule, level, place, fingerprint } = finding;
  const line = String(place.start.line);
  return { id, project: project.name, commit: project.commit, path: place.path, line, rule, level, fingerprint };
}

/**
 * What a judge reads about one finding.
 *
 * @param {Drawn} drawn
 */
export function card({ id, project, finding }) {
  const { rule, level, message, place, chain, related } = finding;
  const folder = checkoutFolder(project);
  const text = readFileSync(join(folder, place.path), 'utf8');
  const reported = { start: place.start.line, end: place.end.line };
  return [
    `## ${id}: ${project.name} ${place.path}:${place.start.line}`,
    '',
    `${rule}, ${level}, in \`${finding.function}\``,
    `commit ${project.commit}, checkout ${folder}`,
    '',
    message,
    '',
    ...steps('Chain', chain),
    ...steps('Related', related),
    '```python',
    excerpt(text, reported, finding.function),
    '```',
    '',
  ].join('\n');
}

/**
 * @param {string} title
 * @param {readonly Step[]} list
 */
function steps(title, list) {
  if (list.length === 0) return [];
  const lines = list.map(({ place, text, source }) => {
    const where = place === null ? '' : ` (${place.path}:${place.start.line}) ${source.trim()}`;
    return `- ${text}${where}`;
  });
  return [`${title}:`, ...lines, ''];
}
