import { items } from '../../python/index/module-index.ts';
import { Op } from '../../python/index/ops.ts';
import { forEachChild } from '../../python/index/parents.ts';
import { copied } from '../../python/index/words.ts';
import type { Certainty, Step } from '../../types.ts';
import { nameAt, type Project } from '../project.ts';
import type { Overlap, Source } from '../questions.ts';
import type { FunctionRef, Mod } from '../value.ts';
import { type Awaiting, awaitingIn } from './awaiting.ts';
import { certaintyOf } from './certainty.ts';
import type { Awaited } from './classify.ts';
import { overlappingElements, overlappingRounds, type Rounds } from './loops.ts';
import { wordsOf } from './names.ts';
import { rowsOf } from './rows.ts';

/** Groups of awaits in a module that could overlap, each with its first await. */
export function overlapsOf(p: Project, mod: Mod, source: () => Source): Overlap[] {
  const out: Overlap[] = [];
  if (!mod.index.hasAsync) return out;
  const awaiting = awaitingIn(mod.index);
  for (const fn of mod.functions) {
    const { isAsync, broken, node, body } = fn.info;
    if (isAsync && !broken && awaiting[node] === 1) new Search(p, fn, awaiting, source, out).block(body);
  }
  return out.sort((left, right) => left.start - right.start);
}

class Search {
  readonly p: Project;
  readonly fn: FunctionRef;
  readonly mod: Mod;
  readonly awaiting: Awaiting;
  readonly source: () => Source;
  readonly out: Overlap[];

  constructor(p: Project, fn: FunctionRef, awaiting: Awaiting, source: () => Source, out: Overlap[]) {
    this.p = p;
    this.fn = fn;
    this.mod = fn.mod;
    this.awaiting = awaiting;
    this.source = source;
    this.out = out;
  }

  block(list: number): void {
    const { index } = this.mod;
    const statements = items(index, list);
    for (const { awaits } of rowsOf(this.p, this.mod, this.awaiting, statements))
      this.add('row', awaits, certaintyOf(awaits), false);
    for (const statement of statements) if (this.awaiting[statement] === 1) this.statement(statement);
  }

  statement(node: number): void {
    const { index } = this.mod;
    switch (index.op[node]) {
      case Op.Function:
      case Op.Class:
        return;
      case Op.For: {
        const rounds = overlappingRounds(this.p, this.mod, node);
        if (rounds) {
          this.rounds('loop', rounds);
          return;
        }
        const [, body, otherwise] = items(index, index.c[node] as number);
        this.expressions(index.b[node] as number);
        this.block(body ?? -1);
        this.block(otherwise ?? -1);
        return;
      }
      case Op.If:
      case Op.While:
        this.expressions(index.a[node] as number);
        this.block(index.b[node] as number);
        this.block(index.c[node] as number);
        return;
      case Op.With:
        for (const item of items(index, index.a[node] as number)) this.expressions(item);
        if (!this.isTransaction(node)) this.block(index.b[node] as number);
        return;
      case Op.Try: {
        const [otherwise, last] = items(index, index.c[node] as number);
        this.block(index.a[node] as number);
        for (const handler of items(index, index.b[node] as number)) this.block(index.c[handler] as number);
        this.block(otherwise ?? -1);
        this.block(last ?? -1);
        return;
      }
      case Op.Match:
        this.expressions(index.a[node] as number);
        for (const arm of items(index, index.b[node] as number)) this.block(index.c[arm] as number);
        return;
      default:
        this.expressions(node);
    }
  }

  /** What happens in a transaction happens in order, on one connection, whatever the names in it say. */
  isTransaction(node: number): boolean {
    const { index } = this.mod;
    return [...items(index, index.a[node] as number)].some((item) => {
      const context = index.a[item] as number;
      const name = nameAt(this.mod, index.op[context] === Op.Call ? (index.a[context] as number) : context) ?? '';
      return wordsOf(name).some((word) => TRANSACTIONS.has(word));
    });
  }

  /** Comprehensions inside an expression. */
  expressions(node: number): void {
    if (node < 0 || this.awaiting[node] === 0) return;
    const { index } = this.mod;
    const op = index.op[node];
    if (op === Op.Lambda || op === Op.Function || op === Op.Class) return;
    if (op === Op.ListComp || op === Op.SetComp || op === Op.DictComp) {
      const rounds = overlappingElements(this.p, this.mod, node);
      if (rounds) {
        this.rounds('comprehension', rounds);
        return;
      }
    }
    forEachChild(index, node, (child) => this.expressions(child));
  }

  rounds(shape: 'loop' | 'comprehension', rounds: Rounds): void {
    this.add(shape, rounds.awaits, rounds.certainty, rounds.isUnbounded);
  }

  add(shape: Overlap['shape'], awaits: readonly Awaited[], certainty: Certainty, unbounded: boolean): void {
    const { index } = this.mod;
    const first = awaits[0] as Awaited;
    this.out.push({
      shape,
      start: index.start[first.node] as number,
      end: index.end[first.node] as number,
      function: this.fn.info.qualname,
      count: awaits.length,
      certainty,
      awaits: awaits.map((awaited) => this.step(awaited)),
      unbounded,
    });
  }

  step(awaited: Awaited): Step {
    const { path, lines } = this.source();
    const start = lines.positionOf(this.mod.index.start[awaited.node] as number);
    const end = lines.positionOf(this.mod.index.end[awaited.node] as number);
    return {
      place: { path, start, end },
      name: awaited.name,
      text: `\`${awaited.name}\` is awaited here`,
      source: copied(lines.lineText(start.line)),
    };
  }
}

const TRANSACTIONS: ReadonlySet<string> = new Set('transaction begin atomic savepoint writer'.split(' '));
