import type { Times } from './clock.ts';
import { isAsLoudAs } from './levels.ts';
import { ruleInfos } from './rule-info.ts';
import { byPlace, byProblem } from './sorting.ts';
import type { Finding, Level, Problem, Report } from './types.ts';
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

export function addFinding(part: Part, finding: Finding, level: Level): void {
  const { suppression, place } = finding;
  if (!isAsLoudAs(finding.level, level)) {
    if (suppression === null) part.hidden.set(place.path, (part.hidden.get(place.path) ?? 0) + 1);
  } else if (suppression === null) part.findings.push(finding);
  else part.suppressed.push(finding);
}

/** What a fault of nostall's own leaves to say: the findings of one file are lost, not the run. */
export function internalError(path: string, error: unknown): Problem {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
  return { path, line: null, message: `internal error: ${reason}` };
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
