import type { MessagePort } from 'node:worker_threads';
import type { ConfigRequest } from '../config/resolve.ts';
import type { PackedIndex } from '../packed-index.ts';
import type { Part } from '../parts.ts';
import type { Level } from '../types.ts';

/** What the thread that goes ahead is told. */
export interface AheadOrder extends Pick<Order, 'files' | 'native' | 'sieve'> {
  /** See `Claims`. */
  readonly claims: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
}

/** What a thread is told when it starts. Plain data, as is all that goes between threads. */
export interface Order {
  /** All files of the run, those to be linted first: what one thread lints may import what another one does. */
  readonly files: readonly { readonly path: string; readonly absolute: string; readonly named: boolean }[];
  /** Settings hold functions, so each thread makes its own. */
  readonly request: ConfigRequest;
  readonly level: Level;
  readonly native: boolean;
  readonly sieve: boolean;
  readonly tracks: boolean;
  readonly root: string | undefined;
}

/** Files that follow one another in the order; `end` is exclusive. */
export interface Batch {
  readonly start: number;
  readonly end: number;
}

/** One turn of a thread. First all files are indexed, so that none is parsed by two threads; then they are linted. */
export interface Turn {
  readonly what: 'index' | 'lint';
  readonly batch: Batch;
  /** Made by others since the last turn, in memory that all threads share. */
  readonly indexes: readonly PackedIndex[];
}

/** What a turn gave. */
export interface Outcome {
  /** Null for a turn that only made indexes. */
  readonly part: Part | null;
  readonly indexes: readonly PackedIndex[];
}
