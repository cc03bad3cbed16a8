import { createHash } from 'node:crypto';
import { UsageError } from './io.ts';

/** One of `of` parts, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Throws UsageError. */
export function shardAsked(typed: string | null): Shard | null {
  if (typed === null) return null;
  const [, part, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(typed) ?? [];
  if (part === undefined || of === undefined || Number(part) > Number(of)) {
    throw new UsageError(`--shard: expected I/N with I from 1 to N, found "${typed}"`);
  }
  return { part: Number(part), of: Number(of) };
}

/** By its path alone: whatever else is in the project, a file stays in its part on every machine. */
export function isInShard({ part, of }: Shard, path: string): boolean {
  const hash = createHash('sha256').update(path).digest().readUInt32BE(0);
  return hash % of === part - 1;
}

/** What this run lints. */
export function partOf<File extends { readonly path: string }>(
  files: readonly File[],
  shard: Shard | null,
): readonly File[] {
  return shard === null ? files : files.filter(({ path }) => isInShard(shard, path));
}
