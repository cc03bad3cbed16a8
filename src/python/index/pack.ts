import { ColumnWriter, differences, differencesByKind } from './columns.ts';
import type { AttributeDefinition, FunctionInfo, ModuleIndex, Stated } from './module-index.ts';
import { DEFINITION_KINDS, FUNCTION_KINDS, PARAMETER_KINDS, SCOPE_KINDS } from './pack-words.ts';

/** Raised with every change of what is written here or read in unpack.ts. */
export const PACK_FORMAT = 1;

/** What is seldom there, as JSON. */
export interface Rare {
  readonly stars?: ModuleIndex['stars'];
  readonly topCalls?: readonly number[];
  readonly suppressions?: ModuleIndex['suppressions'];
  readonly faults?: ModuleIndex['faults'];
  readonly hasAsync?: true;
  /** By position of the function, class or scope. */
  readonly stated?: readonly (readonly [number, Stated])[];
  readonly attributes?: readonly (readonly [number, readonly (readonly [string, AttributeDefinition[]])[]])[];
  readonly elsewhere?: readonly (readonly [number, readonly (readonly [string, number])[]])[];
}

/** Strings of the index, further ones that are named in it, the rest. */
export type PackedText = readonly [readonly string[], readonly string[], Rare];

/**
 * The index of a module as bytes: numbers in columns, strings as numbers, and nothing that follows from the rest. Without
 * the path: a packed index stands for the same text wherever it is.
 */
export function packIndex(index: ModuleIndex): Uint8Array {
  const out = new ColumnWriter();
  const names = new Names(index.strings);
  const { scopes, definitions, functions, classes } = index;
  const parametersFollow = areParametersAfterFunctions(index);
  const packed = parametersFollow ? definitions.filter(({ kind }) => kind !== 'parameter') : definitions;
  const counts = [index.op, index.lists, scopes, functions, classes, packed].map(({ length }) => length);
  out.add([...counts, index.body, parametersFollow ? 1 : 0]);
  addNodes(out, index);
  out.add(scopes.map(({ kind }) => SCOPE_KINDS.indexOf(kind)));
  out.add(scopes.map(({ parent }) => parent));
  out.add(scopes.map(({ of }) => of));
  addFunctions(out, functions, names);

  out.add(classes.map(({ name }) => names.id(name)));
  out.add(classes.map((info) => names.prefixOf(info)));
  for (const key of ['node', 'scope', 'body'] as const) out.add(differences(classes.map((info) => info[key])));
  for (const key of ['bases', 'decorators'] as const) out.addLists(classes.map((info) => info[key]));
  out.addLists(classes.map(({ typeParameters }) => typeParameters.map((name) => names.id(name))));

  const imports = packed.flatMap((definition) => definition.import ?? []);
  out.add(packed.map(({ kind }) => DEFINITION_KINDS.indexOf(kind)));
  out.add(packed.map(({ name }) => names.id(name)));
  for (const key of ['scope', 'node'] as const) out.add(differences(packed.map((one) => one[key])));
  for (const key of ['value', 'annotation', 'id'] as const) out.add(packed.map((one) => one[key]));
  for (const key of ['path', 'of'] as const) out.addLists(packed.map((one) => one[key]));
  out.add(packed.map((definition) => (definition.import === null ? 0 : 1)));
  out.add(imports.map(({ module }) => names.id(module)));
  out.add(imports.map(({ level }) => level));
  out.add(imports.map(({ name }) => (name === null ? -1 : names.id(name))));

  const text: PackedText = [index.strings, names.further, rareOf(index)];
  const [numbers, rest] = [out.bytes(), Buffer.from(JSON.stringify(text))];
  return Buffer.concat([new Uint8Array(Uint32Array.of(numbers.length).buffer), numbers, rest]);
}

function addNodes(out: ColumnWriter, index: ModuleIndex): void {
  const { start, end, parent } = index;
  out.add(index.op);
  out.add(differences(start));
  out.add(Array.from(end, (value, node) => value - (start[node] as number)));
  for (const key of ['a', 'b', 'c', 'owner'] as const) out.add(differencesByKind(index[key], index.op));
  out.add(Array.from(parent, (value, node) => (value < 0 ? 0 : value - node)));
  out.add(differences(index.lists));
}

function addFunctions(out: ColumnWriter, functions: readonly FunctionInfo[], names: Names): void {
  const flags = ({ isAsync, yields, broken }: FunctionInfo) => (isAsync ? 1 : 0) + (yields ? 2 : 0) + (broken ? 4 : 0);
  const parameters = functions.flatMap((info) => info.parameters);
  out.add(functions.map(({ kind }) => FUNCTION_KINDS.indexOf(kind)));
  out.add(functions.map(flags));
  out.add(functions.map(({ name }) => names.id(name)));
  out.add(functions.map((info) => names.prefixOf(info)));
  for (const key of ['node', 'scope'] as const) out.add(differences(functions.map((info) => info[key])));
  for (const key of ['class', 'outer', 'returns', 'body', 'expression'] as const)
    out.add(functions.map((info) => info[key]));
  for (const key of ['decorators', 'sites', 'results', 'yielded'] as const)
    out.addLists(functions.map((info) => info[key]));
  out.addLists(functions.map(({ typeParameters }) => typeParameters.map((name) => names.id(name))));
  out.add(functions.map((info) => info.parameters.length));
  out.add(parameters.map(({ name }) => names.id(name)));
  out.add(parameters.map(({ kind }) => PARAMETER_KINDS.indexOf(kind)));
  for (const key of ['annotation', 'default'] as const) out.add(parameters.map((one) => one[key]));
}

/** In a stub each `def` binds its name and then its parameters. Other code has functions in defaults and bodies. */
function areParametersAfterFunctions({ definitions, functions }: ModuleIndex): boolean {
  const expected = definitions.flatMap((definition) => {
    if (definition.kind === 'parameter') return [];
    const parameters = definition.kind === 'function' ? functions[definition.id]?.parameters : undefined;
    return ['', ...(parameters ?? []).map(({ name }) => name)];
  });
  const found = definitions.map(({ kind, name }) => (kind === 'parameter' ? name : ''));
  return found.length === expected.length && found.every((name, at) => name === expected[at]);
}

function rareOf(index: ModuleIndex): Rare {
  const { stars, topCalls, suppressions, faults } = index;
  const stated = index.functions.flatMap(({ stated }, at) => (stated === null ? [] : [[at, stated] as const]));
  const attributes = index.classes.flatMap(({ attributes: map }, at) =>
    map.size === 0 ? [] : [[at, [...map]] as const],
  );
  const elsewhere = index.scopes.flatMap(({ elsewhere: map }, at) => (map.size === 0 ? [] : [[at, [...map]] as const]));
  return {
    ...(stars.length > 0 && { stars }),
    ...(topCalls.length > 0 && { topCalls }),
    ...(suppressions.length > 0 && { suppressions }),
    ...(faults.length > 0 && { faults }),
    ...(index.hasAsync && { hasAsync: true }),
    ...(stated.length > 0 && { stated }),
    ...(attributes.length > 0 && { attributes }),
    ...(elsewhere.length > 0 && { elsewhere }),
  };
}

/** Numbers for strings: those of the index first. */
class Names {
  readonly further: string[] = [];
  readonly #ids: Map<string, number>;

  constructor(strings: readonly string[]) {
    this.#ids = new Map(strings.map((text, id) => [text, id]));
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
