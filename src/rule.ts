import type { RuleContext } from '@eslint/core';
import type { CustomRuleDefinitionType } from '@eslint/plugin-kit';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { ruleUrl } from './homepage.ts';
import type { PyNode } from './python/node.ts';
import type { PythonSourceCode } from './source-code.ts';
import type { Certainty, EffectInfo, Level, RuleInfo, Step } from './types.ts';

/** Handlers by node type, `call`, or `call:exit`. */
export type PythonVisitor = Record<string, ((node: PyNode, parent?: PyNode) => void) | undefined>;

interface Python {
  LangOptions: Record<string, unknown>;
  Code: PythonSourceCode;
  Visitor: PythonVisitor;
  Node: PyNode;
}

export interface RuleDocs {
  description: string;
  level: Level;
  tags: readonly string[];
  precision: RuleInfo['precision'];
}

export type PythonRule<Options extends unknown[], Ids extends string> = CustomRuleDefinitionType<
  Python,
  { RuleOptions: Options; MessageIds: Ids; ExtRuleDocs: RuleDocs & Record<string, unknown> }
>;

export type PythonRuleContext<Options extends unknown[], Ids extends string> = RuleContext<
  Omit<Python, 'Visitor'> & { RuleOptions: Options; MessageIds: Ids }
>;

export interface RuleSource<Options extends unknown[], Ids extends string> {
  readonly name: string;
  readonly docs: RuleDocs;
  /** A sentence that says what, then any number that say what to do. Placeholders are `{{name}}`. */
  readonly messages: Readonly<Record<Ids, string>>;
  readonly create: (context: PythonRuleContext<Options, Ids>) => PythonVisitor;
}

export { SITE_TYPES } from './project/questions.ts';

const creator = RuleCreator(ruleUrl);

/** Makes an ESLint-shaped rule over Python nodes, for this engine and for ESLint alike. */
export function createRule<Ids extends string>(source: RuleSource<[], Ids>): NamedRule<Ids> {
  const made = creator({
    name: source.name,
    meta: { type: 'problem', docs: { ...source.docs }, messages: { ...source.messages }, schema: [] },
    defaultOptions: [],
    // RuleCreator only hands these on; its own types are tied to ESTree, so this is the one cast.
    create: source.create as never,
  });
  return made as unknown as NamedRule<Ids>;
}

export type NamedRule<Ids extends string = string> = PythonRule<[], Ids> & { readonly name: string };

/** What a rule reports beside ESLint's descriptor. ESLint ignores what it does not know; nostall's reports carry it. */
export interface Details {
  readonly function: string;
  readonly why: string;
  readonly effect: EffectInfo | null;
  readonly certainty: Certainty | null;
  readonly chain: readonly Step[];
  readonly related: readonly Step[];
}

export interface Report<Ids extends string> extends Details {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly messageId: Ids;
  readonly data: Readonly<Record<string, string>>;
}

/** Reports through the context of either host. */
export function report<Ids extends string>(context: PythonRuleContext<[], Ids>, finding: Report<Ids>): void {
  const { start, end, messageId, data, ...details } = finding;
  const descriptor = { loc: context.sourceCode.locAt(start, end), messageId, data: { ...data }, ...details };
  context.report(descriptor);
}
