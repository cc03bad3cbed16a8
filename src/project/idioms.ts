import { items, type ModuleIndex } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { nameAt, originalName, type Project } from './project.ts';
import type { Mod, Type } from './value.ts';

/**
 * What an expression of unknown class is by the way it is written, in a file that imports the library whose idiom that is:
 * models are often made by classes that the analysis cannot see. Null when it is no idiom.
 */
export function idiomType(p: Project, mod: Mod, node: number): Type | null {
  const { index } = mod;
  if (mod.stub) return null;
  const found = index.op[node] === Op.Attr ? managerOf(mod, node) : queryAt(mod, node);
  if (found === null || !found.roots.some((root) => rootsOf(index).has(root))) return null;
  const cls = p.modelClass(found.module, found.name);
  return cls ? { values: [{ tag: 'instance', cls, args: [] }], open: true } : null;
}

interface Idiom {
  readonly roots: readonly string[];
  readonly module: string;
  readonly name: string;
}

const DJANGO = ['django', 'rest_framework', 'channels', 'ninja'];

/** `Order.objects` */
function managerOf(mod: Mod, node: number): Idiom | null {
  const { index } = mod;
  if (nameAt(mod, node) !== 'objects' || !isClassName(mod, index.a[node] as number)) return null;
  return { roots: DJANGO, module: 'django.db.models.manager', name: 'Manager' };
}

const PEEWEE_QUERIES: Readonly<Record<string, string>> = {
  select: 'ModelSelect',
  update: 'ModelUpdate',
  delete: 'ModelDelete',
};

/** `Order.select(...).where(...)`, `session.query(Order)` */
function queryAt(mod: Mod, node: number): Idiom | null {
  const { index } = mod;
  const callee = index.a[node] as number;
  if (index.op[callee] !== Op.Attr) return null;
  const receiver = index.a[callee] as number;
  if (nameAt(mod, callee) === 'where' && index.op[receiver] === Op.Call) {
    const name = PEEWEE_QUERIES[nameAt(mod, index.a[receiver] as number) ?? ''];
    return name === undefined ? null : { roots: ['peewee', 'playhouse'], module: 'peewee', name };
  }
  // An asynchronous session has no `query`.
  const [first] = items(index, index.b[node] as number);
  if (nameAt(mod, callee) !== 'query' || first === undefined || !isClassName(mod, first)) return null;
  if (!/(?:^|_)(?:db|session)$/.test(originalName(mod, receiver) ?? '')) return null;
  return { roots: ['sqlalchemy', 'flask_sqlalchemy'], module: 'sqlalchemy.orm.query', name: 'Query' };
}

/** `Order`, `models.Order`, `Order.id`; `cls.model` and the like hold a class too. */
function isClassName(mod: Mod, node: number): boolean {
  const name = originalName(mod, node) ?? '';
  if (/^[A-Z]\w*[a-z]/.test(name) || /^(?:model|model_class|cls)$/.test(name)) return true;
  return mod.index.op[node] === Op.Attr && isClassName(mod, mod.index.a[node] as number);
}

const roots = new WeakMap<ModuleIndex, ReadonlySet<string>>();

/** The first words of all that the file imports. */
function rootsOf(index: ModuleIndex): ReadonlySet<string> {
  let known = roots.get(index);
  if (!known) {
    const found = new Set<string>();
    for (const { import: target } of index.definitions) {
      if (target && target.level === 0) found.add(target.module.split('.')[0] as string);
    }
    known = found;
    roots.set(index, known);
  }
  return known;
}
