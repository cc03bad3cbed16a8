import { type FlatTree, firstChild } from './python/flat-tree.ts';
import type { SuppressionComment } from './python/index/module-index.ts';
import { K } from './python/kinds.ts';
import { kindName } from './python/language.ts';
import { nodesOf, type PyNode, type SourceLocation } from './python/node.ts';
import type { Details, Fixer, NamedRule, PythonVisitor, TextEdit, TextFix } from './rule.ts';
import type { PythonSourceCode } from './source-code.ts';

/** What a rule reported, its message filled in. */
export interface Reported extends Details {
  readonly rule: string;
  readonly loc: SourceLocation;
  /** What: the first sentence of the message, without its period. */
  readonly message: string;
  /** What to do: the other sentences, without the last period. */
  readonly advice: string;
  readonly silencedBy: SuppressionComment | null;
  readonly fix: TextFix | null;
}

type Handler = (node: PyNode) => void;

/** Runs rules over one file. `onCrash` is told of a rule that throws; the others go on. */
export function runRules(
  rules: readonly NamedRule[],
  sourceCode: PythonSourceCode,
  tree: FlatTree,
  path: string,
  onCrash: (rule: string, line: number, error: unknown) => void,
): Reported[] {
  const found: Reported[] = [];
  const handlers = new Map<string, { rule: string; handle: Handler }[]>();
  for (const rule of rules) {
    try {
      const visitor = rule.create(contextFor(rule, sourceCode, path, found) as never) as PythonVisitor;
      for (const [type, handle] of Object.entries(visitor)) {
        if (!handle) continue;
        const known = handlers.get(type);
        const entry = { rule: rule.name, handle: handle as Handler };
        if (known) known.push(entry);
        else handlers.set(type, [entry]);
      }
    } catch (error) {
      onCrash(rule.name, 1, error);
    }
  }
  const byKind: ({ rule: string; handle: Handler }[] | undefined)[] = [];
  for (let node = 0; node < tree.count; node++) {
    const kind = node === 0 ? K.module : (tree.kind[node] as number);
    if (!(kind in byKind)) byKind[kind] = handlers.get(kindName(kind));
    const wanted = byKind[kind];
    if (!wanted) continue;
    // A keyword has the name of the node it begins: `await` in `await`.
    if (kindName(kind) === 'await' && firstChild(tree, node) < 0) continue;
    visit(nodesOf(tree).node(node), wanted);
  }
  visit(sourceCode.ast, handlers.get('module:exit') ?? []);
  return found;

  function visit(view: PyNode, wanted: readonly { rule: string; handle: Handler }[]): void {
    for (const { rule, handle } of wanted) {
      try {
        handle(view);
      } catch (error) {
        onCrash(rule, view.loc.start.line, error);
      }
    }
  }
}

interface Descriptor extends Details {
  readonly loc: SourceLocation;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly silencedBy: SuppressionComment | null;
  readonly fixDescription?: string;
  readonly fix?: (fixer: Fixer<TextEdit>) => readonly TextEdit[];
}

const fixer: Fixer<TextEdit> = {
  replaceTextRange: ([start, end], text) => ({ start, end, text }),
};

function contextFor(rule: NamedRule, sourceCode: PythonSourceCode, path: string, found: Reported[]) {
  const messages = rule.meta?.messages ?? {};
  return {
    id: rule.name,
    filename: path,
    physicalFilename: path,
    cwd: '.',
    options: [],
    settings: {},
    languageOptions: {},
    sourceCode,
    report({ loc, messageId, data, fixDescription = '', fix, ...details }: Descriptor) {
      const template = (messages as Record<string, string>)[messageId];
      if (template === undefined) throw new Error(`no message \`${messageId}\``);
      const [what, advice] = sentences(template);
      const texts = { message: fill(what, data), advice: fill(advice, data) };
      const mends = fix === undefined ? null : { description: fixDescription, edits: fix(fixer) };
      found.push({ rule: rule.name, loc, ...texts, ...details, fix: mends });
    },
  };
}

/** The first sentence of a template says what, the rest what to do. */
function sentences(template: string): readonly [string, string] {
  const end = template.indexOf('. ');
  if (end < 0) return [template.replace(/\.$/, ''), ''];
  return [template.slice(0, end), template.slice(end + 2).replace(/\.$/, '')];
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => data[name] ?? whole);
}
