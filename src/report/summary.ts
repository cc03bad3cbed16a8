import { COSTS, type Cost, type Finding, KINDS, type Kind, LEVELS, type Level, type Report } from '../types.ts';
import { count } from './words.ts';

export interface Summary {
  readonly files: number;
  readonly findings: number;
  readonly filesWithFindings: number;
  readonly suppressed: number;
  readonly hidden: number;
  readonly baselined: number;
  readonly unchanged: number;
  readonly problems: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Rules that found something, by id. */
  readonly rules: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly costs: Readonly<Record<Cost, number>>;
}

export function summarise(report: Report): Summary {
  const findings = report.findings;
  return {
    files: report.files,
    findings: findings.length,
    filesWithFindings: new Set(findings.map((finding) => finding.place.path)).size,
    suppressed: report.suppressed.length,
    hidden: report.hidden,
    baselined: report.baselined,
    unchanged: report.unchanged,
    problems: report.problems.length,
    levels: tally(LEVELS, findings, (finding) => finding.level),
    rules: tally([...new Set(findings.map((finding) => finding.rule))].sort(), findings, (finding) => finding.rule),
    kinds: tally(KINDS, findings, (finding) => finding.effect?.kind),
    costs: tally(COSTS, findings, (finding) => finding.effect?.cost),
  };
}

/** The outcome in one line, without a period: for people and for logs. */
export function headline(summary: Summary, shard: string | null): string {
  const problems =
    summary.problems === 0 ? '' : `; ${count(summary.problems, 'problem')} kept nostall from doing all its work`;
  if (summary.findings === 0) {
    const none = shard === null ? 'No Python files to check' : `No files in part ${shard.replace('/', ' of ')}`;
    return `${summary.files === 0 ? none : `No findings in ${count(summary.files, 'file')}`}${problems}`;
  }
  const levels = LEVELS.filter((level) => summary.levels[level] > 0).map((level) =>
    count(summary.levels[level], level),
  );
  const where = `${summary.filesWithFindings} of ${count(summary.files, 'file')}`;
  return `${count(summary.findings, 'finding')} in ${where}: ${levels.join(', ')}${problems}`;
}

/** What the headline leaves out on purpose; empty when nothing was. */
export function leftOut(summary: Summary): string {
  const parts: string[] = [];
  if (summary.suppressed > 0)
    parts.push(`${summary.suppressed} suppressed by ${summary.suppressed === 1 ? 'a comment' : 'comments'}`);
  if (summary.baselined > 0) parts.push(`${summary.baselined} in the baseline`);
  if (summary.unchanged > 0) parts.push(`${summary.unchanged} not new`);
  if (summary.hidden > 0) parts.push(`${summary.hidden} hidden below the level asked for: --level note shows them`);
  return parts.join(', ');
}

export function statisticsTable(report: Report): string[] {
  const rows = new Map<string, { cells: readonly string[]; amount: number }>();
  for (const { rule, effect } of report.findings) {
    const cells = [rule, effect?.kind ?? '-', effect?.cost ?? '-'];
    const key = cells.join(' ');
    rows.set(key, { cells, amount: (rows.get(key)?.amount ?? 0) + 1 });
  }
  const sorted = [...rows].sort(([a, x], [b, y]) => y.amount - x.amount || (a < b ? -1 : 1));
  const table = [
    ['rule', 'kind', 'cost', 'count'],
    ...sorted.map(([, { cells, amount }]) => [...cells, String(amount)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map(([rule = '', kind = '', cost = '', amount = '']) =>
    [
      rule.padEnd(widths[0] ?? 0),
      kind.padEnd(widths[1] ?? 0),
      cost.padEnd(widths[2] ?? 0),
      amount.padStart(widths[3] ?? 0),
    ].join('  '),
  );
}

function tally<Key extends string>(
  keys: readonly Key[],
  findings: readonly Finding[],
  keyOf: (finding: Finding) => Key | undefined,
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== undefined) counts[key]++;
  }
  return counts;
}
