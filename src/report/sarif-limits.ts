import type { Finding } from '../types.ts';
import { loudest, type Ranked } from './loudest.ts';
import { MOST_LOCATIONS, stepsCut } from './sarif-results.ts';
import { count } from './words.ts';

/** GitHub rejects a run with more, and stores fewer. */
const MOST_RESULTS = 25_000;
const MOST_SHOWN = 5_000;
/** GitHub rejects a file that is larger when compressed; "10 MB" may mean either megabyte, so the smaller. */
const LARGEST = 10_000_000;
/** What is cut for its size is cut a little below it: findings do not compress alike. */
const MARGIN = 0.97;

const SHOWN_WARNING = 'GitHub shows at most ';

export function isAboutShown(warning: string): boolean {
  return warning.startsWith(SHOWN_WARNING);
}

export interface Cut<One> {
  readonly kept: readonly One[];
  /** What no reader of the report will see, or only some will. */
  readonly warnings: readonly string[];
  readonly text: string;
}

/**
 * The log of as many findings as GitHub takes, the loudest. `logOf` writes it, with the warnings; `gzipSize` is only
 * asked about a text that might be too large.
 */
export function withinLimits<One extends Ranked>(
  all: readonly One[],
  logOf: (kept: readonly One[], warnings: readonly string[]) => string,
  gzipSize: ((text: string) => number) | undefined,
): Cut<One> {
  const counted = loudest(all, MOST_RESULTS);
  let kept = counted;
  for (;;) {
    const warnings = warningsOf(all.length - counted.length, counted.length - kept.length, kept.length);
    const text = logOf(kept, warnings);
    const isSmall = gzipSize === undefined || Buffer.byteLength(text) <= LARGEST;
    const size = isSmall ? 0 : gzipSize(text);
    if (size <= LARGEST || kept.length === 0) return { kept, warnings, text };
    kept = loudest(kept, Math.floor(kept.length * (LARGEST / size) * MARGIN));
  }
}

function warningsOf(overCount: number, overSize: number, kept: number): string[] {
  const warnings: string[] = [];
  if (overCount > 0) {
    warnings.push(`${count(overCount, 'result')} left out, the quietest: a run holds at most ${MOST_RESULTS}.`);
  }
  if (overSize > 0) {
    const limit = `${LARGEST / 1_000_000} MB when compressed`;
    warnings.push(`${count(overSize, 'result')} left out, the quietest: a file holds at most ${limit}.`);
  }
  if (kept > MOST_SHOWN) {
    warnings.push(`${SHOWN_WARNING}${MOST_SHOWN} of the ${kept} results, by severity.`);
  }
  return warnings;
}

/** What is cut from single findings. */
export function stepWarnings(kept: readonly Finding[]): string[] {
  return kept.flatMap((finding) => {
    const cut = stepsCut(finding);
    if (cut === 0) return [];
    const { path, start } = finding.place;
    return [`${count(cut, 'step')} of ${path}:${start.line} left out: a result holds at most ${MOST_LOCATIONS}.`];
  });
}
