import type { RuleContext } from '@eslint/core';
import type { CustomRuleDefinitionType } from '@eslint/plugin-kit';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { ruleUrl } from './homepage.ts';
import type { SuppressionComment } from './python/index/module-index.ts';
import type { PyNode } from './python/node.ts';
import type { PythonSourceCode } from './source-code.ts';
import {
  CERTAINTIES,
  type Certainty,
  COSTS,
  type Cost,
  type EffectInfo,
  type Level,
  type RuleInfo,
  type Step,
} from './types.ts';

/** Handlers by node type, `call`; and `module:exit`, after all others. */
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

/**
 * Which findings a rule reports. ESLint gives a rule one severity, so that this stands in for the levels of the command
 * line, which gives none: what an option does not name is not reported, and without the option everything is.
 */
export interface RuleOptions {
  costs?: readonly Cost[];
  certainties?: readonly Certainty[];
  /** Whether what is reached through other functions counts; true unless said otherwise. */
  chains?: boolean;
}

export type PythonRule<Ids extends string> = CustomRuleDefinitionType<
  Python,
  { RuleOptions: [RuleOptions?]; MessageIds: Ids; ExtRuleDocs: RuleDocs & Record<string, unknown> }
>;

export type PythonRuleContext<Ids extends string> = RuleContext<
  Omit<Python, 'Visitor'> & { RuleOptions: [RuleOptions?]; MessageIds: Ids }
>;

export interface RuleSource<Ids extends string> {
  readonly name: string;
  readonly docs: RuleDocs;
  /** A sentence that says what, then any number that say what to do. Placeholders are `{{name}}`. */
  readonly messages: Readonly<Record<Ids, string>>;
  /** The options that the rule has, with what ESLint gives when the user gives none. */
  readonly options?: RuleOptions;
  /** Whether some of its findings can be mended. */
  readonly isFixable?: true;
  readonly create: (context: PythonRuleContext<Ids>) => PythonVisitor;
}

export { SITE_TYPES } from './project/site-types.ts';

const creator = RuleCreator(ruleUrl);

/** Makes an ESLint-shaped rule over Python nodes, for this engine and for ESLint alike. */
export function createRule<Ids extends string>(source: RuleSource<Ids>): NamedRule<Ids> {
  const create = (context: PythonRuleContext<Ids>): PythonVisitor => {
    // A configuration may switch the rule on for JavaScript as well, where it has nothing to say.
    if (!('begin' in context.sourceCode)) return {};
    context.sourceCode.begin(source.name, context.cwd);
    return source.create(context);
  };
  const made = creator({
    name: source.name,
    meta: {
      type: 'problem',
      languages: ['nostall/python'],
      docs: { ...source.docs },
      messages: { ...source.messages },
      ...(source.isFixable === true && { fixable: 'code' }),
      ...optionsMeta(source.options),
    } as never,
    // The deprecated place for them, which must be there: ESLint reads those of `meta`, the command line gives none.
    defaultOptions: [],
    // RuleCreator only hands these on; its own types are tied to ESTree, so these are the only casts.
    create: create as never,
  });
  return made as unknown as NamedRule<Ids>;
}

export type NamedRule<Ids extends string = string> = PythonRule<Ids> & { readonly name: string };

const WORDS = { costs: COSTS, certainties: CERTAINTIES } as const;

function optionsMeta(options: RuleOptions | undefined) {
  if (options === undefined) return { schema: [] };
  const properties: Record<string, unknown> = {};
  for (const key of Object.keys(options) as (keyof RuleOptions)[]) {
    properties[key] =
      key === 'chains'
        ? { type: 'boolean' }
        : { type: 'array', items: { enum: [...WORDS[key]] }, minItems: 1, uniqueItems: true };
  }
  return { schema: [{ type: 'object', properties, additionalProperties: false }], defaultOptions: [options] };
}

/** What a rule reports beside ESLint's descriptor. ESLint ignores what it does not know; nostall's reports carry it. */
export interface Details {
  readonly function: string;
  readonly why: string;
  readonly effect: EffectInfo | null;
  readonly certainty: Certainty | null;
  readonly chain: readonly Step[];
  readonly related: readonly Step[];
}

/** Replaces what stands between two offsets into the text. */
export interface TextEdit {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly text: string;
}

export interface TextFix {
  /** One sentence, no final period. */
  readonly description: string;
  /** Sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
}

export interface Report<Ids extends string> extends Details {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly messageId: Ids;
  readonly data: Readonly<Record<string, string>>;
  /** Said by a rule that knows better than the comments of the line. */
  readonly silencedBy?: SuppressionComment | null;
  readonly fix?: TextFix | null;
}

/** Of ESLint's fixer, what fixes here need. */
export interface Fixer<Change> {
  replaceTextRange(range: [number, number], text: string): Change;
}

/** Reports through the context of either host. */
export function report<Ids extends string>(context: PythonRuleContext<Ids>, finding: Report<Ids>): void {
  const { start, end, messageId, data, fix, ...details } = finding;
  const { sourceCode } = context;
  const loc = sourceCode.locAt(start, end);
  // ESLint's ids begin with what the user calls the plugin.
  const rule = context.id.slice(context.id.lastIndexOf('/') + 1);
  // Asked in any case: the comment is of use even where the finding is too quiet to be reported.
  const silencedBy = details.silencedBy === undefined ? sourceCode.silencing(rule, loc) : details.silencedBy;
  if (silencedBy !== null && !sourceCode.host.keepsSilenced) return;
  if (!isAskedFor(finding, context.options[0])) return;
  const descriptor = { loc, messageId, data: { ...data }, ...details, silencedBy, ...(fix && fixMembers(fix)) };
  context.report(descriptor);
}

function fixMembers({ description, edits }: TextFix) {
  return {
    fixDescription: description,
    fix: <Change>(fixer: Fixer<Change>): Change[] => {
      return edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
    },
  };
}

function isAskedFor({ effect, certainty, chain }: Details, options: RuleOptions = {}): boolean {
  if (options.chains === false && chain.length > 0) return false;
  if (effect !== null && options.costs?.includes(effect.cost) === false) return false;
  return certainty === null || options.certainties?.includes(certainty) !== false;
}
