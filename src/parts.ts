import type { Times } from './clock.ts';
import { ruleInfos } from './rule-info.ts';
import { byPlace, byProblem } from './sorting.ts';
import type { Finding, Problem, Report } from './types.ts';
import { version } from './version.ts';

/** What some of the files gave: plain data. */
export interface Part {
  readonly findings: Finding[];
  readonly suppressed: Finding[];
  /** How many are below the level, by file. */
  readonly hidden: Map<string, number>;
  readonly problems: Problem[];
  linted: number;
  readonly enabled: Set<string>;
  /** Which files, by absolute path, each file made use of: for the cache. */
  readonly reached: Map<string, Set<string>>;
  /** What the time went into. */
  times: Times;
}

export function emptyPart(): Part {
  return {
    findings: [],
    suppressed: [],
    hidden: new Map(),
    problems: [],
    linted: 0,
    enabled: new Set(),
    reached: new Map(),
    times: {},
  };
}

/** One report, whatever the parts: sorted, and what several of them had to say said once. */
export function reportOf(parts: readonly Part[], problems: readonly Problem[], started: number): Report {
  const enabled = new Set(parts.flatMap((part) => [...part.enabled]));
  const met = new Map(
    [...problems, ...parts.flatMap((part) => part.problems)].map((problem) => [JSON.stringify(problem), problem]),
  );
  return {
    version,
    findings: parts.flatMap((part) => part.findings).sort(byPlace),
    suppressed: parts.flatMap((part) => part.suppressed).sort(byPlace),
    hidden: parts.reduce((sum, { hidden }) => sum + [...hidden.values()].reduce((all, some) => all + some, 0), 0),
    problems: [...met.values()].sort(byProblem),
    baselined: 0,
    unchanged: 0,
    files: parts.reduce((sum, { linted }) => sum + linted, 0),
    shard: null,
    rules: ruleInfos.filter((rule) => enabled.has(rule.id)).sort((left, right) => (left.id < right.id ? -1 : 1)),
    elapsed: performance.now() - started,
  };
}
