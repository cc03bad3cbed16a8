import type { ClassInfo, Definition, FunctionInfo, ModuleIndex, Scope, Stated } from './module-index.ts';
import { StreamWriter } from './number-stream.ts';
import { packNodes } from './pack-nodes.ts';
import { DEFINITION_KINDS, FUNCTION_KINDS, PARAMETER_KINDS, SCOPE_KINDS } from './pack-words.ts';

/** Raised with every change of what is written here or read in unpack.ts. */
export const PACK_FORMAT = 2;

/** What is seldom there, as JSON. */
export interface Rare {
  readonly stars?: ModuleIndex['stars'];
  readonly suppressions?: ModuleIndex['suppressions'];
  readonly faults?: ModuleIndex['faults'];
  /** By position of the function. */
  readonly stated?: readonly (readonly [number, Stated])[];
}

/** What a definition has, above the bits of its kind. */
export const DEFINITION = {
  value: 16,
  import: 32,
  id: 64,
  parameters: 128,
  annotation: 256,
  path: 512,
  of: 1024,
} as const;

/** What a function is and has, above the bits of its kind: most have little of it. */
export const FUNCTION = {
  async: 4,
  returns: 8,
  sites: 16,
  class: 32,
  yields: 64,
  broken: 128,
  outer: 256,
  decorators: 512,
  results: 1024,
  yielded: 2048,
  typeParameters: 4096,
  expression: 8192,
} as const;

/** What a parameter has, above the bits of its kind. */
export const PARAMETER = { annotation: 8, default: 16 } as const;

/**
 * The index of a module as bytes: numbers, strings as numbers, and nothing that follows from the rest. Without the path: a
 * packed index stands for the same text wherever it is.
 */
export function packIndex(index: ModuleIndex): Uint8Array {
  const out = new StreamWriter();
  const names = new Names(index.strings);
  out.count(index.strings.length);
  out.count(index.hasAsync ? 1 : 0);
  out.id(index.body);
  packNodes(out, index);
  out.list(index.topCalls, 0);
  packScopes(out, index.scopes, names);
  packFunctions(out, index.functions, names);
  packClasses(out, index.classes, names);
  packDefinitions(out, index, names);
  return out.finish([...index.strings, ...names.further, rareOf(index)]);
}

function packScopes(out: StreamWriter, scopes: readonly Scope[], names: Names): void {
  out.count(scopes.length);
  for (const { kind, parent, of, elsewhere } of scopes) {
    out.count(SCOPE_KINDS.indexOf(kind));
    out.id(parent);
    out.id(of);
    out.count(elsewhere.size);
    if (elsewhere.size === 0) continue;
    for (const [name, scope] of elsewhere) {
      out.count(names.id(name));
      out.count(scope);
    }
  }
}

function packFunctions(out: StreamWriter, functions: readonly FunctionInfo[], names: Names): void {
  out.count(functions.length);
  let node = 0;
  let scope = 0;
  let body = 0;
  for (const info of functions) {
    out.count(FUNCTION_KINDS.indexOf(info.kind) + whatFunctionHas(info));
    out.count(names.id(info.name));
    out.count(names.prefixOf(info));
    out.number(info.node - node);
    out.number(info.scope - scope);
    ({ node, scope } = info);
    out.id(info.body, body);
    if (info.body !== -1) ({ body } = info);
    if (info.class !== -1) out.count(info.class);
    if (info.outer !== -1) out.count(info.outer);
    if (info.returns !== -1) out.number(info.returns - node);
    if (info.expression !== -1) out.number(info.expression - node);
    if (info.decorators.length > 0) out.list(info.decorators, node);
    if (info.sites.length > 0) out.list(info.sites, node);
    if (info.results.length > 0) out.list(info.results, node);
    if (info.yielded.length > 0) out.list(info.yielded, node);
    if (info.typeParameters.length > 0) packNames(out, info.typeParameters, names);
    out.count(info.parameters.length);
    for (const { name, kind, annotation, default: value } of info.parameters) {
      const has = (annotation === -1 ? 0 : PARAMETER.annotation) + (value === -1 ? 0 : PARAMETER.default);
      out.count(PARAMETER_KINDS.indexOf(kind) + has);
      out.count(names.id(name));
      if (annotation !== -1) out.number(annotation - node);
      if (value !== -1) out.number(value - node);
    }
  }
}

function whatFunctionHas(info: FunctionInfo): number {
  return (
    (info.isAsync ? FUNCTION.async : 0) +
    (info.returns === -1 ? 0 : FUNCTION.returns) +
    (info.sites.length === 0 ? 0 : FUNCTION.sites) +
    (info.class === -1 ? 0 : FUNCTION.class) +
    (info.yields ? FUNCTION.yields : 0) +
    (info.broken ? FUNCTION.broken : 0) +
    (info.outer === -1 ? 0 : FUNCTION.outer) +
    (info.decorators.length === 0 ? 0 : FUNCTION.decorators) +
    (info.results.length === 0 ? 0 : FUNCTION.results) +
    (info.yielded.length === 0 ? 0 : FUNCTION.yielded) +
    (info.typeParameters.length === 0 ? 0 : FUNCTION.typeParameters) +
    (info.expression === -1 ? 0 : FUNCTION.expression)
  );
}

function packClasses(out: StreamWriter, classes: readonly ClassInfo[], names: Names): void {
  out.count(classes.length);
  for (const info of classes) {
    const { node } = info;
    out.count(names.id(info.name));
    out.count(names.prefixOf(info));
    out.count(node);
    out.count(info.scope);
    out.count(info.body);
    out.list(info.bases, node);
    out.list(info.decorators, node);
    packNames(out, info.typeParameters, names);
    out.count(info.attributes.size);
    for (const [name, definitions] of info.attributes) {
      out.count(names.id(name));
      out.count(definitions.length);
      for (const one of definitions) {
        out.count(DEFINITION_KINDS.indexOf(one.kind));
        out.id(one.value, node);
        out.id(one.annotation, node);
        out.list(one.path, 0);
        out.id(one.function);
      }
    }
  }
}

function packDefinitions(out: StreamWriter, { definitions, functions }: ModuleIndex, names: Names): void {
  out.count(definitions.length);
  let scope = 0;
  let node = 0;
  for (let at = 0; at < definitions.length; at++) {
    const one = definitions[at] as Definition;
    const info = one.kind === 'function' ? functions[one.id] : undefined;
    const follow = info !== undefined && areNext(definitions, at, info);
    out.count(DEFINITION_KINDS.indexOf(one.kind) + whatDefinitionHas(one) + (follow ? DEFINITION.parameters : 0));
    out.count(names.id(one.name));
    out.number(one.scope - scope);
    ({ scope } = one);
    out.id(one.node, node);
    if (one.node !== -1) ({ node } = one);
    if (one.value !== -1) out.number(one.value - node);
    if (one.id !== -1) out.count(one.id);
    if (one.annotation !== -1) out.number(one.annotation - node);
    if (one.path.length > 0) out.list(one.path, 0);
    if (one.of.length > 0) out.list(one.of, at);
    if (one.import !== null) {
      out.count(names.id(one.import.module));
      out.count(one.import.level);
      out.id(one.import.name === null ? -1 : names.id(one.import.name));
    }
    if (follow) at += info.parameters.length;
  }
}

function whatDefinitionHas({ value, annotation, path, of, id, import: imported }: Definition): number {
  return (
    (value === -1 ? 0 : DEFINITION.value) +
    (annotation === -1 ? 0 : DEFINITION.annotation) +
    (path.length === 0 ? 0 : DEFINITION.path) +
    (of.length === 0 ? 0 : DEFINITION.of) +
    (id === -1 ? 0 : DEFINITION.id) +
    (imported === null ? 0 : DEFINITION.import)
  );
}

/** A `def` binds its name and then its parameters, which say nothing that the function does not. */
function areNext(definitions: readonly Definition[], at: number, { parameters, scope }: FunctionInfo): boolean {
  if (parameters.length === 0) return false;
  return parameters.every(({ name, annotation, default: value }, position) => {
    const one = definitions[at + 1 + position];
    if (one?.kind !== 'parameter' || one.name !== name || one.scope !== scope || one.id !== position) return false;
    return one.annotation === annotation && one.value === value && one.node === -1 && one.path.length === 0;
  });
}

function packNames(out: StreamWriter, texts: readonly string[], names: Names): void {
  out.count(texts.length);
  for (const text of texts) out.count(names.id(text));
}

/** Empty when there is nothing of it. */
function rareOf({ stars, suppressions, faults, functions }: ModuleIndex): string {
  const stated: [number, Stated][] = [];
  for (let at = 0; at < functions.length; at++) {
    const own = functions[at]?.stated ?? null;
    if (own !== null) stated.push([at, own]);
  }
  if (stars.length + suppressions.length + faults.length + stated.length === 0) return '';
  const rare: Rare = {
    ...(stars.length > 0 && { stars }),
    ...(suppressions.length > 0 && { suppressions }),
    ...(faults.length > 0 && { faults }),
    ...(stated.length > 0 && { stated }),
  };
  return JSON.stringify(rare);
}

/** Numbers for strings: those of the index first. */
class Names {
  readonly further: string[] = [];
  readonly #ids = new Map<string, number>();

  constructor(strings: readonly string[]) {
    for (let id = 0; id < strings.length; id++) this.#ids.set(strings[id] as string, id);
  }

  id(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(text, id);
      this.further.push(text);
    }
    return id;
  }

  /** What stands before the name in the qualified name. */
  prefixOf({ name, qualname }: { readonly name: string; readonly qualname: string }): number {
    if (!qualname.endsWith(name)) throw new Error(`${qualname} does not end with ${name}`);
    return this.id(qualname.slice(0, qualname.length - name.length));
  }
}
