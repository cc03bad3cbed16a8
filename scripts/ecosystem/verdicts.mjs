// @ts-check

/** @typedef {Readonly<Record<string, string | undefined>>} Row */
/** @typedef {{ readonly comments: readonly string[], readonly rows: readonly Row[] }} Table */

const PLACE = ['id', 'project', 'commit', 'path', 'line', 'rule', 'level', 'fingerprint'];
/** What one judge fills. */
export const SHEET = [...PLACE, 'verdict', 'cause'];
/** What is committed. */
export const VERDICTS = [...PLACE, 'verdict1', 'verdict2', 'verdict', 'cause'];

const WORDS = ['true', 'true-startup', 'false'];
/** Whether awaits could overlap does not depend on when they run. */
const GATHER_WORDS = ['true', 'false'];

/**
 * @param {string} text
 * @param {string} name what to call the file in an error
 * @param {readonly string[]} columns
 * @returns {Table}
 */
export function parseTable(text, name, columns) {
  const comments = [];
  const rows = [];
  let hasHeader = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const cells = line.split('\t');
    if (line.startsWith('#')) comments.push(line);
    else if (!hasHeader) {
      if (line !== columns.join('\t'))
        throw new Error(`${name}:${index + 1}: the columns must be ${columns.join(', ')}`);
      hasHeader = true;
    } else if (cells.length !== columns.length) {
      throw new Error(`${name}:${index + 1}: ${cells.length} cells, not ${columns.length}`);
    } else rows.push(Object.fromEntries(columns.map((column, i) => [column, (cells[i] ?? '').trim()])));
  }
  return { comments, rows };
}

/**
 * @param {Table} table
 * @param {readonly string[]} columns
 */
export function formatTable({ comments, rows }, columns) {
  const lines = rows.map((row) => columns.map((column) => (row[column] ?? '').replace(/\s+/g, ' ')).join('\t'));
  return `${[...comments, columns.join('\t'), ...lines].join('\n')}\n`;
}

/**
 * One table of what two judges said. Where they differ, the agreed verdict stays empty until they agree.
 *
 * @param {Table} first
 * @param {Table} second
 */
export function merge(first, second) {
  const others = new Map(second.rows.map((row) => [row.id, row]));
  const rows = [];
  for (const row of first.rows) {
    const other = others.get(row.id);
    others.delete(row.id);
    if (other === undefined) throw new Error(`${row.id}: only the first judge has it`);
    if (PLACE.some((column) => row[column] !== other[column])) throw new Error(`${row.id}: not the same finding`);
    rows.push(mergeRow(row, other));
  }
  for (const id of others.keys()) throw new Error(`${id}: only the second judge has it`);
  const comments = [...new Set([...first.comments, ...second.comments])];
  return { table: { comments, rows }, disagreements: rows.filter(isDisputed) };
}

/**
 * @param {Row} row
 * @param {Row} other
 * @returns {Row}
 */
function mergeRow(row, other) {
  for (const verdict of [row.verdict, other.verdict]) {
    const words = wordsFor(row);
    if (!words.includes(verdict ?? '')) throw new Error(`${row.id}: "${verdict}" is not one of ${words.join(', ')}`);
  }
  const agreed = row.verdict === other.verdict ? row.verdict : '';
  const causes = [...new Set([row.cause, other.cause])].filter((cause) => cause !== '').join(' / ');
  return { ...row, verdict1: row.verdict, verdict2: other.verdict, verdict: agreed, cause: causes };
}

/** @param {Row} row */
function wordsFor({ rule }) {
  return rule === 'prefer-gather-over-sequential-await' ? GATHER_WORDS : WORDS;
}

/** @param {Row} row */
export function isDisputed({ verdict1, verdict2 }) {
  return verdict1 !== verdict2;
}

/**
 * What is wrong with the committed table, one line each.
 *
 * @param {Table} table
 * @param {readonly import('./projects.mjs').Project[]} projects
 */
export function faults({ comments, rows }, projects) {
  const found = [];
  const ids = new Set();
  for (const row of rows) {
    const project = projects.find(({ name }) => name === row.project);
    if (ids.has(row.id)) found.push(`${row.id}: twice`);
    ids.add(row.id);
    if (project === undefined) found.push(`${row.id}: no project ${row.project}`);
    else if (project.role !== 'held-out') found.push(`${row.id}: ${row.project} is a development project`);
    else if (project.commit !== row.commit) found.push(`${row.id}: not the commit of ${row.project}`);
    for (const column of ['verdict1', 'verdict2', 'verdict']) {
      if (!wordsFor(row).includes(row[column] ?? '')) found.push(`${row.id}: ${column} "${row[column]}"`);
    }
    if ((row.verdict === 'false') !== (row.cause !== ''))
      found.push(`${row.id}: a cause belongs to false, and only to false`);
    if (drawOf(comments, row.rule ?? '') === null) found.push(`${row.id}: no comment tells how ${row.rule} was drawn`);
  }
  return found;
}

/**
 * How a rule's sample was drawn, kept in a comment of the table: `# rule=... date=... seed=...`.
 *
 * @param {readonly string[]} comments
 * @param {string} rule
 * @returns {Row | null}
 */
export function drawOf(comments, rule) {
  const comment = comments.find((text) => text.includes(` rule=${rule} `));
  if (comment === undefined) return null;
  return Object.fromEntries([...comment.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]));
}
