import type { SuppressionComment } from './python/index/module-index.ts';
import type { PyNode, SourceLocation } from './python/node.ts';
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

/**
 * Runs rules over one file: over the module, and over the nodes that the project has something to say about. `onCrash` is
 * told of a rule that throws; the others go on.
 */
export function runRules(
  rules: readonly NamedRule[],
  sourceCode: PythonSourceCode,
  nodes: Iterable<PyNode>,
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
  visit(sourceCode.ast, handlers.get('module'));
  for (const node of nodes) visit(node, handlers.get(node.type));
  visit(sourceCode.ast, handlers.get('module:exit'));
  return found;

  function visit(node: PyNode, wanted: readonly { rule: string; handle: Handler }[] = []): void {
    for (const { rule, handle } of wanted) {
      try {
        handle(node);
      } catch (error) {
        onCrash(rule, node.loc.start.line, error);
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
