import type { Finding, Problem, Report, Step } from '../types.ts';
import { byFile } from './by-file.ts';
import { loudest } from './loudest.ts';
import { code, escapeHtml, prose } from './markdown-text.ts';
import { headline, leftOut, summarise } from './summary.ts';
import { at, count, cutText, sentences } from './words.ts';

const MOST_FINDINGS = 200;
const MOST_STEPS = 20;
const LONGEST_TEXT = 500;

/** GitHub takes 1 MiB of summary from a step; others may write to the same one. */
const MOST_BYTES = 800_000;

/** A job summary: headline, table, and what there is to tell about each finding, folded by file. */
export function markdown(report: Report): string {
  for (let most = MOST_FINDINGS; ; most = Math.floor(most / 2)) {
    const text = page(report, most);
    if (most === 0 || Buffer.byteLength(text) <= MOST_BYTES) return text;
  }
}

function page(report: Report, most: number): string {
  const summary = summarise(report);
  const shown = loudest(report.findings, most);
  const blocks = [`## nostall: ${headline(summary, report.shard)}`];
  const rest = leftOut(summary);
  if (rest !== '') blocks.push(`Left out: ${rest}.`);
  if (report.problems.length > 0) blocks.push(problemList(report.problems, most));
  if (shown.length > 0) blocks.push(table(shown, report));
  if (shown.length < report.findings.length) {
    blocks.push(`and ${report.findings.length - shown.length} more, none louder than these.`);
  }
  for (const [path, findings] of byFile(shown)) blocks.push(fileDetails(path, findings));
  return `${blocks.join('\n\n')}\n`;
}

function problemList(problems: readonly Problem[], most: number): string {
  const shown = problems.slice(0, Math.max(most, 1));
  const lines = shown.map(({ path, line, message }) => {
    const place = path === null ? '' : `${code(cut(line === null ? path : `${path}:${line}`))}: `;
    return `- **problem** ${place}${prose(cut(message))}`;
  });
  if (shown.length < problems.length) lines.push(`- and ${problems.length - shown.length} more`);
  return lines.join('\n');
}

function table(findings: readonly Finding[], { rules }: Report): string {
  const urlOf = new Map(rules.map(({ id, url }) => [id, url]));
  const rows = findings.map(({ level, rule, place, message }) => {
    const url = urlOf.get(rule);
    const name = url === undefined ? code(rule, 'cell') : `[${code(rule, 'cell')}](${encodeURI(url)})`;
    return `| ${level} | ${name} | ${code(cut(at(place)), 'cell')} | ${prose(cut(message), 'cell')} |`;
  });
  return ['| Level | Rule | Place | Message |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The blank lines let Markdown go on inside of the HTML. */
function fileDetails(path: string, findings: readonly Finding[]): string {
  const summary = `<code>${escapeHtml(cut(path))}</code>: ${count(findings.length, 'finding')}`;
  const items = findings.map(findingItem).join('\n');
  return `<details>\n<summary>${summary}</summary>\n\n${items}\n\n</details>`;
}

function findingItem(finding: Finding): string {
  const { level, rule, place, chain, related } = finding;
  const told = [finding.message, finding.why, finding.advice].map(cut);
  const steps = [...chain.map((step) => stepItem('via', step)), ...related.map((step) => stepItem('also', step))];
  const lines = [
    `- Line ${place.start.line}: **${level}** ${code(rule)}: ${prose(sentences(...told))}`,
    ...steps.slice(0, MOST_STEPS),
  ];
  if (steps.length > MOST_STEPS) lines.push(`  - and ${count(steps.length - MOST_STEPS, 'more step')}`);
  return lines.join('\n');
}

function stepItem(word: string, { place, name, text }: Step): string {
  return `  - ${word} ${code(cut(place ? at(place) : name))}: ${prose(cut(text))}`;
}

function cut(text: string): string {
  return cutText(text, LONGEST_TEXT);
}
