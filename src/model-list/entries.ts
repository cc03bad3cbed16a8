import { type Behaviour, behaviourOf, isExclusive, type Primitive } from '../project/behaviour.ts';
import type { Condition } from '../project/conditions.ts';
import type { Gil } from '../project/effects.ts';
import { decoratorName, type Project } from '../project/project.ts';
import { publicName } from '../project/public-name.ts';
import type { ClassRef, FunctionRef, Mod } from '../project/value.ts';
import type { Cost, Kind } from '../types.ts';

/** What a model says of one function, method, property or class. */
export interface Entry {
  /** As users import it: `requests.Session.get`. */
  readonly name: string;
  readonly form: 'function' | 'method' | 'property' | 'class';
  readonly effects: readonly ListedEffect[];
  /** Parameters whose value another thread runs, the loop runs later, or is run here and now. */
  readonly offloads: readonly string[];
  readonly schedules: readonly string[];
  readonly runs: readonly string[];
  /** The loop itself calls the method. */
  readonly onLoop: boolean;
  /** Whether awaiting it only reads, or changes something. */
  readonly awaiting: 'reads' | 'mutates' | null;
  /** Objects of the class do one thing at a time. */
  readonly exclusive: boolean;
}

export interface ListedEffect {
  readonly kind: Kind;
  readonly cost: Cost;
  readonly when: string | null;
  readonly unless: string | null;
  readonly use: string | null;
  readonly gil: Gil | null;
  readonly once: boolean;
}

/** Everything in the model that says more than "known, does not block", in text order. */
export function entriesOf(project: Project, mod: Mod): Entry[] {
  const out: Entry[] = [];
  const visit = (scope: number, isClass: boolean): void => {
    for (const ids of mod.index.scopes[scope]?.names.values() ?? []) {
      const functions: FunctionRef[] = [];
      for (const id of ids) {
        const definition = mod.index.definitions[id];
        if (definition?.kind === 'function') functions.push(mod.functions[definition.id] as FunctionRef);
        if (definition?.kind !== 'class') continue;
        const cls = mod.classes[definition.id] as ClassRef;
        if (isExclusive(cls)) out.push({ ...NOTHING, name: publicName(project, cls), form: 'class', exclusive: true });
        visit(cls.info.scope, true);
      }
      const entry = functionEntry(project, functions, isClass);
      if (entry !== null) out.push(entry);
    }
  };
  visit(0, false);
  return out;
}

const NOTHING = {
  effects: [],
  offloads: [],
  schedules: [],
  runs: [],
  onLoop: false,
  awaiting: null,
  exclusive: false,
} as const satisfies Partial<Entry>;

/** One entry for all overloads, and for all versions of Python. */
function functionEntry(project: Project, functions: readonly FunctionRef[], isMethod: boolean): Entry | null {
  const [first] = functions;
  if (first === undefined) return null;
  const all = functions.map(behaviourOf);
  const union = (list: 'offloads' | 'schedules' | 'runs') => [...new Set(all.flatMap((behaviour) => behaviour[list]))];
  const entry: Entry = {
    name: publicName(project, first),
    form: isProperty(first) ? 'property' : isMethod ? 'method' : 'function',
    effects: effectsOf(all),
    offloads: union('offloads'),
    schedules: union('schedules'),
    runs: union('runs'),
    onLoop: all.some(({ onLoop }) => onLoop),
    awaiting: all.find(({ awaiting }) => awaiting !== null)?.awaiting ?? null,
    exclusive: false,
  };
  const { effects, offloads, schedules, runs, onLoop, awaiting } = entry;
  const marks = effects.length + offloads.length + schedules.length + runs.length;
  return marks > 0 || onLoop || awaiting !== null ? entry : null;
}

function isProperty({ mod, info }: FunctionRef): boolean {
  return info.decorators.some((node) => ['property', 'cached_property'].includes(decoratorName(mod, node)));
}

function effectsOf(behaviours: readonly Behaviour[]): ListedEffect[] {
  const seen = new Map<string, ListedEffect>();
  for (const primitive of behaviours.flatMap(({ primitives }) => primitives)) {
    const effect = listed(primitive);
    seen.set(JSON.stringify(effect), effect);
  }
  return [...seen.values()];
}

function listed({ kind, cost, when, unless, use, gil, once }: Primitive): ListedEffect {
  return { kind, cost, when: conditionText(when), unless: conditionText(unless), use, gil, once };
}

function conditionText(condition: Condition | null): string | null {
  if (condition === null) return null;
  const parts = condition.map((atoms) =>
    atoms
      .map(({ parameter, test, literal }) => (test === 'equals' ? `${parameter}=${literal}` : `${parameter} ${test}`))
      .join(' and '),
  );
  return parts.join(' or ');
}
