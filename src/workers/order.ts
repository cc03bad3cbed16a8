import type { ConfigRequest } from '../config/resolve.ts';
import type { Level } from '../types.ts';

/** What a thread is told when it starts. Plain data, as is all that goes between threads. */
export interface Order {
  /** All files of the run, those to be linted first: what one thread lints may import what another one does. */
  readonly files: readonly { readonly path: string; readonly absolute: string }[];
  /** Settings hold functions, so each thread makes its own. */
  readonly request: ConfigRequest;
  readonly level: Level;
  readonly native: boolean;
  readonly tracks: boolean;
  readonly root: string | undefined;
}

/** Files that follow one another in the order; `end` is exclusive. */
export interface Batch {
  readonly start: number;
  readonly end: number;
}
