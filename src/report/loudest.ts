import { LEVELS, type Level } from '../types.ts';

export interface Ranked {
  readonly level: Level;
  readonly suppression: unknown;
}

/** Drops suppressed findings first, then the quietest from the end; what stays keeps its order. */
export function loudest<One extends Ranked>(findings: readonly One[], most: number): readonly One[] {
  if (findings.length <= most) return findings;
  const rank = ({ level, suppression }: Ranked) => (suppression ? LEVELS.length : LEVELS.indexOf(level));
  const ranked = findings.map((finding, index) => ({ index, rank: rank(finding) })).sort((a, b) => a.rank - b.rank);
  const kept = new Set(ranked.slice(0, most).map(({ index }) => index));
  return findings.filter((_, index) => kept.has(index));
}
