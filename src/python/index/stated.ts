import { COSTS, type Cost, KINDS, type Kind } from '../../types.ts';
import { childByField, type FlatTree, nodeText } from '../flat-tree.ts';
import { F, K } from '../kinds.ts';
import type { LineTable } from '../positions.ts';
import type { OpenFunction } from './builder.ts';
import type { Stated, SuppressionComment } from './module-index.ts';
import { isStatement, lastCodeBefore, ownComment } from './suppressions.ts';

/** The lines of a definition from its first decorator to the colon, and the function it makes. */
interface Header {
  readonly first: number;
  readonly last: number;
  readonly info: OpenFunction;
}

/**
 * Reads the comments that state what calling a function does, `# nostall: nonblocking -- reason` and
 * `# nostall: blocking[network]`: on any line of a definition's header, or alone above it. Those that cannot be used are
 * given back.
 */
export function readStated(
  tree: FlatTree,
  lines: LineTable,
  functionAt: (start: number) => OpenFunction | undefined,
): SuppressionComment[] {
  const faulty: SuppressionComment[] = [];
  let headers: readonly Header[] | null = null;
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind[node] !== K.comment) continue;
    const text = nodeText(tree, node).trimEnd();
    const parsed = parseStated(text);
    if (parsed === null) continue;
    headers ??= headersOf(tree, lines, functionAt);
    const start = tree.start[node] as number;
    const line = lines.lineOf(start);
    const fault = 'fault' in parsed ? parsed.fault : state(headerFor(headers, lines, line)?.info, parsed);
    if (fault === null) continue;
    const none = { kind: 'nostall', file: false, rules: [], reason: null } as const;
    faulty.push({ ...none, firstLine: line, lastLine: line, start, end: start + text.length, fault });
  }
  return faulty;
}

/** Gives the function what was stated of it, or says why it cannot be. */
function state(info: OpenFunction | undefined, stated: Stated): string | null {
  if (!info) return 'what a function does is said on its `def`, or alone on the line above';
  if (info.stated !== null) return `another comment says already what \`${info.name}\` does`;
  if (stated.effect !== null && info.isAsync)
    return '`blocking` says what a call does, and calling an `async def` runs nothing yet';
  info.stated = stated;
  return null;
}

const NONBLOCKING = /^nonblocking\s*(?:--\s*(?<reason>.*))?$/s;
const BLOCKING = /^blocking\s*\[(?<words>[^\]]*)\]\s*(?:--\s*(?<reason>.*))?$/s;

/** Reads one comment; null when it states nothing. */
export function parseStated(text: string): Stated | { readonly fault: string } | null {
  const body = ownComment(text);
  if (body === null || !isStatement(body)) return null;
  const nonblocking = NONBLOCKING.exec(body);
  if (nonblocking) {
    const reason = nonblocking.groups?.reason?.trim();
    return reason ? { effect: null, reason } : { fault: 'it needs a reason: write `# nostall: nonblocking -- reason`' };
  }
  const blocking = BLOCKING.exec(body);
  if (!blocking) return { fault: `\`${body}\` needs the form \`nonblocking -- reason\` or \`blocking[kind, cost]\`` };
  const [kind = '', cost = null, ...more] = (blocking.groups?.words ?? '').split(',').map((word) => word.trim());
  if (!isKind(kind)) return { fault: `there is no kind \`${kind}\`, only ${KINDS.join(', ')}` };
  if (cost !== null && !isCost(cost)) return { fault: `there is no cost \`${cost}\`, only ${COSTS.join(', ')}` };
  if (more.length > 0) return { fault: '`blocking` takes one kind and one cost' };
  return { effect: { kind, cost }, reason: blocking.groups?.reason?.trim() || null };
}

function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}

function isCost(word: string): word is Cost {
  return (COSTS as readonly string[]).includes(word);
}

function headersOf(
  tree: FlatTree,
  lines: LineTable,
  functionAt: (start: number) => OpenFunction | undefined,
): Header[] {
  const out: Header[] = [];
  for (let node = 0; node < tree.count; node++) {
    const body = tree.kind[node] === K.function_definition ? childByField(tree, node, F.body) : -1;
    if (body < 0) continue;
    const parent = tree.parent[node] as number;
    const outermost = tree.kind[parent] === K.decorated_definition ? parent : node;
    const start = tree.start[outermost] as number;
    const info = functionAt(start);
    const last = lines.lineOf(lastCodeBefore(tree, node, body));
    if (info) out.push({ first: lines.lineOf(start), last, info });
  }
  return out;
}

/** The innermost definition whose header holds the line, else the one right below a comment that stands alone. */
function headerFor(headers: readonly Header[], lines: LineTable, line: number): Header | undefined {
  const around = headers.findLast(({ first, last }) => first <= line && line <= last);
  if (around || !isAlone(lines, line)) return around;
  let below = line + 1;
  while (isAlone(lines, below)) below++;
  return headers.find(({ first }) => first === below);
}

function isAlone(lines: LineTable, line: number): boolean {
  return lines.lineText(line).trimStart().startsWith('#');
}
