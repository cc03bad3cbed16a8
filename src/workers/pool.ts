import { Worker } from 'node:worker_threads';
import { fileSize } from '../files.ts';
import type { LintOptions, Threads } from '../lint.ts';
import type { Part } from '../parts.ts';
import type { Batch, Order } from './order.ts';
import { Shares } from './shares.ts';

/** What the threads made of their files, and what no thread got done: that is left to the caller. */
export interface Outcome {
  readonly parts: readonly Part[];
  readonly left: readonly Batch[];
}

/** Beside the bundle. There is none when running from source: Node cannot load that in a thread. */
const ENTRY = new URL('./worker.js', import.meta.url);

export async function lintInThreads(options: LintOptions, threads: Threads): Promise<Outcome> {
  const { files, context = [], level, native = false, tracks = false, root, onProgress } = options;
  const shares = new Shares(
    files.map(({ absolute }) => fileSize(absolute)),
    threads.jobs,
  );
  const jobs = shares.count;
  const plain = [...files, ...context].map(({ path, absolute }) => ({ path, absolute }));
  const order: Order = { files: plain, request: threads.request, level, native, tracks, root };
  const parts: Part[] = [];
  const left: Batch[] = [];
  let done = 0;
  onProgress?.(done, files.length);
  const onPart = (part: Part, { start, end }: Batch): void => {
    parts.push(part);
    done += end - start;
    onProgress?.(done, files.length);
  };
  const running = Array.from({ length: jobs }, (_, thread) => {
    return lintInThread(threads.entry ?? ENTRY, order, () => shares.next(thread), onPart);
  });
  for (const lost of await Promise.all(running)) if (lost !== null) left.push(lost);
  // When every thread fails, nobody is left to help.
  for (let batch = shares.next(0); batch !== null; batch = shares.next(0)) left.push(batch);
  return { parts, left };
}

/** Lints batch after batch until there is none; resolves to the one that was in hand when the thread failed. */
function lintInThread(
  entry: URL,
  order: Order,
  next: () => Batch | null,
  onPart: (part: Part, batch: Batch) => void,
): Promise<Batch | null> {
  const first = next();
  if (first === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    let batch: Batch | null = first;
    let worker: Worker;
    try {
      worker = new Worker(entry, { workerData: order });
    } catch {
      resolve(batch);
      return;
    }
    worker.on('message', (part: Part) => {
      if (batch === null) return;
      onPart(part, batch);
      batch = next();
      if (batch === null) void worker.terminate();
      else worker.postMessage(batch);
    });
    // The end of the thread follows; what it had in hand is told then.
    worker.on('error', () => {});
    worker.on('messageerror', () => void worker.terminate());
    worker.on('exit', () => resolve(batch));
    worker.postMessage(batch);
  });
}
