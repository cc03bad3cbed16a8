import type { Cost, Kind } from '../../../src/types.ts';

export type Expected =
  /** These effects and no others. */
  | { readonly tag: 'stalls'; readonly effects: ReadonlyMap<Kind, Cost> }
  | { readonly tag: 'silent' }
  /** That of what is handed over, or not that: what takes it may well block itself. */
  | { readonly tag: 'sleeps' | 'sleepless' }
  | { readonly tag: 'overlaps' }
  | { readonly tag: 'apart' };

/** One definition of the generated module, and what must be reported in it. */
export interface Case {
  readonly entry: string;
  readonly what: string;
  /** Python text, in which `CASE` stands for the name. */
  readonly text: string;
  readonly expected: Expected;
  /** What the definition must be seen to call or hand over, where silence alone would not tell. */
  readonly reaches: string | null;
}

/** Takes a case of the entry at hand; effects are those that it must report. */
export type Add = (
  what: string,
  text: string,
  expected: Exclude<Expected['tag'], 'stalls'> | ReadonlyMap<Kind, Cost>,
  reaches?: string | null,
) => void;
