import { childByField, type FlatTree, firstChild, nodeText } from '../flat-tree.ts';
import { F, K } from '../kinds.ts';
import type { LineTable } from '../positions.ts';
import type { SuppressionComment } from './module-index.ts';

interface Extent {
  readonly first: number;
  readonly last: number;
}

/**
 * Comments that silence findings. One at the end of a line speaks for the whole statement the line belongs to (for a
 * compound statement: its header), one alone on its line for the statement below.
 */
export function readSuppressions(tree: FlatTree, lines: LineTable): SuppressionComment[] {
  const out: SuppressionComment[] = [];
  let extents: readonly Extent[] | null = null;
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind[node] !== K.comment) continue;
    const text = nodeText(tree, node).trimEnd();
    const parsed = parseComment(text);
    if (parsed === null) continue;
    const start = tree.start[node] as number;
    const line = lines.lineOf(start);
    extents ??= statementExtents(tree, lines);
    const alone = lines.lineText(line).trimStart().startsWith('#');
    const { first, last } = parsed.file ? { first: line, last: line } : extentAt(extents, line, alone);
    out.push({ ...parsed, firstLine: first, lastLine: last, start, end: start + text.length });
  }
  return out;
}

type Parsed = Pick<SuppressionComment, 'kind' | 'file' | 'rules' | 'reason' | 'fault'>;

const NOSTALL = /(?:^|\s)#\s*nostall\s*:\s*(?<body>.*)$/s;
/** What stands behind another comment may be prose; what reads like one of ours is one. */
const OURS = /^(?:ignore|nonblocking\b|blocking\s*\[)/;
const IGNORE = /^(?<word>ignore-file|ignore)\s*(?:\[(?<rules>[^\]]*)\])?\s*(?:--\s*(?<reason>.*))?$/s;
const NOQA = /#\s*noqa(?:\s*:\s*(?<codes>[A-Z]+[0-9]+(?:[\s,]+[A-Z]+[0-9]+)*))?(?![\w:-])/i;
const FILE_NOQA = /^#\s*(?:ruff|flake8)\s*:\s*noqa(?:\s*:\s*(?<codes>[A-Z0-9,\s]+))?\s*$/i;

/** What a comment for nostall says, without what other tools are told behind it; null when it is none. */
export function ownComment(text: string): string | null {
  const own = NOSTALL.exec(text);
  const body = own?.groups?.body ?? '';
  if (!own || (own.index > 0 && !OURS.test(body))) return null;
  return body.split(/\s#\s*(?:noqa|type:|pylint:|pyright:|fmt:|mypy:)/)[0]?.trim() ?? '';
}

/** Says what a function does, and silences nothing by itself. */
export function isStatement(body: string): boolean {
  return /^(?:non)?blocking\b/.test(body);
}

/** Reads one comment; null when it silences nothing. */
export function parseComment(text: string): Parsed | null {
  const body = ownComment(text);
  if (body !== null && !isStatement(body)) {
    const match = IGNORE.exec(body);
    const none = { kind: 'nostall' as const, file: false, rules: [] as string[], reason: null };
    if (!match) {
      return { ...none, fault: `\`${body}\` is not a suppression: write \`# nostall: ignore[rule-id] -- reason\`` };
    }
    const rules = match.groups?.rules === undefined ? null : list(match.groups.rules);
    if (rules?.length === 0) return { ...none, fault: 'the brackets of the suppression name no rule' };
    const reason = match.groups?.reason?.trim() || null;
    return { kind: 'nostall', file: match.groups?.word === 'ignore-file', rules, reason, fault: null };
  }
  const file = FILE_NOQA.exec(text);
  const noqa = file ?? NOQA.exec(text);
  if (!noqa) return null;
  const codes = noqa.groups?.codes;
  return {
    kind: 'noqa',
    file: file !== null,
    rules: codes === undefined ? null : list(codes),
    reason: null,
    fault: null,
  };
}

function list(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

/** Line ranges of simple statements and of the headers of compound ones, by first line. */
function statementExtents(tree: FlatTree, lines: LineTable): Extent[] {
  const out: Extent[] = [];
  for (let node = 0; node < tree.count; node++) {
    const parentKind = tree.parent[node] === -1 ? 0 : tree.kind[tree.parent[node] as number];
    const kind = tree.kind[node] as number;
    const isStatement = parentKind === K.block || parentKind === K.module;
    const isClause = CLAUSES.has(kind);
    if ((!isStatement && !isClause) || kind === K.comment) continue;
    const body = bodyOf(tree, node);
    const first = lines.lineOf(tree.start[node] as number);
    const end = body < 0 ? (tree.end[node] as number) : (tree.start[body] as number);
    const last = lines.lineOf(body < 0 ? Math.max(end - 1, 0) : lastCodeBefore(tree, node, body));
    out.push({ first, last: Math.max(first, last) });
  }
  return out.sort((left, right) => left.first - right.first || left.last - right.last);
}

/** What has a header or a line of its own without being a statement of a block. */
export const CLAUSES: ReadonlySet<number> = new Set([
  K.elif_clause,
  K.else_clause,
  K.except_clause,
  K.finally_clause,
  K.case_clause,
  K.function_definition,
  K.class_definition,
  K.decorator,
]);

function bodyOf(tree: FlatTree, node: number): number {
  if (tree.kind[node] === K.decorated_definition) return childByField(tree, node, F.definition);
  for (let child = firstChild(tree, node); child >= 0; child = tree.next[child] as number) {
    if (tree.kind[child] === K.block) return child;
  }
  return -1;
}

/** Offset of the last character of the header: the colon before the body. */
export function lastCodeBefore(tree: FlatTree, node: number, body: number): number {
  let last = tree.start[node] as number;
  for (let child = firstChild(tree, node); child >= 0 && child !== body; child = tree.next[child] as number) {
    if (tree.kind[child] !== K.comment) last = Math.max(last, (tree.end[child] as number) - 1);
  }
  return last;
}

function extentAt(extents: readonly Extent[], line: number, alone: boolean): Extent {
  let best: Extent | null = null;
  for (const extent of extents) {
    if (extent.first > line) break;
    if (extent.last >= line && (best === null || extent.last - extent.first <= best.last - best.first)) best = extent;
  }
  if (best) return best;
  if (!alone) return { first: line, last: line };
  const below = extents.filter((extent) => extent.first > line);
  const first = below[0]?.first;
  if (first === undefined) return { first: line, last: line };
  // Of the statements that start on that line the longest header: a decorator and the definition below it.
  const last = Math.max(...below.filter((extent) => extent.first === first).map((extent) => extent.last));
  return { first: line, last };
}
