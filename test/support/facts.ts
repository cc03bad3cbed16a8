import type { Analysis } from '../../src/analyse.ts';
import type { Effect } from '../../src/project/effects.ts';
import { unknownCalls } from '../../src/project/unknowns.ts';
import { type FunctionRef, type Mod, shortName } from '../../src/project/value.ts';
import type { SourceFile } from '../../src/source-file.ts';
import { COSTS, KINDS } from '../../src/types.ts';
import type { CommentLine } from './expectations.ts';

/**
 * What a comment line of a fixture says the summary of a function of its file is:
 *
 *     # fact: Store.load blocks: Store.load -> read -> open
 *     # fact: Store.load blocks[network, unbounded]: Store.load -> requests.get
 *     # fact: Store.load does not block
 *     # fact: Store.load unknown: helper, self.client.send
 *
 * The name is the qualified one. `blocks` names the witness chain down to the primitive: of the worst effect, or of the
 * worst of that kind and cost. What does not block reaches nothing that is unknown; `unknown` lists all that is called so,
 * as it is written there, by whatever is reached, in alphabetical order.
 */
export interface Fact {
  readonly line: number;
  readonly name: string;
  readonly states: 'blocks' | 'does not block' | 'unknown';
  readonly kind: string | null;
  readonly cost: string | null;
  /** The names of the chain, or what is unknown. */
  readonly names: readonly string[];
}

const FACT =
  /^#\s*fact: (?<name>\S+) (?:(?<silent>does not block)|(?:(?<blocks>blocks)(?:\[(?<kind>\w+)(?:, (?<cost>\w+))?\])?|unknown): (?<names>\S.*))$/;

/** Throws an Error for a comment that is almost a fact; null for one that is none. */
export function parseFact({ line, text }: CommentLine): Fact | null {
  if (!/^#\s*fact\b/.test(text)) return null;
  const groups = FACT.exec(text.trimEnd())?.groups;
  if (!groups) throw new Error('write "# fact: NAME blocks: a -> b", "NAME does not block" or "NAME unknown: a, b"');
  const { name = '', kind = null, cost = null, blocks, silent, names = '' } = groups;
  if (kind !== null && !(KINDS as readonly string[]).includes(kind)) throw new Error(`no such kind: ${kind}`);
  if (cost !== null && !(COSTS as readonly string[]).includes(cost)) throw new Error(`no such cost: ${cost}`);
  if (silent !== undefined) return { line, name, states: 'does not block', kind, cost, names: [] };
  const states = blocks === undefined ? 'unknown' : 'blocks';
  return { line, name, states, kind, cost, names: names.split(states === 'blocks' ? ' -> ' : ', ') };
}

/** One line for each fact about the file that cannot be read, or does not hold. */
export function factFaults(file: SourceFile, comments: readonly CommentLine[], analysis: Analysis): string[] {
  const { path } = file;
  return comments.flatMap((comment) => {
    try {
      const fact = parseFact(comment);
      const wrong = fact && disproof(fact, analysis.modules.open(file, file.read()), analysis);
      return wrong === null ? [] : [`${path}:${comment.line}: ${wrong}`];
    } catch (error) {
      return [`${path}:${comment.line}: ${(error as Error).message}`];
    }
  });
}

function disproof(fact: Fact, mod: Mod, analysis: Analysis): string | null {
  const [fn, another] = mod.functions.filter(({ info }) => info.kind === 'def' && info.qualname === fact.name);
  if (!fn || another) return `${fn ? 'more than one' : 'no'} function ${fact.name} in this file`;
  return holds(fact, analysis.summaries.of(fn), unknownIn(fn, analysis))
    ? null
    : `in fact ${shownSummary(fn, analysis)}`;
}

function holds(fact: Fact, effects: readonly Effect[], unknown: readonly string[]): boolean {
  if (fact.states !== 'blocks') return effects.length === 0 && unknown.join(', ') === fact.names.join(', ');
  const effect = effects.find(({ kind, cost }) => (fact.kind ?? kind) === kind && (fact.cost ?? cost) === cost);
  return effect !== undefined && chainOf(effect) === fact.names.join(' -> ');
}

/** The summary as facts would state it. */
export function shownSummary(fn: FunctionRef, analysis: Analysis): string {
  const name = fn.info.qualname;
  const effects = analysis.summaries.of(fn);
  const unknown = unknownIn(fn, analysis);
  if (effects.length > 0)
    return effects.map((one) => `${name} blocks[${one.kind}, ${one.cost}]: ${chainOf(one)}`).join('; ');
  return unknown.length > 0 ? `${name} unknown: ${unknown.join(', ')}` : `${name} does not block`;
}

function unknownIn(fn: FunctionRef, { project, modules }: Analysis): string[] {
  const texts = unknownCalls(project, fn).map(({ fn: { mod }, node }) => {
    const callee = mod.index.a[node] as number;
    return modules.sourceOf(mod).lines.text.slice(mod.index.start[callee], mod.index.end[callee]);
  });
  return [...new Set(texts)].sort();
}

function chainOf(effect: Effect): string {
  const names: string[] = [];
  for (let link = effect.chain; link; link = link.next) names.push(shortName(link.fn));
  return [...names, effect.name].join(' -> ');
}
