import type { PyNode } from '../../../src/python/node.ts';
import type { Finding } from '../../../src/types.ts';
import type { Edit } from './rewriting.ts';
import type { Source } from './source.ts';

/** A comment alone above the statement, or the clause of one, that each finding stands in. */
export function suppressAbove(source: Source, findings: readonly Finding[]): Edit[] {
  return inserted(findings, (finding) => above(source, finding));
}

/** A comment at the end of each finding's first line; above it where the line goes on. */
export function suppressBehind(source: Source, findings: readonly Finding[]): Edit[] {
  const { text, views, nodes } = source;
  return inserted(findings, (finding) => {
    const { line } = finding.place.start;
    const at = views.lines.startOf(line) + views.lines.lineText(line).length;
    const goesOn =
      text[at - 1] === '\\' || nodes.some(({ type, start, end }) => type === 'string' && start < at && at < end);
    return goesOn ? above(source, finding) : { at, before: '  ', after: '' };
  });
}

interface Spot {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

function inserted(findings: readonly Finding[], spotOf: (finding: Finding) => Spot): Edit[] {
  const spots = new Map<number, { spot: Spot; rules: Set<string> }>();
  for (const finding of findings) {
    const spot = spotOf(finding);
    const known = spots.get(spot.at) ?? { spot, rules: new Set() };
    known.rules.add(finding.rule);
    spots.set(spot.at, known);
  }
  return [...spots.values()].map(({ spot: { at, before, after }, rules }) => {
    const text = `${before}# nostall: ignore[${[...rules].join(', ')}] -- as it must be${after}`;
    return { start: at, end: at, text };
  });
}

const CLAUSES: ReadonlySet<string> = new Set([
  'elif_clause',
  'else_clause',
  'except_clause',
  'finally_clause',
  'case_clause',
]);

function above({ views, nodes }: Source, { place }: Finding): Spot {
  const offset = views.lines.startOf(place.start.line) + place.start.column - 1;
  const innermost = nodes.findLast(({ start, end }) => start <= offset && offset < end);
  let statement: PyNode = innermost ?? views.root;
  while (statement.parent !== null && !isStatement(statement)) statement = statement.parent;
  const line = views.lines.lineOf(statement.start);
  const indent = /^\s*/.exec(views.lines.lineText(line))![0];
  return { at: views.lines.startOf(line), before: indent, after: '\n' };
}

function isStatement({ type, parent }: PyNode): boolean {
  return CLAUSES.has(type) || parent?.type === 'block' || parent?.type === 'module';
}
