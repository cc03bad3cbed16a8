import type { Cost, Finding, Kind, Level } from '../types.ts';

/** A finding that is known, and left out of reports until it is mended. Lines do not count, so that code may move. */
export interface Entry {
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  readonly level: Level;
  /** With these, a later configuration can tell what it has switched off; null when there is no effect. */
  readonly kind: Kind | null;
  readonly cost: Cost | null;
  readonly function: string;
  readonly fingerprint: string;
  /** For the people who read the file; nothing is decided by it. */
  readonly message: string;
}

export interface Match {
  /** Findings that the baseline does not list. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries without a finding, each once. */
  readonly lost: readonly Entry[];
}

/** `pathOf` gives the path of a finding as the baseline writes it. */
export function match(
  findings: readonly Finding[],
  entries: readonly Entry[],
  pathOf: (finding: Finding) => string,
): Match {
  // A merge of two branches may list an entry twice.
  const listed = new Map(entries.map((entry) => [keyOf(entry.path, entry.fingerprint), entry]));
  const found = new Set<Entry>();
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const entry = listed.get(keyOf(pathOf(finding), finding.fingerprint));
    if (entry) found.add(entry);
    (entry ? known : fresh).push(finding);
  }
  return { fresh, known, lost: [...listed.values()].filter((entry) => !found.has(entry)) };
}

export function entryOf({ rule, level, effect, function: name, fingerprint, message }: Finding, path: string): Entry {
  const { kind, cost } = effect ?? { kind: null, cost: null };
  return { path, rule, level, kind, cost, function: name, fingerprint, message };
}

function keyOf(path: string, fingerprint: string): string {
  return `${fingerprint} ${path}`;
}
