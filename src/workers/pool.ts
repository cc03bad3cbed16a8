import { Worker } from 'node:worker_threads';
import { fileSize } from '../files.ts';
import type { Threads } from '../lint.ts';
import type { Linting } from '../lint-parts.ts';
import type { PackedIndex } from '../packed-index.ts';
import type { Part } from '../parts.ts';
import type { Batch, Order, Outcome, Turn } from './order.ts';
import { Shares } from './shares.ts';

/** What the threads made of their files, and what no thread got done: that is left to the caller. */
export interface Yield {
  readonly parts: readonly Part[];
  readonly left: readonly Batch[];
}

/** Beside the bundle. There is none when running from source: Node cannot load that in a thread. */
const ENTRY = new URL('./worker.js', import.meta.url);

export async function lintInThreads(options: Linting, threads: Threads): Promise<Yield> {
  const { files, context = [], level, native = false, sieve = true, tracks = false, root, onProgress } = options;
  const sizes = files.map(({ absolute }) => fileSize(absolute));
  const shares = { index: new Shares(sizes, threads.jobs), lint: new Shares(sizes, threads.jobs) };
  const jobs = shares.lint.count;
  const plain = [...files, ...context].map(({ path, absolute, bytes }) => ({ path, absolute, named: !bytes }));
  const order: Order = { files: plain, request: threads.request, level, native, sieve, tracks, root };
  const parts: Part[] = [];
  const left: Batch[] = [];
  /** Of each thread: what others made, and it has not been told of yet. */
  const news: PackedIndex[][] = Array.from({ length: jobs }, () => []);
  // Both turns of a file are half of what it takes, more or less.
  let done = 0;
  onProgress?.(done, files.length);

  const next = (thread: number): Turn | null => {
    for (const what of ['index', 'lint'] as const) {
      const batch = shares[what].next(thread);
      if (batch !== null) return { what, batch, indexes: news[thread]?.splice(0) ?? [] };
    }
    return null;
  };
  const onOutcome = (thread: number, { part, indexes }: Outcome, { start, end }: Batch): void => {
    if (part !== null) parts.push(part);
    for (const [other, untold] of news.entries()) if (other !== thread) untold.push(...indexes);
    done += end - start;
    onProgress?.(Math.floor(done / 2), files.length);
  };
  const running = Array.from({ length: jobs }, (_, thread) => {
    const tell = (outcome: Outcome, batch: Batch) => onOutcome(thread, outcome, batch);
    return workInThread(threads.entry ?? ENTRY, order, () => next(thread), tell);
  });
  for (const lost of await Promise.all(running)) if (lost?.what === 'lint') left.push(lost.batch);
  // When every thread fails, nobody is left to help.
  for (let batch = shares.lint.next(0); batch !== null; batch = shares.lint.next(0)) left.push(batch);
  return { parts, left };
}

/** Takes turn after turn until there is none; resolves to the one that was in hand when the thread failed. */
function workInThread(
  entry: URL,
  order: Order,
  next: () => Turn | null,
  onOutcome: (outcome: Outcome, batch: Batch) => void,
): Promise<Turn | null> {
  const first = next();
  if (first === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    let turn: Turn | null = first;
    let worker: Worker;
    try {
      worker = new Worker(entry, { workerData: order });
    } catch {
      resolve(turn);
      return;
    }
    worker.on('message', (outcome: Outcome) => {
      if (turn === null) return;
      onOutcome(outcome, turn.batch);
      turn = next();
      if (turn === null) void worker.terminate();
      else worker.postMessage(turn);
    });
    // The end of the thread follows; what it had in hand is told then.
    worker.on('error', () => {});
    worker.on('messageerror', () => void worker.terminate());
    worker.on('exit', () => resolve(turn));
    worker.postMessage(turn);
  });
}
