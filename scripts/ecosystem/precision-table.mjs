// @ts-check
import { drawOf, isDisputed } from './verdicts.mjs';

/** @typedef {import('./verdicts.mjs').Row} Row */
/** @typedef {import('./verdicts.mjs').Table} Table */

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

const HEADER = ['Rule', 'Sampled', 'True', 'False', 'Precision (95% interval)', 'Projects', 'Judges differed', 'Drawn'];

/** The Markdown table for the README. @param {Table} table */
export function precisionTable({ comments, rows }) {
  const rules = [...new Set(rows.map(({ rule }) => rule ?? ''))].sort();
  const lines = rules.map((rule) => {
    const date = drawOf(comments, rule)?.date ?? '';
    return cellsOf(
      rule,
      rows.filter((row) => row.rule === rule),
      date,
    );
  });
  const separator = HEADER.map((_, i) => (i === 0 ? '---' : '---:'));
  return [HEADER, separator, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * @param {string} rule
 * @param {readonly Row[]} rows
 * @param {string} date
 */
function cellsOf(rule, rows, date) {
  const count = (/** @type {string} */ word) => rows.filter(({ verdict }) => verdict === word).length;
  const startup = count('true-startup');
  const right = count('true') + startup;
  const wrong = count('false');
  if (right + wrong !== rows.length)
    throw new Error(`${rule}: ${rows.length - right - wrong} findings have no agreed verdict`);
  const [low, high] = wilson(right, rows.length);
  const precision = `${percent(right / rows.length)}% (${percent(low)} to ${percent(high)})`;
  const projects = new Set(rows.map(({ project }) => project)).size;
  const truths = startup === 0 ? `${right}` : `${right} (${startup} at start-up)`;
  return [`\`${rule}\``, rows.length, truths, wrong, precision, projects, rows.filter(isDisputed).length, date];
}

/**
 * The Wilson score interval of a share, which also holds near 1 and in small samples.
 *
 * @param {number} hits
 * @param {number} total
 * @returns {[number, number]}
 */
export function wilson(hits, total) {
  const share = hits / total;
  const scale = 1 + Z ** 2 / total;
  const centre = (share + Z ** 2 / (2 * total)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

function percent(/** @type {number} */ share) {
  return (share * 100).toFixed(1);
}
