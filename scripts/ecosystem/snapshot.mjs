// @ts-check

/** @typedef {import('./projects.mjs').Project} Project */
/** @typedef {import('./run.mjs').Report} Report */
/** @typedef {import('./run.mjs').Finding} Finding */
/** @typedef {{ readonly added: readonly string[], readonly removed: readonly string[] }} Difference */

/** Enough to tell apart what stands on one line, and half the size. */
const FINGERPRINT_DIGITS = 8;

/**
 * What is committed about a report: counts, then the findings below their file and rule. No message, since messages quote
 * the code.
 *
 * @param {Project} project
 * @param {Pick<Report, 'summary' | 'findings' | 'problems'>} report
 */
export function snapshot({ repository, commit }, { summary, findings, problems }) {
  const lines = [`# ${repository} ${commit}`];
  for (const [key, count] of [...countsOf(findings)].sort()) lines.push(`# ${key} ${count}`);
  lines.push(`# hidden ${summary.hidden}`, `# problems ${problems.length}`);
  let above = { path: '', rule: '' };
  for (const { rule, level, place, fingerprint } of [...findings].sort(byRule)) {
    const here = { path: place.path, rule: `${rule} ${level}` };
    if (here.path !== above.path) lines.push(here.path);
    if (here.path !== above.path || here.rule !== above.rule) lines.push(`  ${here.rule}`);
    lines.push(`    ${place.start.line} ${fingerprint.slice(0, FINGERPRINT_DIGITS)}`);
    above = here;
  }
  return `${lines.join('\n')}\n`;
}

/**
 * What one snapshot says and the other does not. Commits are pinned, so a line only changes when nostall does.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Difference}
 */
export function difference(before, after) {
  const [old, now] = [statements(before), statements(after)];
  const [had, has] = [new Set(old), new Set(now)];
  return { added: now.filter((line) => !had.has(line)), removed: old.filter((line) => !has.has(line)) };
}

/** The lines of a snapshot, each finding with its rule and path. */
function statements(/** @type {string} */ text) {
  const all = [];
  let [path, rule] = ['', ''];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) all.push(line);
    else if (line.startsWith('    ')) {
      const [number, fingerprint] = line.trim().split(' ');
      all.push(`${rule} ${path}:${number} ${fingerprint}`);
    } else if (line.startsWith('  ')) rule = line.trim();
    else path = line;
  }
  return all;
}

/**
 * @param {string} name
 * @param {Difference} difference
 */
export function differenceText(name, { added, removed }) {
  return [name, ...removed.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)].join('\n');
}

/** How many findings a difference adds or removes, leaving out the lines that count. */
export function findingsAmong(/** @type {readonly string[]} */ lines) {
  return lines.filter((line) => !line.startsWith('#')).length;
}

/** @param {readonly Finding[]} findings */
function countsOf(findings) {
  const counts = new Map();
  for (const { rule, level } of findings) counts.set(`${rule} ${level}`, (counts.get(`${rule} ${level}`) ?? 0) + 1);
  return counts;
}

/**
 * @param {Finding} a
 * @param {Finding} b
 */
function byRule(a, b) {
  return compare(a.place.path, b.place.path) || compare(a.rule, b.rule) || compare(a.level, b.level) || byPlace(a, b);
}

/**
 * By code unit, so that no locale has a say.
 *
 * @param {Finding} a
 * @param {Finding} b
 */
export function byPlace(a, b) {
  return (
    compare(a.place.path, b.place.path) ||
    a.place.start.line - b.place.start.line ||
    compare(a.rule, b.rule) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
