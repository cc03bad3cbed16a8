import { byPlace, byProblem } from '../sorting.ts';
import type { Report } from '../types.ts';
import { ReportError } from './fields.ts';

/** One report of several; what more than one of them says is said once, but files and left-out findings are added up. */
export function mergeReports(reports: readonly Report[]): Report {
  const version = theVersion(reports.map((report) => report.version));
  const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0);
  return {
    version: version ?? '',
    findings: once(reports.flatMap(({ findings }) => findings)).sort(byPlace),
    suppressed: once(reports.flatMap(({ suppressed }) => suppressed)).sort(byPlace),
    hidden: sum(({ hidden }) => hidden),
    baselined: sum(({ baselined }) => baselined),
    unchanged: sum(({ unchanged }) => unchanged),
    problems: once(reports.flatMap(({ problems }) => problems)).sort(byProblem),
    files: sum(({ files }) => files),
    shard: null,
    rules: rulesById(reports.map(({ rules }) => rules)),
    elapsed: sum(({ elapsed }) => elapsed),
  };
}

/**
 * Throws ReportError unless the shards are all there, each once. A job that died would otherwise pass for one that found
 * nothing.
 */
export function checkShards(shards: readonly (string | null)[]): void {
  const named = shards.filter((shard) => shard !== null);
  if (named.length === 0) return;
  if (named.length < shards.length) throw new ReportError('some are shards of a run, and some are whole');
  const amounts = new Set(named.map((shard) => shard.split('/')[1]));
  if (amounts.size > 1) throw new ReportError(`they are shards of different runs: ${named.join(', ')}`);
  const [of] = amounts;
  const twice = named.find((shard, at) => named.indexOf(shard) < at);
  if (twice !== undefined) throw new ReportError(`shard ${twice} is there twice`);
  for (let part = 1; part <= Number(of); part++) {
    if (!named.includes(`${part}/${of}`)) throw new ReportError(`shard ${part}/${of} is missing`);
  }
}

export function once<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Each rule once, sorted. */
export function rulesById<Rule extends { readonly id: string }>(lists: readonly (readonly Rule[])[]): Rule[] {
  const byId = new Map(lists.flatMap((rules) => rules.map((rule) => [rule.id, rule])));
  return [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Throws ReportError when there are several. */
export function theVersion(versions: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = [...new Set(versions)].sort();
  if (others.length > 0) throw new ReportError(`they come from different versions: ${[first, ...others].join(', ')}`);
  return first;
}
