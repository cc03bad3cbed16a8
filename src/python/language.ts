import { F, K, T } from './kinds.ts';

/** A grammar numbers its symbols as it likes, and gives several numbers to one name; ours go by name and by being named. */
const NAMED: ReadonlyMap<string, number> = new Map(Object.entries(K));
const TOKENS: ReadonlyMap<string, number> = new Map(Object.entries(T));
const FIELDS: ReadonlyMap<string, number> = new Map(Object.entries(F));

const FIRST_TOKEN = NAMED.size + 1;

const NAMES: string[] = [''];
for (const [name, kind] of [...NAMED, ...TOKENS]) NAMES[kind] = name;

/** The symbol that tree-sitter gives to every ERROR node, in all grammars. */
export const ERROR_SYMBOL = 0xffff;

/** 0 for a name that kinds.ts does not know. */
export function kindOf(name: string, named: boolean): number {
  return (named ? NAMED : TOKENS).get(name) ?? 0;
}

export function kindName(kind: number): string {
  return NAMES[kind] ?? '';
}

export function isNamed(kind: number): boolean {
  return kind > 0 && kind < FIRST_TOKEN;
}

export function fieldOf(name: string): number {
  return FIELDS.get(name) ?? 0;
}

/** The part of web-tree-sitter's `Language` that names things. */
export interface GrammarNames {
  readonly types: readonly (string | undefined)[];
  readonly fields: readonly (string | null)[];
  nodeTypeIsNamed(id: number): boolean;
}

/** Our numbers for those of one grammar. An id that is not there yet is added when a cursor meets it. */
export interface Vocabulary {
  readonly kinds: Map<number, number>;
  readonly fields: Map<number, number>;
}

export function vocabularyOf(grammar: GrammarNames): Vocabulary {
  const kinds = new Map([[ERROR_SYMBOL, kindOf('ERROR', true)]]);
  // Symbols that never show in a tree have no name here.
  for (const [id, name] of grammar.types.entries()) {
    if (name !== undefined) kinds.set(id, kindOf(name, grammar.nodeTypeIsNamed(id)));
  }
  const fields = new Map<number, number>();
  for (const [id, name] of grammar.fields.entries()) if (name) fields.set(id, fieldOf(name));
  return { kinds, fields };
}
