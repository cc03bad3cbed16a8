import type { FlatTree } from '../python/flat-tree.ts';
import type { SuppressionComment } from '../python/index/module-index.ts';
import { readSuppressions } from '../python/index/suppressions.ts';
import type { Parser } from '../python/parser.ts';
import { LineTable } from '../python/positions.ts';
import type { TextEdit } from '../rule.ts';
import { applyEdits } from './edits.ts';
import { type Layout, layoutOf, placesFor } from './places.ts';
import { sameTokens } from './tokens.ts';

/** Rules to be silenced where findings of them begin. Lines count from 1 in the text that is handed over. */
export interface Need {
  readonly rule: string;
  readonly line: number;
  /** UTF-16 column from 1, as findings have it. */
  readonly column: number;
  readonly lastLine: number;
}

/** A comment that was written, or one that was there and now names more rules. */
export interface Placed {
  /** An offset inside the comment. */
  at: number;
  readonly isNew: boolean;
}

/**
 * Writes comments that silence what is asked for. Every one is tried: the text with it must have the same tokens, the
 * comment must be read as meant, and every other comment as before. What has no such place stays. `placed` is what
 * earlier calls wrote, brought up to date.
 */
export function addComments(
  text: string,
  needs: readonly Need[],
  reason: string,
  parser: Parser,
  placed: Placed[],
): string {
  let now = read(text, parser);
  let linesAdded = 0;
  for (const group of byLine(needs)) {
    const moved = group.map((need) => movedDown(need, linesAdded));
    const open = moved.filter((need) => !isSilent(now.comments, need));
    const step = open.length === 0 ? null : tried(now, open, reason, parser);
    if (step === null) continue;
    const { edit, inside, merged } = step;
    const isKnown = merged !== null && placed.some(({ at }) => merged.start <= at && at <= merged.end);
    for (const one of placed) if (one.at >= edit.start) one.at += edit.text.length;
    if (!isKnown) placed.push({ at: edit.start + inside, isNew: merged === null });
    if (step.movesDown) linesAdded++;
    now = step.result;
  }
  return now.layout.tree.text;
}

interface Read {
  readonly layout: Layout;
  readonly comments: readonly SuppressionComment[];
}

function read(text: string, parser: Parser): Read {
  const tree: FlatTree = parser.parse(text);
  const lines = new LineTable(text);
  return { layout: layoutOf(tree, lines), comments: readSuppressions(tree, lines) };
}

/** One group for each line on which findings begin, ascending. */
function byLine(needs: readonly Need[]): Need[][] {
  const groups = new Map<number, Need[]>();
  for (const need of needs) {
    const known = groups.get(need.line);
    if (!known) groups.set(need.line, [need]);
    else if (!known.some(({ rule, lastLine }) => rule === need.rule && lastLine === need.lastLine)) known.push(need);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function movedDown(need: Need, by: number): Need {
  return { ...need, line: need.line + by, lastLine: need.lastLine + by };
}

function isSilent(comments: readonly SuppressionComment[], { rule, line, lastLine }: Need): boolean {
  return comments.some((comment) => {
    if (comment.kind !== 'nostall' || comment.fault !== null) return false;
    const isNear = comment.file || (comment.firstLine <= lastLine && comment.lastLine >= line);
    return isNear && (comment.rules === null || comment.rules.includes(rule));
  });
}

function tried(now: Read, needs: readonly Need[], reason: string, parser: Parser): Step | null {
  const rules = [...new Set(needs.map(({ rule }) => rule))].sort();
  const [first] = needs;
  if (!first) return null;
  for (const attempt of attempts(now, first, rules, reason)) {
    const { edit } = attempt;
    const result = read(applyEdits(now.layout.tree.text, [edit]), parser);
    const by = attempt.movesDown ? 1 : 0;
    if (!sameTokens(now.layout.tree, result.layout.tree)) continue;
    if (!needs.every((need) => isSilent(result.comments, movedDown(need, by)))) continue;
    if (othersThan(now, edit.start, 0) !== othersThan(result, edit.start, edit.text.length)) continue;
    return { ...attempt, result };
  }
  return null;
}

interface Attempt {
  /** Inserts only. */
  readonly edit: TextEdit;
  /** Where in the inserted text the comment is. */
  readonly inside: number;
  /** The comment that takes the rules; null for a new one. */
  readonly merged: SuppressionComment | null;
  readonly movesDown: boolean;
}

interface Step extends Attempt {
  readonly result: Read;
}

function* attempts(now: Read, need: Need, rules: readonly string[], reason: string): Generator<Attempt> {
  for (const comment of now.comments) {
    const start = mergePoint(comment, need.line, now.layout.tree.text);
    if (start === null) continue;
    const more = rules.filter((rule) => !comment.rules?.includes(rule));
    const edit = { start, end: start, text: more.map((rule) => `, ${rule}`).join('') };
    yield { edit, inside: 0, merged: comment, movesDown: false };
  }
  const text = `# nostall: ignore[${rules.join(', ')}] -- ${reason}`;
  for (const { at, before, after, movesDown } of placesFor(now.layout, need)) {
    const edit = { start: at, end: at, text: before + text + after };
    yield { edit, inside: before.length, merged: null, movesDown };
  }
}

/** Where another rule goes in a comment that speaks for the line; null when it takes none. */
function mergePoint(comment: SuppressionComment, line: number, text: string): number | null {
  if (comment.kind !== 'nostall' || comment.fault !== null || comment.file || comment.rules === null) return null;
  if (line < comment.firstLine || line > comment.lastLine) return null;
  const inside = /#\s*nostall\s*:\s*ignore\s*\[[^\]]*[^\],\s]/.exec(text.slice(comment.start, comment.end));
  return inside && comment.start + inside.index + inside[0].length;
}

/** What all comments say but the one that is being written. */
function othersThan({ comments }: Read, at: number, length: number): string {
  const others = comments.filter(({ start, end }) => end < at || start > at + length);
  return JSON.stringify(others.map(({ kind, file, rules, reason, fault }) => [kind, file, rules, reason, fault]));
}
