import { readText } from '../files.ts';
import { modelReader, moduleOf, ownModels, stubPaths } from '../model-files.ts';
import { definitionsOfName, moduleSymbol } from '../project/lookup.ts';
import { attributeType } from '../project/members.ts';
import { checkModel, modelSource } from '../project/models.ts';
import { makeModule } from '../project/module.ts';
import { decoratorName, Project } from '../project/project.ts';
import { type Mod, single } from '../project/value.ts';
import { buildIndex } from '../python/index/build.ts';
import { items, type ModuleIndex } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { forEachChild } from '../python/index/parents.ts';
import type { Parser } from '../python/parser.ts';
import { LineTable } from '../python/positions.ts';

/** A stub to check: its path relative to the folder of models that it stands in. */
export interface StubFile {
  readonly folder: string;
  readonly relative: string;
}

export interface StubFault {
  /** Absolute. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What is wrong with stubs of the user, by file and line; `configured` are further folders of models that they may speak of. */
export function checkStubs(parser: Parser, stubs: readonly StubFile[], configured: readonly string[]): StubFault[] {
  return stubs.flatMap(({ folder, relative }) => {
    const folders = [...new Set([folder, ...configured, ownModels()])];
    const models = modelSource(modelReader(parser, folders), () => {});
    const project = new Project({ models, target: NEWEST });
    const path = `${folder}/${relative}`;
    const text = readText(path);
    const lines = new LineTable(text);
    const index = buildIndex(path, parser.parse(text), (inner) => parser.parse(inner));
    const name = moduleOf(relative);
    const mod = makeModule(name, index, { stub: true, isPackage: relative.endsWith('__init__.pyi') });
    const faults: { start: number; message: string }[] = [];
    const fault = (node: number, message: string) => faults.push({ start: index.start[node] ?? 0, message });

    for (const message of namingFaults(folder, relative, name)) faults.push({ start: 0, message });
    checkModel(mod, (_, node, message) => fault(node, message));
    checkUses(project, mod, fault);
    const others = folders.filter((other) => other !== folder);
    const below = modelSource(modelReader(parser, others), () => {})(name);
    checkHiddenClasses(below, index, fault);
    checkNames(project, mod, below, fault);
    return faults
      .sort((left, right) => left.start - right.start)
      .map(({ start, message }) => ({ path, line: lines.lineOf(start), message }));
  });
}

/** What a stub names exists in some version of Python, whatever the project's is. */
const NEWEST = [3, 99] as const;

type OnFault = (node: number, message: string) => void;

function namingFaults(folder: string, relative: string, name: string): string[] {
  const odd = name.split('.').find((part) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part));
  if (odd !== undefined) return [`no module can be imported as \`${name}\`: \`${odd}\` is no name`];
  const twin = `${name.replaceAll('.', '/')}.pyi`;
  const isHidden = relative.endsWith('/__init__.pyi') && stubPaths(folder).has(twin);
  return isHidden ? [`never read: \`${twin}\` stands for the same module`] : [];
}

/** `use=` must name something that a model knows, where there is a model of the package at all. */
function checkUses(project: Project, mod: Mod, fault: OnFault): void {
  const { index } = mod;
  for (const decorator of mod.functions.flatMap(({ info }) => info.decorators)) {
    if (!['blocks', 'computes'].includes(decoratorName(mod, decorator)) || index.op[decorator] !== Op.Call) continue;
    for (const argument of items(index, index.b[decorator] as number)) {
      const value = index.b[argument] as number;
      const isUse = index.op[argument] === Op.Keyword && index.strings[index.a[argument] as number] === 'use';
      if (!isUse || index.op[value] !== Op.String) continue;
      const dotted = index.strings[index.a[value] as number] as string;
      const unknown = unknownPart(project, mod, dotted);
      if (unknown !== null) fault(value, `\`use\`: \`${dotted}\` does not exist: ${unknown}`);
    }
  }
}

/** In words what is not there; null when all of it is, or when no model speaks of the package. */
function unknownPart(project: Project, mod: Mod, dotted: string): string | null {
  const parts = dotted.split('.');
  let length = parts.length;
  while (length > 0 && project.module(parts.slice(0, length).join('.'), mod) === null) length--;
  const at = project.module(parts.slice(0, length).join('.'), mod);
  if (at === null) return null;
  let type = single({ tag: 'module', mod: at, name: at.name });
  for (const [position, name] of parts.entries()) {
    if (position < length) continue;
    type = attributeType(project, type, name, mod);
    if (type.values.length === 0)
      return `the model of \`${at.name}\` has no \`${parts.slice(length, position + 1).join('.')}\``;
  }
  return null;
}

/** A class that the overridden model imports is not met there member by member, but replaced. */
function checkHiddenClasses(below: Mod | null, index: ModuleIndex, fault: OnFault): void {
  for (const cls of index.classes) {
    if (below === null || cls.bases.length > 0 || index.scopes[cls.scope]?.parent !== 0) continue;
    for (const id of below.index.scopes[0]?.names.get(cls.name) ?? []) {
      const target = below.index.definitions[id]?.import;
      if (!target) continue;
      const from = `${'.'.repeat(target.level)}${target.module}`;
      fault(
        cls.node,
        `\`${cls.name}\` hides the class that the model of \`${below.name}\` takes from \`${from}\`, with all its members: state it in the stub of that module`,
      );
    }
  }
}

/** A name in an annotation or a base that means nothing: what would be known through it is lost without a word. */
function checkNames(project: Project, mod: Mod, below: Mod | null, fault: OnFault): void {
  const { index } = mod;
  const visit = (node: number): void => {
    if (index.op[node] === Op.Name) {
      const name = index.strings[index.a[node] as number] as string;
      const isKnown = definitionsOfName(project, mod, node) !== null || (below && moduleSymbol(project, below, name));
      if (!isKnown) fault(node, `\`${name}\` is neither defined nor imported`);
    }
    forEachChild(index, node, visit);
  };
  for (const { parameters, returns } of index.functions) {
    for (const node of [...parameters.map(({ annotation }) => annotation), returns]) if (node >= 0) visit(node);
  }
  for (const { kind, annotation } of index.definitions) if (annotation >= 0 && kind !== 'parameter') visit(annotation);
  for (const node of index.classes.flatMap(({ bases }) => bases)) visit(node);
}
