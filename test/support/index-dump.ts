import { items, type ModuleIndex } from '../../src/python/index/module-index.ts';
import { Op } from '../../src/python/index/ops.ts';
import { LineTable } from '../../src/python/positions.ts';

/** What a `ModuleIndex` says, in words: plain JSON, nodes replaced by their source text. */
export interface IndexDump {
  readonly imports: readonly string[];
  readonly scopes: readonly ScopeDump[];
  readonly functions: readonly FunctionDump[];
  readonly classes: readonly ClassDump[];
  /** Reads of names, in text order: `x@3 <- 1, 2`, `x@3 <- ?` where no definition is known to reach. */
  readonly uses: readonly string[];
  readonly suppressions: readonly string[];
  readonly faults: readonly string[];
}

export interface ScopeDump {
  /** `module`, `class C`, `function C.m`, `comprehension`. */
  readonly scope: string;
  readonly parent: string | null;
  /** Kinds of the definitions of each name, in text order. */
  readonly names: Readonly<Record<string, string>>;
  /** Names declared `global` or `nonlocal`, with the scope they belong to. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

export interface FunctionDump {
  /** `async def C.m`, `lambda <lambda>`. */
  readonly function: string;
  readonly parameters: readonly string[];
  readonly typeParameters: readonly string[];
  readonly returns: string | null;
  readonly decorators: readonly string[];
  readonly yields: boolean;
  readonly results: readonly string[];
  readonly yielded: readonly string[];
  /** `call f(x)@2`. */
  readonly sites: readonly string[];
  readonly broken: boolean;
}

export interface ClassDump {
  readonly class: string;
  readonly bases: readonly string[];
  readonly decorators: readonly string[];
  readonly typeParameters: readonly string[];
  /** By name, as `kind = value` or `kind: annotation = value`. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export function dumpIndex(index: ModuleIndex, text: string): IndexDump {
  const lines = new LineTable(text);
  const source = (node: number) => text.slice(index.start[node], index.end[node]);
  const sources = (nodes: Iterable<number>) => [...nodes].map(source);
  const lineOf = (node: number) => lines.lineOf(index.start[node]!);
  const scopeName = (id: number) => nameOfScope(index, id);

  return {
    imports: importLines(index),
    scopes: index.scopes.map((scope, id) => ({
      scope: scopeName(id),
      parent: scope.parent < 0 ? null : scopeName(scope.parent),
      names: record(scope.names, (ids) => ids.map((definition) => kindOf(index, definition)).join(' ')),
      elsewhere: record(scope.elsewhere, scopeName),
    })),
    functions: index.functions.map((info) => ({
      function: `${info.isAsync ? 'async ' : ''}${info.kind} ${info.qualname}`,
      parameters: info.parameters.map(({ name, kind, annotation, default: value }) => {
        return `${kind} ${name}${after(': ', annotation, source)}${after(' = ', value, source)}`;
      }),
      typeParameters: info.typeParameters,
      returns: info.returns < 0 ? null : source(info.returns),
      decorators: sources(info.decorators),
      yields: info.yields,
      results: sources(info.results),
      yielded: sources(info.yielded),
      sites: info.sites.map((node) => `${opName(index, node)} ${oneLine(source(node))}@${lineOf(node)}`),
      broken: info.broken,
    })),
    classes: index.classes.map((info) => ({
      class: info.qualname,
      bases: sources(info.bases),
      decorators: sources(info.decorators),
      typeParameters: info.typeParameters,
      attributes: record(info.attributes, (all) =>
        all.map((one) => `${one.kind}${after(': ', one.annotation, source)}${after(' = ', one.value, source)}`),
      ),
    })),
    uses: readsOf(index).map((node) => `${nameOf(index, node)}@${lineOf(node)} <- ${reaching(index, lines, node)}`),
    suppressions: index.suppressions.map(({ kind, file, firstLine, lastLine, rules, reason, fault }) => {
      const where = file ? 'file' : `${firstLine}-${lastLine}`;
      return fault ?? `${kind} ${where} [${rules?.join(', ') ?? '*'}]${reason === null ? '' : ` -- ${reason}`}`;
    }),
    faults: index.faults.map(({ message }) => message),
  };
}

/** Name nodes that are read rather than bound, in text order. */
export function readsOf(index: ModuleIndex): number[] {
  const bound = new Set(
    index.definitions.map(({ node, kind }) => (kind === 'narrow' || kind === 'exclude' ? -1 : node)),
  );
  const reads: number[] = [];
  for (let node = 0; node < index.op.length; node++) {
    if (index.op[node] === Op.Name && !bound.has(node)) reads.push(node);
  }
  return reads.sort((a, b) => index.start[a]! - index.start[b]!);
}

/** Lines of the definitions that reach a read, `?` when none is linked; `narrow@4(1, 2)` for what a test refines. */
export function reaching(index: ModuleIndex, lines: LineTable, node: number): string {
  const definitions = items(index, index.b[node]!);
  if (definitions.length === 0) return '?';
  return described(index, lines, definitions);
}

export function described(index: ModuleIndex, lines: LineTable, definitions: Iterable<number>): string {
  const parts = [...definitions].map((id) => ({
    line: definitionLine(index, lines, id),
    definition: index.definitions[id]!,
  }));
  parts.sort((a, b) => a.line - b.line);
  return parts
    .map(({ line, definition: { kind, of } }) => {
      return of.length === 0 ? `${line}` : `${kind}@${line}(${described(index, lines, of)})`;
    })
    .join(', ');
}

export function nameOf(index: ModuleIndex, node: number): string {
  return index.strings[index.a[node]!]!;
}

/** A parameter has no node of its own: its line is that of the function. */
function definitionLine(index: ModuleIndex, lines: LineTable, id: number): number {
  const { node, scope } = index.definitions[id]!;
  const at = node >= 0 ? node : index.functions[index.scopes[scope]!.of]!.node;
  return lines.lineOf(index.start[at]!);
}

function importLines(index: ModuleIndex): string[] {
  const named = index.definitions.flatMap(({ import: target, name, scope }) => {
    if (target === null) return [];
    const { module, level, name: imported } = target;
    const from = `${'.'.repeat(level)}${module}`;
    const what = imported === null ? `import ${from}` : `from ${from} import ${imported}`;
    return [`${what} as ${name} in ${nameOfScope(index, scope)}`];
  });
  const stars = index.stars.map(({ module, level, scope }) => {
    return `from ${'.'.repeat(level)}${module} import * in ${nameOfScope(index, scope)}`;
  });
  return [...named, ...stars];
}

function nameOfScope(index: ModuleIndex, id: number): string {
  const { kind, of } = index.scopes[id]!;
  if (kind === 'class') return `class ${index.classes[of]!.qualname}`;
  return kind === 'function' ? `function ${index.functions[of]!.qualname}` : kind;
}

function kindOf(index: ModuleIndex, id: number): string {
  const { kind, path } = index.definitions[id]!;
  return path.length === 0 ? kind : `${kind}[${path.join('.')}]`;
}

const OP_NAMES: ReadonlyMap<number, string> = new Map(Object.entries(Op).map(([name, op]) => [op, name.toLowerCase()]));

function opName(index: ModuleIndex, node: number): string {
  return OP_NAMES.get(index.op[node]!) ?? '?';
}

function after(sign: string, node: number, source: (node: number) => string): string {
  return node < 0 ? '' : `${sign}${source(node)}`;
}

function oneLine(text: string): string {
  return text.split('\n')[0]!;
}

function record<V, T>(map: ReadonlyMap<string, V>, show: (value: V) => T): Record<string, T> {
  return Object.fromEntries([...map].map(([name, value]) => [name, show(value)]));
}
