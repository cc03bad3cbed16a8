import type { Batch } from './order.ts';

/** Bytes of source for one batch: little, so that no thread waits long for the last one. */
const BATCH = 16 * 1024;

/**
 * Who lints what. Each thread has a run of neighbouring files of about the same size as the others', since neighbours
 * import the same modules and a thread reads all that it reaches. One that is done helps whoever has most left, from the
 * end of its run.
 */
export class Shares {
  readonly #left: Batch[][];

  /** `sizes` in bytes, in the order of the files. No more shares than batches. */
  constructor(sizes: readonly number[], count: number) {
    const batches = batchesOf(sizes);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const wanted = Math.max(1, Math.min(count, batches.length));
    this.#left = Array.from({ length: wanted }, () => []);
    let before = 0;
    for (const batch of batches) {
      const size = sizeOf(sizes, batch);
      const middle = before + size / 2;
      this.#left[Math.min(wanted - 1, Math.floor((middle / Math.max(1, total)) * wanted))]?.push(batch);
      before += size;
    }
  }

  get count(): number {
    return this.#left.length;
  }

  /** The next batch for the thread with this number; null when all are given out. */
  next(thread: number): Batch | null {
    const own = this.#left[thread]?.shift();
    if (own) return own;
    const longest = this.#left.reduce((most, batches) => (batches.length > most.length ? batches : most));
    return longest.pop() ?? null;
  }
}

function batchesOf(sizes: readonly number[]): Batch[] {
  const out: Batch[] = [];
  let start = 0;
  let size = 0;
  for (const [position, one] of sizes.entries()) {
    if (position > start && size + one > BATCH) {
      out.push({ start, end: position });
      start = position;
      size = 0;
    }
    size += one;
  }
  if (start < sizes.length) out.push({ start, end: sizes.length });
  return out;
}

function sizeOf(sizes: readonly number[], { start, end }: Batch): number {
  let size = 0;
  for (let position = start; position < end; position++) size += sizes[position] as number;
  return size;
}
