/** The order of a report, so that it is the same whoever made its parts. */
import type { Finding, Problem } from './types.ts';

export function byProblem(left: Problem, right: Problem): number {
  const a = left.path ?? '';
  const b = right.path ?? '';
  if (a !== b) return a < b ? -1 : 1;
  return (left.line ?? 0) - (right.line ?? 0) || (left.message < right.message ? -1 : 1);
}

export function byPlace(left: Finding, right: Finding): number {
  const a = left.place;
  const b = right.place;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    (left.rule === right.rule ? 0 : left.rule < right.rule ? -1 : 1) ||
    (left.message < right.message ? -1 : left.message > right.message ? 1 : 0)
  );
}
