import { ColumnReader, summed, summedByKind } from './columns.ts';
import type {
  ClassInfo,
  Definition,
  FunctionInfo,
  ImportTarget,
  ModuleIndex,
  Parameter,
  Scope,
} from './module-index.ts';
import type { PackedText, Rare } from './pack.ts';
import { DEFINITION_KINDS, FUNCTION_KINDS, PARAMETER_KINDS, SCOPE_KINDS } from './pack-words.ts';

/** Undoes `packIndex`. */
export function unpackIndex(path: string, bytes: Uint8Array): ModuleIndex {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const [strings, further, rare] = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset + 4 + size, bytes.length - 4 - size).toString(),
  ) as PackedText;
  const names = further.length === 0 ? strings : [...strings, ...further];
  const read = new ColumnReader(bytes.subarray(4, 4 + size));
  const [nodeCount = 0, listCount = 0, scopeCount = 0, functionCount = 0, ...more] = read.next(8);
  const [classCount = 0, definitionCount = 0, body = 0, parametersFollow] = more;
  const nodes = unpackNodes(read, nodeCount, listCount);
  const scopes = unpackScopes(read, scopeCount, rare);
  const functions = unpackFunctions(read, functionCount, names, rare);
  const classes = unpackClasses(read, classCount, names, rare);
  const definitions = unpackDefinitions(read, definitionCount, names, parametersFollow === 1 ? functions : null);
  for (let id = 0; id < definitions.length; id++) {
    const { kind, name, scope } = definitions[id] as Definition;
    // Tests say more of a name, but do not bind it.
    if (kind === 'narrow' || kind === 'exclude') continue;
    const { names } = scopes[scope] as Scope;
    const known = names.get(name);
    if (known) known.push(id);
    else names.set(name, [id]);
  }
  return {
    path,
    strings,
    ...nodes,
    scopes,
    definitions,
    functions,
    classes,
    body,
    stars: rare.stars ?? EMPTY,
    topCalls: rare.topCalls ?? EMPTY,
    suppressions: rare.suppressions ?? EMPTY,
    faults: rare.faults ?? EMPTY,
    hasAsync: rare.hasAsync ?? false,
  };
}

const EMPTY: never[] = [];
const NOWHERE: ReadonlyMap<string, number> = new Map();

type Nodes = Pick<ModuleIndex, 'op' | 'start' | 'end' | 'a' | 'b' | 'c' | 'owner' | 'parent' | 'lists'>;

function unpackNodes(read: ColumnReader, count: number, listCount: number): Nodes {
  const op = Uint8Array.from(read.next(count));
  const start = new Uint32Array(summed(read.next(count)).buffer);
  const end = new Uint32Array(read.next(count).buffer);
  for (let node = 0; node < count; node++) end[node] = (end[node] as number) + (start[node] as number);
  const a = summedByKind(read.next(count), op);
  const b = summedByKind(read.next(count), op);
  const c = summedByKind(read.next(count), op);
  const owner = summedByKind(read.next(count), op);
  const parent = read.next(count);
  for (let node = 0; node < count; node++) {
    const distance = parent[node] as number;
    parent[node] = distance === 0 ? -1 : node + distance;
  }
  return { op, start, end, a, b, c, owner, parent, lists: summed(read.next(listCount)) };
}

function unpackScopes(read: ColumnReader, count: number, rare: Rare): Scope[] {
  const kinds = read.next(count);
  const parents = read.next(count);
  const ofs = read.next(count);
  const elsewhere = new Map(rare.elsewhere);
  const scopes: Scope[] = [];
  for (let i = 0; i < count; i++) {
    const declared = elsewhere.get(i);
    scopes.push({
      kind: SCOPE_KINDS[kinds[i] as number] as Scope['kind'],
      parent: parents[i] as number,
      of: ofs[i] as number,
      names: new Map(),
      elsewhere: declared === undefined ? NOWHERE : new Map(declared),
    });
  }
  return scopes;
}

function unpackFunctions(read: ColumnReader, count: number, names: readonly string[], rare: Rare): FunctionInfo[] {
  const kinds = read.next(count);
  const flags = read.next(count);
  const ids = read.next(count);
  const prefixes = read.next(count);
  const nodes = summed(read.next(count));
  const scopes = summed(read.next(count));
  const classes = read.next(count);
  const outers = read.next(count);
  const returns = read.next(count);
  const bodies = read.next(count);
  const expressions = read.next(count);
  const decorators = read.lists(count);
  const sites = read.lists(count);
  const results = read.lists(count);
  const yielded = read.lists(count);
  const typeParameters = read.lists(count);
  const parameters = unpackParameters(read, read.next(count), names);
  const stated = new Map(rare.stated);
  const functions: FunctionInfo[] = [];
  for (let i = 0; i < count; i++) {
    const name = names[ids[i] as number] as string;
    const flag = flags[i] as number;
    functions.push({
      kind: FUNCTION_KINDS[kinds[i] as number] as FunctionInfo['kind'],
      name,
      qualname: (names[prefixes[i] as number] as string) + name,
      node: nodes[i] as number,
      scope: scopes[i] as number,
      class: classes[i] as number,
      outer: outers[i] as number,
      isAsync: (flag & 1) !== 0,
      yields: (flag & 2) !== 0,
      parameters: parameters[i] as Parameter[],
      typeParameters: textsOf(names, typeParameters[i] as number[]),
      returns: returns[i] as number,
      decorators: decorators[i] as number[],
      body: bodies[i] as number,
      expression: expressions[i] as number,
      sites: sites[i] as number[],
      results: results[i] as number[],
      yielded: yielded[i] as number[],
      broken: (flag & 4) !== 0,
      stated: stated.get(i) ?? null,
    });
  }
  return functions;
}

function unpackParameters(read: ColumnReader, counts: Int32Array, names: readonly string[]): Parameter[][] {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i] as number;
  const ids = read.next(total);
  const kinds = read.next(total);
  const annotations = read.next(total);
  const defaults = read.next(total);
  const parameters: Parameter[][] = [];
  let at = 0;
  for (let i = 0; i < counts.length; i++) {
    const own: Parameter[] = counts[i] === 0 ? EMPTY : [];
    for (const end = at + (counts[i] as number); at < end; at++) {
      own.push({
        name: names[ids[at] as number] as string,
        kind: PARAMETER_KINDS[kinds[at] as number] as Parameter['kind'],
        annotation: annotations[at] as number,
        default: defaults[at] as number,
      });
    }
    parameters.push(own);
  }
  return parameters;
}

function unpackClasses(read: ColumnReader, count: number, names: readonly string[], rare: Rare): ClassInfo[] {
  const ids = read.next(count);
  const prefixes = read.next(count);
  const nodes = summed(read.next(count));
  const scopes = summed(read.next(count));
  const bodies = summed(read.next(count));
  const bases = read.lists(count);
  const decorators = read.lists(count);
  const typeParameters = read.lists(count);
  const attributes = new Map(rare.attributes);
  const classes: ClassInfo[] = [];
  for (let i = 0; i < count; i++) {
    const name = names[ids[i] as number] as string;
    classes.push({
      name,
      qualname: (names[prefixes[i] as number] as string) + name,
      node: nodes[i] as number,
      scope: scopes[i] as number,
      bases: bases[i] as number[],
      decorators: decorators[i] as number[],
      attributes: new Map(attributes.get(i)),
      typeParameters: textsOf(names, typeParameters[i] as number[]),
      body: bodies[i] as number,
    });
  }
  return classes;
}

/** With `functions`, the parameters follow the function that they belong to, and were left out. */
function unpackDefinitions(
  read: ColumnReader,
  count: number,
  names: readonly string[],
  functions: readonly FunctionInfo[] | null,
): Definition[] {
  const kinds = read.next(count);
  const nameIds = read.next(count);
  const scopes = summed(read.next(count));
  const nodes = summed(read.next(count));
  const values = read.next(count);
  const annotations = read.next(count);
  const ids = read.next(count);
  const paths = read.lists(count);
  const refined = read.lists(count);
  const areImports = read.next(count);
  const imports = unpackImports(read, areImports, names);
  const definitions: Definition[] = [];
  for (let i = 0; i < count; i++) {
    const kind = DEFINITION_KINDS[kinds[i] as number] as Definition['kind'];
    const id = ids[i] as number;
    definitions.push({
      kind,
      name: names[nameIds[i] as number] as string,
      scope: scopes[i] as number,
      value: values[i] as number,
      annotation: annotations[i] as number,
      path: paths[i] as number[],
      id,
      node: nodes[i] as number,
      import: areImports[i] === 1 ? (imports.next().value as ImportTarget) : null,
      of: refined[i] as number[],
    });
    if (functions === null || kind !== 'function') continue;
    const { scope, parameters } = functions[id] as FunctionInfo;
    for (let position = 0; position < parameters.length; position++) {
      const { name, annotation, default: value } = parameters[position] as Parameter;
      definitions.push({
        kind: 'parameter',
        name,
        scope,
        value,
        annotation,
        path: EMPTY,
        id: position,
        node: -1,
        import: null,
        of: EMPTY,
      });
    }
  }
  return definitions;
}

function unpackImports(read: ColumnReader, are: Int32Array, names: readonly string[]): Iterator<ImportTarget> {
  let count = 0;
  for (let i = 0; i < are.length; i++) count += are[i] as number;
  const modules = read.next(count);
  const levels = read.next(count);
  const ids = read.next(count);
  const imports: ImportTarget[] = [];
  for (let i = 0; i < count; i++) {
    const name = ids[i] as number;
    imports.push({
      module: names[modules[i] as number] as string,
      level: levels[i] as number,
      name: name < 0 ? null : (names[name] as string),
    });
  }
  return imports.values();
}

function textsOf(names: readonly string[], ids: readonly number[]): readonly string[] {
  return ids.length === 0 ? EMPTY : ids.map((id) => names[id] as string);
}
