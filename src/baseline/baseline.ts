import type { Finding, Level } from '../types.ts';

/** A finding that is known, and left out of reports until it is mended. Lines do not count, so that code may move. */
export interface Entry {
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  readonly level: Level;
  readonly function: string;
  readonly fingerprint: string;
  /** For the people who read the file; nothing is decided by it. */
  readonly message: string;
}

export interface Match {
  /** Findings that the baseline does not list. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that this run would have found again, and did not. */
  readonly stale: readonly Entry[];
  /** Entries that this run cannot judge: of other files, other rules or quieter levels. */
  readonly unjudged: readonly Entry[];
}

/** `pathOf` gives the path of a finding as the baseline writes it; `isJudged` says whether the run would find an entry. */
export function match(
  findings: readonly Finding[],
  entries: readonly Entry[],
  pathOf: (finding: Finding) => string,
  isJudged: (entry: Entry) => boolean,
): Match {
  const listed = new Map(entries.map((entry) => [keyOf(entry.path, entry.fingerprint), entry]));
  const found = new Set<Entry>();
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const entry = listed.get(keyOf(pathOf(finding), finding.fingerprint));
    if (entry) found.add(entry);
    (entry ? known : fresh).push(finding);
  }
  const lost = entries.filter((entry) => !found.has(entry));
  return { fresh, known, stale: lost.filter(isJudged), unjudged: lost.filter((entry) => !isJudged(entry)) };
}

export function entryOf({ rule, level, function: name, fingerprint, message }: Finding, path: string): Entry {
  return { path, rule, level, function: name, fingerprint, message };
}

function keyOf(path: string, fingerprint: string): string {
  return `${fingerprint} ${path}`;
}
