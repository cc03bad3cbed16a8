import { Op } from '../python/index/ops.ts';
import type { Bound } from './arguments.ts';
import { parameterOf } from './arguments.ts';
import { soleValue } from './lookup.ts';
import type { Project } from './project.ts';
import type { FunctionRef, Mod } from './value.ts';

/** `param=LITERAL`, `param given`, `param absent` or `param literal` (written out at the call). */
export interface Atom {
  readonly parameter: string;
  readonly test: 'given' | 'absent' | 'literal' | 'equals';
  readonly literal: string;
}

/** Alternatives of conjunctions: `a and b or c` is `[[a, b], [c]]`. */
export type Condition = readonly (readonly Atom[])[];

/** Reads a condition; a string says what is wrong with it. */
export function parseCondition(text: string): Condition | string {
  const alternatives: Atom[][] = [];
  for (const alternative of split(text, 'or')) {
    const atoms: Atom[] = [];
    for (const part of split(alternative, 'and')) {
      const atom = parseAtom(part.trim());
      if (typeof atom === 'string') return atom;
      atoms.push(atom);
    }
    alternatives.push(atoms);
  }
  return alternatives;
}

/** Splits at a word that stands outside quotes. */
function split(text: string, word: 'and' | 'or'): string[] {
  const parts: string[] = [''];
  for (const token of text.match(/"[^"]*"|'[^']*'|\s+|[^\s"']+/g) ?? []) {
    if (token === word) parts.push('');
    else parts.push(`${parts.pop()}${token}`);
  }
  return parts;
}

function parseAtom(text: string): Atom | string {
  const presence = /^(\w+)\s+(given|absent|literal)$/.exec(text);
  if (presence) return { parameter: presence[1] as string, test: presence[2] as Atom['test'], literal: '' };
  const equality = /^(\w+)\s*=\s*(.+)$/.exec(text);
  if (!equality)
    return `\`${text}\` is none of \`param=LITERAL\`, \`param given\`, \`param absent\`, \`param literal\``;
  const literal = normalLiteral(equality[2] as string);
  if (literal === null) return `\`${equality[2]}\` is not a literal`;
  return { parameter: equality[1] as string, test: 'equals', literal };
}

function normalLiteral(text: string): string | null {
  const trimmed = text.trim();
  if (/^(?:True|False|None)$/.test(trimmed)) return trimmed;
  if (/^-?\d+(?:\.\d+)?$/.test(trimmed)) return String(Number(trimmed));
  const quoted = /^(?:"([^"]*)"|'([^']*)')$/.exec(trimmed);
  return quoted ? JSON.stringify(quoted[1] ?? quoted[2]) : null;
}

/** Whether the condition holds for a call; null when the source does not say. */
export function holds(p: Project, condition: Condition, fn: FunctionRef, mod: Mod, bound: Bound): boolean | null {
  let result: boolean | null = false;
  for (const alternative of condition) {
    let all: boolean | null = true;
    for (const atom of alternative) {
      const truth = atomHolds(p, atom, fn, mod, bound);
      if (truth === false) all = false;
      else if (truth === null && all) all = null;
    }
    if (all) return true;
    if (all === null) result = null;
  }
  return result;
}

function atomHolds(p: Project, atom: Atom, fn: FunctionRef, mod: Mod, bound: Bound): boolean | null {
  const argument = bound.byName.get(atom.parameter);
  if (argument === undefined && bound.partial) return null;
  if (atom.test === 'given') return argument !== undefined;
  if (atom.test === 'absent') return argument === undefined;
  if (atom.test === 'literal') return argument !== undefined && literalAt(p, mod, argument) !== null;
  const value = argument === undefined ? defaultLiteral(p, fn, atom.parameter) : literalAt(p, mod, argument);
  if (value !== null) return value === atom.literal || Number(value) === Number(atom.literal);
  // A number that is worked out at run time is hardly ever the very one that is asked about; a flag may well be.
  return Number.isNaN(Number(atom.literal)) ? null : false;
}

function defaultLiteral(p: Project, fn: FunctionRef, name: string): string | null {
  const node = parameterOf(fn, name)?.default ?? -1;
  if (node < 0) return null;
  // `...` in a stub: some default that the stub does not state, so not the literal that is asked about.
  return fn.mod.index.op[node] === Op.Ellipsis ? '...' : literalAt(p, fn.mod, node);
}

/** The literal an expression is, in one spelling; null when it is none. Names of constants are followed once. */
export function literalAt(p: Project, mod: Mod, node: number, follow = true): string | null {
  const { index } = mod;
  switch (index.op[node]) {
    case Op.True:
      return 'True';
    case Op.False:
      return 'False';
    case Op.None:
      return 'None';
    case Op.Integer:
    case Op.Float: {
      const value = Number((index.strings[index.a[node] as number] as string).replaceAll('_', ''));
      return Number.isNaN(value) ? null : String(value);
    }
    case Op.String:
      return JSON.stringify(index.strings[index.a[node] as number]);
    case Op.Unary: {
      if (index.strings[index.c[node] as number] !== '-') return null;
      const inner = literalAt(p, mod, index.a[node] as number, follow);
      return inner === null || Number.isNaN(Number(inner)) ? null : String(-Number(inner));
    }
    case Op.Name: {
      const sole = follow ? soleValue(p, mod, node) : null;
      return sole === null ? null : literalAt(p, sole.mod, sole.node, false);
    }
    default:
      return null;
  }
}

/** Names of the parameters that a condition speaks of. */
export function parametersOf(condition: Condition): string[] {
  return condition.flatMap((alternative) => alternative.map((atom) => atom.parameter));
}
