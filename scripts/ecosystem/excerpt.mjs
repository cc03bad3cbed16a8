// @ts-check

const LIMIT = 60;
/** Lines of a longer function that are shown from its start. */
const HEAD = 8;

/**
 * The function around a finding with line numbers, the reported lines marked; of a long function its start and what is around
 * the finding.
 *
 * @param {string} text the file
 * @param {{ readonly start: number, readonly end: number }} reported lines from 1
 * @param {string} name qualified name of the function; `<module>` has none
 */
export function excerpt(text, reported, name) {
  const lines = text.split(/\r?\n/);
  const around = functionAround(lines, reported, name.split('.').at(-1) ?? '') ?? windowAround(lines, reported, LIMIT);
  const numbers = linesShown(around, reported, lines.length);
  const width = String(numbers.at(-1) ?? 0).length;
  const shown = [];
  let last = numbers[0] ?? 0;
  for (const number of numbers) {
    if (number > last + 1) shown.push(`  ${'.'.repeat(width)}`);
    const mark = number >= reported.start && number <= reported.end ? '>' : ' ';
    shown.push(`${mark} ${String(number).padStart(width)}  ${lines[number - 1]}`.trimEnd());
    last = number;
  }
  return shown.join('\n');
}

/**
 * @param {readonly string[]} lines
 * @param {{ readonly start: number, readonly end: number }} reported
 * @param {string} name
 */
function functionAround(lines, reported, name) {
  if (!/^\w+$/.test(name)) return null;
  const header = new RegExp(`^\\s*(?:async\\s+)?def\\s+${name}\\b`);
  let start = reported.start;
  while (start > 0 && !header.test(lines[start - 1] ?? '')) start--;
  if (start === 0) return null;
  const indent = indentOf(lines[start - 1]);
  let end = reported.end;
  while (end < lines.length && (isBlank(lines[end]) || indentOf(lines[end]) > indent)) end++;
  while (end > reported.end && isBlank(lines[end - 1])) end--;
  while (start > 1 && /^\s*@/.test(lines[start - 2] ?? '')) start--;
  return { start, end };
}

/**
 * @param {{ readonly start: number, readonly end: number }} around
 * @param {{ readonly start: number, readonly end: number }} reported
 * @param {number} length
 */
function linesShown(around, reported, length) {
  const all = range(around.start, around.end);
  if (all.length <= LIMIT) return all;
  const near = windowAround({ length }, reported, LIMIT - HEAD);
  return all.filter((number) => number < around.start + HEAD || (number >= near.start && number <= near.end));
}

/**
 * @param {{ readonly length: number }} lines
 * @param {{ readonly start: number, readonly end: number }} reported
 * @param {number} size
 */
function windowAround({ length }, { start, end }, size) {
  const shownEnd = Math.min(end, start + size - 1);
  const margin = Math.floor((size - (shownEnd - start + 1)) / 2);
  return { start: Math.max(1, start - margin), end: Math.min(length, shownEnd + margin) };
}

/**
 * @param {number} start
 * @param {number} end
 */
function range(start, end) {
  return Array.from({ length: end - start + 1 }, (_, i) => start + i);
}

function indentOf(/** @type {string | undefined} */ line = '') {
  return line.length - line.trimStart().length;
}

function isBlank(/** @type {string | undefined} */ line = '') {
  return line.trim() === '';
}
