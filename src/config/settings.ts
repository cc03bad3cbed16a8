import type { Certainty, Cost, Kind, Level } from '../types.ts';

/** Everything that configuration decides for one file, resolved: defaults filled in, paths absolute. */
export interface Settings {
  /** The same for settings that decide alike, in this run and in others. */
  readonly signature: string;
  /** Absolute path of the file it came from, null for the defaults. */
  readonly configPath: string | null;
  /** Ids of the enabled rules, after select, ignore and the command line. */
  readonly rules: ReadonlySet<string>;
  /** Ids switched off for `path` (absolute) by per-file-ignores. */
  readonly ignoredIn: (path: string) => ReadonlySet<string>;
  readonly severity: SeverityPolicy;
  /** Whether `path` (absolute) is a test file. */
  readonly isTest: (path: string) => boolean;
  /** Absolute folders with the user's own model stubs. */
  readonly models: readonly string[];
  /** Absolute folders that absolute imports are looked for in first. */
  readonly src: readonly string[];
  /** Absolute path of the file with known findings; null when none is named. */
  readonly baseline: string | null;
  /** Whether `# noqa` comments written for ruff silence the equivalent finding. */
  readonly respectNoqa: boolean;
  /** `[3, 12]` for Python 3.12. */
  readonly targetVersion: readonly [number, number];
}

/** What a level is decided by. */
export interface Weight {
  readonly rule: string;
  readonly kind: Kind | null;
  readonly cost: Cost | null;
  readonly certainty: Certainty | null;
  /** Whether it is reached through calls of other functions. */
  readonly isChained: boolean;
  /** Absolute path. */
  readonly path: string;
}

export interface SeverityPolicy {
  /** Null means silent. */
  levelOf(weight: Weight): Level | null;
}
