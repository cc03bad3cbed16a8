import { Op } from '../python/index/ops.ts';
import { typeOf } from './infer.ts';
import { definitionsOfName } from './lookup.ts';
import { pathOf } from './nonblocking.ts';
import type { Project } from './project.ts';
import type { Mod, Value } from './value.ts';

/** A name is a copy of a copy at most so often before its story stops helping. */
const DEEPEST = 6;

/** In words why nothing is known of the value that the node has: the first thing on the way to it that is not known. */
export function whyUnknown(p: Project, mod: Mod, node: number, depth = 0): string {
  const { index } = mod;
  const a = index.a[node] as number;
  const again = (inner: number) => whyUnknown(p, mod, inner, depth + 1);
  const isUnknown = (inner: number) => depth < DEEPEST && typeOf(p, mod, inner).values.length === 0;
  switch (index.op[node]) {
    case Op.Name:
      return whyName(p, mod, node, depth);
    case Op.Attr: {
      if (isUnknown(a)) return again(a);
      const [value] = typeOf(p, mod, a).values;
      return isUnknownModule(value)
        ? `there is neither a file of the project nor a model for module \`${value.name}\``
        : `${shownAs(mod, a)} has no \`${index.strings[index.b[node] as number]}\` that is known`;
    }
    case Op.Call:
      return isUnknown(a) || isUnknownModule(typeOf(p, mod, a).values[0])
        ? again(a)
        : `it is not known what ${shownAs(mod, a)} returns`;
    case Op.Await:
      return isUnknown(a) ? again(a) : 'it is not known what awaiting it gives';
    case Op.Subscript:
      return isUnknown(a) ? again(a) : `it is not known what ${shownAs(mod, a)} holds`;
    default:
      return 'the expression is not followed';
  }
}

/** What is imported from elsewhere, and so has whatever attributes are asked of it. */
function isUnknownModule(value: Value | undefined): value is Value & { tag: 'module' } {
  return value?.tag === 'module' && value.mod === null;
}

function whyName(p: Project, mod: Mod, node: number, depth: number): string {
  const name = mod.index.strings[mod.index.a[node] as number] as string;
  const found = definitionsOfName(p, mod, node);
  const definition = found?.mod.index.definitions[found.definitions.at(-1) ?? -1];
  if (!found || !definition) return `\`${name}\` is defined nowhere`;
  if (definition.import) {
    const { module, level, name: imported } = definition.import;
    const written = `${'.'.repeat(level)}${module}`;
    return p.moduleAt(found.mod, module, level) === null
      ? `there is neither a file of the project nor a model for module \`${written}\``
      : `module \`${written}\` has no \`${imported}\` that is known`;
  }
  if (definition.annotation >= 0) return `the annotation of \`${name}\` names nothing that is known`;
  if (definition.kind === 'parameter') return `parameter \`${name}\` has no annotation`;
  if (definition.kind === 'assign' && definition.value >= 0 && definition.path.length === 0 && depth < DEEPEST)
    return whyUnknown(p, found.mod, definition.value, depth + 1);
  return `it is not known what \`${name}\` is`;
}

function shownAs(mod: Mod, node: number): string {
  const path = pathOf(mod, node);
  return path === null ? 'that' : `\`${path}\``;
}
