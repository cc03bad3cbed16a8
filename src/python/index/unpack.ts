import type {
  AttributeDefinition,
  ClassInfo,
  Definition,
  FunctionInfo,
  ImportTarget,
  ModuleIndex,
  Parameter,
  Scope,
} from './module-index.ts';
import { StreamReader } from './number-stream.ts';
import { DEFINITION, FUNCTION, PARAMETER, type Rare } from './pack.ts';
import { unpackNodes } from './pack-nodes.ts';
import { DEFINITION_KINDS, FUNCTION_KINDS, PARAMETER_KINDS, SCOPE_KINDS } from './pack-words.ts';
import { adopt } from './parents.ts';

/** Undoes `packIndex`. */
export function unpackIndex(path: string, bytes: Uint8Array): ModuleIndex {
  const read = new StreamReader(bytes);
  const names = read.texts;
  const rare = rareIn(names.at(-1) as string);
  const strings = names.slice(0, read.count());
  const hasAsync = read.count() === 1;
  const body = read.id();
  const nodes = unpackNodes(read);
  const topCalls = read.list(0);
  const scopes = unpackScopes(read, names);
  const functions = unpackFunctions(read, names, rare);
  const classes = unpackClasses(read, names);
  const definitions = unpackDefinitions(read, names, functions);
  for (let id = 0; id < definitions.length; id++) {
    const { kind, name, scope } = definitions[id] as Definition;
    // Tests say more of a name, but do not bind it.
    if (kind === 'narrow' || kind === 'exclude') continue;
    const { names } = scopes[scope] as Scope;
    const known = names.get(name);
    if (known) known.push(id);
    else names.set(name, [id]);
  }
  const index = {
    path,
    strings,
    ...nodes,
    scopes,
    definitions,
    functions,
    classes,
    body,
    stars: rare.stars ?? EMPTY,
    topCalls,
    suppressions: rare.suppressions ?? EMPTY,
    faults: rare.faults ?? EMPTY,
    hasAsync,
  };
  adopt(index);
  return index;
}

const EMPTY: never[] = [];
const NOWHERE: ReadonlyMap<string, number> = new Map();
const NOTHING: Rare = {};

function rareIn(text: string): Rare {
  return text === '' ? NOTHING : (JSON.parse(text) as Rare);
}

function unpackScopes(read: StreamReader, names: readonly string[]): Scope[] {
  const scopes: Scope[] = [];
  for (let count = read.count(); count > 0; count--) {
    scopes.push({
      kind: SCOPE_KINDS[read.count()] as Scope['kind'],
      parent: read.id(),
      of: read.id(),
      names: new Map(),
      elsewhere: unpackElsewhere(read, names),
    });
  }
  return scopes;
}

function unpackElsewhere(read: StreamReader, names: readonly string[]): ReadonlyMap<string, number> {
  let count = read.count();
  if (count === 0) return NOWHERE;
  const elsewhere = new Map<string, number>();
  for (; count > 0; count--) elsewhere.set(names[read.count()] as string, read.count());
  return elsewhere;
}

function unpackFunctions(read: StreamReader, names: readonly string[], rare: Rare): FunctionInfo[] {
  const stated = new Map(rare.stated);
  const functions: FunctionInfo[] = [];
  const count = read.count();
  let node = 0;
  let scope = 0;
  let lastBody = 0;
  for (let at = 0; at < count; at++) {
    const has = read.count();
    const name = names[read.count()] as string;
    const prefix = names[read.count()] as string;
    node += read.number();
    scope += read.number();
    const body = read.id(lastBody);
    if (body !== -1) lastBody = body;
    const inClass = (has & FUNCTION.class) === 0 ? -1 : read.count();
    const outer = (has & FUNCTION.outer) === 0 ? -1 : read.count();
    const returns = (has & FUNCTION.returns) === 0 ? -1 : node + read.number();
    const expression = (has & FUNCTION.expression) === 0 ? -1 : node + read.number();
    const decorators = (has & FUNCTION.decorators) === 0 ? EMPTY : read.list(node);
    const sites = (has & FUNCTION.sites) === 0 ? EMPTY : read.list(node);
    const results = (has & FUNCTION.results) === 0 ? EMPTY : read.list(node);
    const yielded = (has & FUNCTION.yielded) === 0 ? EMPTY : read.list(node);
    const typeParameters = (has & FUNCTION.typeParameters) === 0 ? EMPTY : unpackNames(read, names);
    functions.push({
      kind: FUNCTION_KINDS[has & 3] as FunctionInfo['kind'],
      name,
      qualname: prefix + name,
      node,
      scope,
      class: inClass,
      outer,
      isAsync: (has & FUNCTION.async) !== 0,
      yields: (has & FUNCTION.yields) !== 0,
      parameters: unpackParameters(read, names, node),
      typeParameters,
      returns,
      decorators,
      body,
      expression,
      sites,
      results,
      yielded,
      broken: (has & FUNCTION.broken) !== 0,
      stated: stated.get(at) ?? null,
    });
  }
  return functions;
}

function unpackParameters(read: StreamReader, names: readonly string[], node: number): readonly Parameter[] {
  let count = read.count();
  if (count === 0) return EMPTY;
  const parameters: Parameter[] = [];
  for (; count > 0; count--) {
    const has = read.count();
    parameters.push({
      name: names[read.count()] as string,
      kind: PARAMETER_KINDS[has & 7] as Parameter['kind'],
      annotation: (has & PARAMETER.annotation) === 0 ? -1 : node + read.number(),
      default: (has & PARAMETER.default) === 0 ? -1 : node + read.number(),
    });
  }
  return parameters;
}

function unpackClasses(read: StreamReader, names: readonly string[]): ClassInfo[] {
  const classes: ClassInfo[] = [];
  for (let count = read.count(); count > 0; count--) {
    const name = names[read.count()] as string;
    const prefix = names[read.count()] as string;
    const node = read.count();
    classes.push({
      name,
      qualname: prefix + name,
      node,
      scope: read.count(),
      body: read.count(),
      bases: read.list(node),
      decorators: read.list(node),
      typeParameters: unpackNames(read, names),
      attributes: unpackAttributes(read, names, node),
    });
  }
  return classes;
}

function unpackAttributes(read: StreamReader, names: readonly string[], node: number): ClassInfo['attributes'] {
  const attributes: ClassInfo['attributes'] = new Map();
  for (let count = read.count(); count > 0; count--) {
    const definitions: AttributeDefinition[] = [];
    attributes.set(names[read.count()] as string, definitions);
    for (let rest = read.count(); rest > 0; rest--) {
      definitions.push({
        kind: DEFINITION_KINDS[read.count()] as Definition['kind'],
        value: read.id(node),
        annotation: read.id(node),
        path: read.list(0),
        function: read.id(),
      });
    }
  }
  return attributes;
}

function unpackDefinitions(
  read: StreamReader,
  names: readonly string[],
  functions: readonly FunctionInfo[],
): Definition[] {
  const definitions: Definition[] = [];
  const count = read.count();
  let scope = 0;
  let lastNode = 0;
  while (definitions.length < count) {
    const has = read.count();
    const name = names[read.count()] as string;
    scope += read.number();
    const node = read.id(lastNode);
    if (node !== -1) lastNode = node;
    const value = (has & DEFINITION.value) === 0 ? -1 : lastNode + read.number();
    const id = (has & DEFINITION.id) === 0 ? -1 : read.count();
    const annotation = (has & DEFINITION.annotation) === 0 ? -1 : lastNode + read.number();
    const path = (has & DEFINITION.path) === 0 ? EMPTY : read.list(0);
    const of = (has & DEFINITION.of) === 0 ? EMPTY : read.list(definitions.length);
    const imported = (has & DEFINITION.import) === 0 ? null : unpackImport(read, names);
    const kind = DEFINITION_KINDS[has & 15] as Definition['kind'];
    definitions.push({ kind, name, scope, value, annotation, path, id, node, import: imported, of });
    if ((has & DEFINITION.parameters) !== 0) addParameters(definitions, functions[id] as FunctionInfo);
  }
  return definitions;
}

function unpackImport(read: StreamReader, names: readonly string[]): ImportTarget {
  const module = names[read.count()] as string;
  const level = read.count();
  const name = read.id();
  return { module, level, name: name < 0 ? null : (names[name] as string) };
}

/** They follow the function that they belong to, and were left out. */
function addParameters(definitions: Definition[], { parameters, scope }: FunctionInfo): void {
  for (let id = 0; id < parameters.length; id++) {
    const { name, annotation, default: value } = parameters[id] as Parameter;
    definitions.push({
      kind: 'parameter',
      name,
      scope,
      value,
      annotation,
      path: EMPTY,
      id,
      node: -1,
      import: null,
      of: EMPTY,
    });
  }
}

function unpackNames(read: StreamReader, names: readonly string[]): readonly string[] {
  let count = read.count();
  if (count === 0) return EMPTY;
  const texts: string[] = [];
  for (; count > 0; count--) texts.push(names[read.count()] as string);
  return texts;
}
