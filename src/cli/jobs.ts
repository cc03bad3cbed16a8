import { fileSize } from '../files.ts';
import { type Machine, UsageError } from './io.ts';

/** The number that was typed. Nothing typed is one that lints, and another that parses for it where there is enough to do. */
export function jobsAsked(typed: string | null): number | 'auto' | null {
  if (typed === null || typed === 'auto') return typed;
  if (!/^[1-9]\d?$/.test(typed)) {
    throw new UsageError(`--jobs: expected auto or a number from 1 to 99, found "${typed}"`);
  }
  return Number(typed);
}

/** Bytes of source for each thread. One more has its own start, and its own copy of what it reaches: it must have enough to do. */
const SHARE = 3_000_000;
/** Bytes of a machine's memory for each thread; it takes up to 0.6 GB of that. */
const MEMORY = 1_000_000_000;
const MOST = 8;

export function automaticJobs(
  files: readonly { readonly absolute: string }[],
  { cores, memory }: Machine,
  sizeOf: (path: string) => number = fileSize,
): number {
  const most = Math.min(cores, MOST, Math.floor(memory / MEMORY));
  let jobs = 1;
  let size = 0;
  for (const { absolute } of files) {
    if (jobs >= most) break;
    size += sizeOf(absolute);
    jobs = Math.max(1, Math.floor(size / SHARE));
  }
  return jobs;
}
