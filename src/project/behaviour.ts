import { items } from '../python/index/module-index.ts';
import { Op } from '../python/index/ops.ts';
import { COSTS, type Cost, KINDS, type Kind } from '../types.ts';
import { type Condition, parametersOf, parseCondition } from './conditions.ts';
import type { Gil } from './effects.ts';
import { decoratorName } from './project.ts';
import type { ClassRef, FunctionRef, Mod } from './value.ts';

/** One `@blocks` or `@computes` of a model. */
export interface Primitive {
  readonly kind: Kind;
  readonly cost: Cost;
  readonly gil: Gil | null;
  readonly use: string | null;
  /** Only the first call costs: what it loads is kept. */
  readonly once: boolean;
  readonly when: Condition | null;
  readonly unless: Condition | null;
}

/** What a model states about one function. */
export interface Behaviour {
  readonly primitives: readonly Primitive[];
  readonly offloads: readonly string[];
  readonly schedules: readonly string[];
  readonly runs: readonly string[];
  /** The loop itself calls the method. */
  readonly onLoop: boolean;
  readonly awaiting: 'reads' | 'mutates' | null;
  readonly nonblocking: boolean;
  readonly isOverload: boolean;
}

export interface ModelFault {
  readonly node: number;
  readonly message: string;
}

const behaviours = new WeakMap<FunctionRef, Behaviour>();

/** Reads the decorators of a model function; what is wrong with them is left to `checkModel`. */
export function behaviourOf(fn: FunctionRef): Behaviour {
  let behaviour = behaviours.get(fn);
  if (!behaviour) {
    behaviour = readBehaviour(fn, () => {});
    behaviours.set(fn, behaviour);
  }
  return behaviour;
}

/** Marks of a model class: `@exclusive`, `@nonblocking("reason")`. */
export function isExclusive(cls: ClassRef): boolean {
  return cls.mod.stub && cls.info.decorators.some((node) => decoratorName(cls.mod, node) === 'exclusive');
}

const PLAIN: ReadonlySet<string> = new Set(
  (
    'property staticmethod classmethod overload contextmanager asynccontextmanager final abstractmethod type_check_only ' +
    'deprecated cached_property setter getter deleter override'
  ).split(' '),
);

/** Reads the decorators of a model function and tells what is wrong with them. */
export function readBehaviour(fn: FunctionRef, fault: (fault: ModelFault) => void): Behaviour {
  const { mod } = fn;
  const primitives: Primitive[] = [];
  const lists = { offloads: [] as string[], schedules: [] as string[], runs: [] as string[] };
  let onLoop = false;
  let awaiting: Behaviour['awaiting'] = null;
  let nonblocking = false;
  let isOverload = false;
  const parameters = new Set(fn.info.parameters.map((parameter) => parameter.name));

  for (const node of fn.info.decorators) {
    const name = decoratorName(mod, node);
    const args = argumentsOf(mod, node);
    switch (name) {
      case 'blocks':
      case 'computes': {
        const primitive = readPrimitive(mod, node, name, args, parameters, fault);
        if (primitive) primitives.push(primitive);
        break;
      }
      case 'offloads':
      case 'schedules':
      case 'runs': {
        if (name === 'schedules' && mod.index.op[node] !== Op.Call) {
          onLoop = true;
          break;
        }
        if (args.positional.length === 0) fault({ node, message: `\`@${name}\` needs the name of a parameter` });
        for (const argument of args.positional) {
          const parameter = text(mod, argument);
          if (parameter === null || !parameters.has(parameter)) {
            fault({ node: argument, message: `no parameter ${parameter === null ? 'here' : `\`${parameter}\``}` });
          } else lists[name].push(parameter);
        }
        break;
      }
      case 'reads':
      case 'mutates':
        awaiting = name;
        break;
      case 'nonblocking':
        nonblocking = true;
        if (args.positional.length !== 1) fault({ node, message: '`@nonblocking` needs a reason' });
        break;
      case 'overload':
        isOverload = true;
        break;
      default:
        if (!PLAIN.has(name)) fault({ node, message: `unknown decorator \`@${name}\`` });
    }
  }
  return { primitives, ...lists, onLoop, awaiting, nonblocking, isOverload };
}

/** What an effect of the kind costs when nobody says otherwise. */
export function usualCost(kind: Kind): Cost {
  return kind === 'cpu' || kind === 'file' ? 'bounded' : 'unbounded';
}

interface Arguments {
  readonly positional: readonly number[];
  readonly named: ReadonlyMap<string, number>;
}

function readPrimitive(
  mod: Mod,
  node: number,
  name: 'blocks' | 'computes',
  args: Arguments,
  parameters: ReadonlySet<string>,
  fault: (fault: ModelFault) => void,
): Primitive | null {
  const allowed =
    name === 'blocks' ? ['cost', 'when', 'unless', 'use', 'once'] : ['cost', 'gil', 'when', 'unless', 'use', 'once'];
  for (const [key, value] of args.named) {
    if (!allowed.includes(key)) fault({ node: value, message: `\`@${name}\` has no argument \`${key}\`` });
  }
  const word = <T extends string>(key: string, words: readonly T[], fallback: T): T => {
    const at = args.named.get(key);
    const given = at === undefined ? fallback : text(mod, at);
    if (words.includes(given as T)) return given as T;
    fault({ node: at ?? node, message: `\`${key}\` must be one of ${words.join(', ')}` });
    return fallback;
  };
  const condition = (key: string): Condition | null => {
    const at = args.named.get(key);
    if (at === undefined) return null;
    const parsed = parseCondition(text(mod, at) ?? '');
    if (typeof parsed === 'string') {
      fault({ node: at, message: parsed });
      return null;
    }
    for (const parameter of parametersOf(parsed)) {
      if (!parameters.has(parameter)) fault({ node: at, message: `no parameter \`${parameter}\`` });
    }
    return parsed;
  };
  const most = name === 'blocks' ? 1 : 0;
  if (args.positional.length > most) fault({ node, message: `\`@${name}\` takes its arguments by name` });
  const usedName = args.named.get('use');
  if (usedName !== undefined && text(mod, usedName) === null)
    fault({ node: usedName, message: '`use` must be a dotted name in quotes' });
  let kind: Kind = 'cpu';
  if (name === 'blocks') {
    const given = args.positional[0] === undefined ? null : text(mod, args.positional[0]);
    if (!given || given === 'cpu' || !KINDS.includes(given as Kind)) {
      fault({ node, message: `\`@blocks\` needs a kind: ${KINDS.filter((k) => k !== 'cpu').join(', ')}` });
      return null;
    }
    kind = given as Kind;
  }
  const use = args.named.get('use');
  return {
    kind,
    cost: word('cost', COSTS, usualCost(kind)),
    gil: name === 'computes' ? word<Gil>('gil', ['released', 'python', 'held'], 'python') : null,
    use: use === undefined ? null : text(mod, use),
    once: mod.index.op[args.named.get('once') ?? -1] === Op.True,
    when: condition('when'),
    unless: condition('unless'),
  };
}

function argumentsOf(mod: Mod, node: number): Arguments {
  const { index } = mod;
  const positional: number[] = [];
  const named = new Map<string, number>();
  if (index.op[node] === Op.Call) {
    for (const argument of items(index, index.b[node] as number)) {
      if (index.op[argument] === Op.Keyword) {
        named.set(index.strings[index.a[argument] as number] as string, index.b[argument] as number);
      } else positional.push(argument);
    }
  }
  return { positional, named };
}

function text(mod: Mod, node: number): string | null {
  const { index } = mod;
  return index.op[node] === Op.String ? (index.strings[index.a[node] as number] as string) : null;
}
