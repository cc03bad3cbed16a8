import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { literalAt } from './conditions.ts';
import type { Effect } from './effects.ts';
import { definitionsOfName, moduleSymbol, soleValue, spelled } from './lookup.ts';
import { containsAwait } from './primitives.ts';
import type { Project } from './project.ts';
import type { Mod } from './value.ts';
import { computesWithoutBound } from './while-loops.ts';

/** Rounds of plain Python from which a loop is noticed: a million take 30 to 100 ms. */
const MANY = 1_000_000;

/** What a loop costs by its structure: rounds that are written down, or a condition that nothing bounds. */
export function loopEffects(p: Project, mod: Mod, node: number): Effect[] {
  const { index } = mod;
  if (index.op[node] === Op.While) {
    return computesWithoutBound(p, mod, node) ? [structural('a `while` loop that computes without a bound')] : [];
  }
  if (isInnerLoop(p, mod, node)) return [];
  const rounds = index.op[node] === Op.CompFor ? comprehensionRounds(p, mod, node) : loopRounds(p, mod, node);
  if (rounds === null || rounds < MANY) return [];
  return [structural(`a loop of ${rounds.toLocaleString('en-US')} rounds`)];
}

export function structural(name: string): Effect {
  return {
    kind: 'cpu',
    cost: 'bounded',
    name,
    use: null,
    gil: 'python',
    once: false,
    isRepeated: false,
    raises: false,
    chain: null,
  };
}

/** Whether the loop is counted already as part of the loop around it. */
function isInnerLoop(p: Project, mod: Mod, node: number): boolean {
  const { index } = mod;
  if (index.op[node] === Op.CompFor) {
    const clauses = items(index, index.b[index.parent[node] as number] as number);
    if (clauses[0] !== node) return true;
  }
  for (let at = index.parent[node] as number; at >= 0; at = index.parent[at] as number) {
    if (index.op[at] === Op.Function || index.op[at] === Op.Lambda) return false;
    if (index.op[at] === Op.For) return trips(p, mod, index.b[at] as number) !== null && !containsAwait(mod, at);
  }
  return false;
}

/** Rounds of a `for` with its dearest inner loop; null when the count is not written down or the loop awaits. */
function loopRounds(p: Project, mod: Mod, node: number): number | null {
  const own = trips(p, mod, mod.index.b[node] as number);
  if (own === null || containsAwait(mod, node)) return null;
  const [, body] = items(mod.index, mod.index.c[node] as number);
  return own * innerRounds(p, mod, body ?? -1);
}

function innerRounds(p: Project, mod: Mod, list: number): number {
  const { index } = mod;
  let most = 1;
  for (const statement of items(index, list)) {
    const op = index.op[statement];
    if (op === Op.For) most = Math.max(most, loopRounds(p, mod, statement) ?? 1);
    else if (op === Op.If) {
      most = Math.max(
        most,
        innerRounds(p, mod, index.b[statement] as number),
        innerRounds(p, mod, index.c[statement] as number),
      );
    } else if (op === Op.With) most = Math.max(most, innerRounds(p, mod, index.b[statement] as number));
    else if (op === Op.Try) most = Math.max(most, innerRounds(p, mod, index.a[statement] as number));
    // A loop that can be left early has fewer rounds than are written down.
    else if (op === Op.Break || op === Op.Return) return 0;
  }
  return most;
}

function comprehensionRounds(p: Project, mod: Mod, clause: number): number | null {
  const { index } = mod;
  const comprehension = index.parent[clause] as number;
  let product = 1;
  for (const part of items(index, index.b[comprehension] as number)) {
    if (index.op[part] !== Op.CompFor) continue;
    const own = trips(p, mod, index.b[part] as number);
    if (own === null) return null;
    product *= own;
  }
  return containsAwait(mod, comprehension) ? null : product;
}

/** How often a loop over the expression turns: `range` of constants; null when that is not written down. */
export function trips(p: Project, mod: Mod, iterable: number): number | null {
  const { index } = mod;
  if (index.op[iterable] !== Op.Call || spelled(p, mod, index.a[iterable] as number) !== 'builtins.range') return null;
  const bounds = [...items(index, index.b[iterable] as number)].map((argument) => constant(p, mod, argument));
  if (bounds.length === 0 || bounds.some((bound) => bound === null)) return null;
  const [first, second, step] = bounds as number[];
  const from = second === undefined ? 0 : (first as number);
  const to = second ?? (first as number);
  return Math.max(0, Math.ceil((to - from) / (step ?? 1)));
}

/** Value of an arithmetic expression of constants. */
export function constant(p: Project, mod: Mod, node: number, depth = 0): number | null {
  const { index } = mod;
  if (depth > 8) return null;
  if (index.op[node] === Op.Binary) {
    const left = constant(p, mod, index.a[node] as number, depth + 1);
    const right = constant(p, mod, index.b[node] as number, depth + 1);
    if (left === null || right === null) return null;
    switch (index.strings[index.c[node] as number]) {
      case '+':
        return left + right;
      case '-':
        return left - right;
      case '*':
        return left * right;
      case '**':
        return left ** right;
      case '//':
        return right === 0 ? null : Math.floor(left / right);
      default:
        return null;
    }
  }
  if (index.op[node] === Op.Name) {
    const found = definitionsOfName(p, mod, node);
    const definition = found?.mod.index.definitions[found.definitions[0] ?? -1];
    if (definition?.import?.name && found) {
      const from = p.moduleAt(found.mod, definition.import.module, definition.import.level);
      const symbol = from && moduleSymbol(p, from, definition.import.name);
      const value =
        symbol?.definitions.length === 1
          ? (symbol.mod.index.definitions[symbol.definitions[0] as number]?.value ?? -1)
          : -1;
      return symbol && value >= 0 ? constant(p, symbol.mod, value, depth + 1) : null;
    }
    const sole = soleValue(p, mod, node);
    return sole === null ? null : constant(p, sole.mod, sole.node, depth + 1);
  }
  const literal = literalAt(p, mod, node, false);
  return literal === null || literal.startsWith('"') || Number.isNaN(Number(literal)) ? null : Number(literal);
}

/** A loop over a few things that are written down: nothing adds up there. */
export function isShort(p: Project, mod: Mod, iterable: number): boolean {
  const { index } = mod;
  const op = index.op[iterable];
  if (op === Op.Tuple || op === Op.List || op === Op.Set || op === Op.Dict) return true;
  const count = trips(p, mod, iterable);
  return count !== null && count <= 10;
}
