/** What the layers hand to one another. Types and closed word lists only: everything may import this, this imports nothing. */

export const KINDS = ['sleep', 'network', 'file', 'process', 'db', 'wait', 'input', 'cpu'] as const;
export type Kind = (typeof KINDS)[number];

/** From cheapest to dearest. */
export const COSTS = ['micro', 'bounded', 'unbounded'] as const;
export type Cost = (typeof COSTS)[number];

/** From loudest to quietest. */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Of awaits that could overlap. `proven`: seen in the code and the models. `likely`: values are read by calls whose names
 * say so. `possible`: only the shape of the code speaks for it.
 */
export const CERTAINTIES = ['proven', 'likely', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Line and column count from 1; columns are UTF-16 code units, as in JavaScript strings and SARIF's `utf16CodeUnits`. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `end` is exclusive. `path` is as it is shown: relative to the working directory, with forward slashes. */
export interface Place {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** One link of a chain, or one related fact. `place` is null for what has no source in the project, such as a library function. */
export interface Step {
  readonly place: Place | null;
  /** Dotted name of what stands there: `app.db.save`, `requests.get`. */
  readonly name: string;
  /** One sentence without a final period: "`save` calls `write_row`". */
  readonly text: string;
  /** The source line at `place.start`, without its line end; empty when there is no place. */
  readonly source: string;
}

export interface EffectInfo {
  readonly kind: Kind;
  readonly cost: Cost;
}

export interface Suppression {
  readonly kind: 'nostall' | 'noqa';
  readonly reason: string | null;
  readonly place: Place;
}

/** Replaces `start` to `end` (exclusive) of the finding's file by `text`. */
export interface Edit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** What mends a finding without changing what the program does. */
export interface Fix {
  /** One sentence, no final period. */
  readonly description: string;
  /** Sorted, not overlapping. */
  readonly edits: readonly Edit[];
}

export interface Finding {
  /** Rule id, such as `no-blocking-io-in-async`. */
  readonly rule: string;
  readonly level: Level;
  /** What: one sentence, names in backticks, no final period. */
  readonly message: string;
  /** Why it hurts: one sentence, no final period. Empty when the message says all. */
  readonly why: string;
  /** What to do: one or more sentences, no final period. Empty when there is no advice. */
  readonly advice: string;
  readonly place: Place;
  /** Qualified name of the function it stands in, `<module>` at top level. */
  readonly function: string;
  /** Source lines from `place.start.line` to `place.end.line`, without line ends. */
  readonly source: readonly string[];
  readonly effect: EffectInfo | null;
  readonly certainty: Certainty | null;
  /** From the reported call down to the primitive; empty when the call itself is the primitive. */
  readonly chain: readonly Step[];
  /** Other facts: further effects of the same call, the other awaits that could overlap. */
  readonly related: readonly Step[];
  /** 16 hexadecimal digits over rule, function, normalised source and ordinal: survives line moves. */
  readonly fingerprint: string;
  /** SARIF `primaryLocationLineHash`, computed over the file's text. */
  readonly lineHash: string;
  readonly fix: Fix | null;
  /** Set when a comment silences it; such findings are kept apart from the others. */
  readonly suppression: Suppression | null;
}

/** Something that kept the tool from doing its work: an unreadable file, a rule that threw. Makes the exit code 2. */
export interface Problem {
  readonly path: string | null;
  readonly line: number | null;
  readonly message: string;
}

export interface RuleInfo {
  readonly id: string;
  /** PascalCase form of the id. */
  readonly name: string;
  /** One sentence without a final period. */
  readonly description: string;
  /** The whole Markdown page. */
  readonly docs: string;
  readonly url: string;
  /** Level of a finding that no policy makes louder or quieter. */
  readonly level: Level;
  readonly tags: readonly string[];
  readonly precision: 'very-high' | 'high' | 'medium' | 'low';
}

export interface Report {
  /** nostall's own version. */
  readonly version: string;
  /** Sorted by path, line, column, rule. Findings below the asked level and suppressed ones are not here. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** How many findings were left out because they are below the asked level. */
  readonly hidden: number;
  /** How many were left out because the baseline lists them. */
  readonly baselined: number;
  /** How many were left out because they are not new since the revision asked for. */
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  /** How many files were linted. */
  readonly files: number;
  /** Which part of the files was linted, as in `2/5`; null for all of them. */
  readonly shard: string | null;
  /** Every rule that was enabled, sorted by id. */
  readonly rules: readonly RuleInfo[];
  /** Wall time in milliseconds. */
  readonly elapsed: number;
}
