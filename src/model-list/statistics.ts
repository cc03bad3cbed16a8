import { COSTS, type Cost, KINDS, type Kind } from '../types.ts';
import type { Entry } from './entries.ts';
import type { ModelledModule } from './list.ts';
import { isStandard } from './standard-library.ts';

export const MARKS = ['offloads', 'schedules', 'runs', 'reads', 'mutates', 'exclusive'] as const;
export type Mark = (typeof MARKS)[number];

export interface Statistics {
  readonly packages: readonly PackageCount[];
  readonly modules: number;
  readonly entries: number;
  /** Entries with an effect of the kind and cost; one with several effects counts for each. */
  readonly effects: Readonly<Record<Kind, Readonly<Record<Cost, number>>>>;
  readonly marks: Readonly<Record<Mark, number>>;
}

export interface PackageCount {
  readonly name: string;
  readonly version: string | null;
  /** Whether it comes with Python. */
  readonly standard: boolean;
  readonly modules: number;
  readonly entries: number;
  /** Entries that wait, that compute, and that bear a mark. */
  readonly blocks: number;
  readonly computes: number;
  readonly marked: number;
}

export function statisticsOf(modules: readonly ModelledModule[]): Statistics {
  const entries = modules.flatMap((module) => module.entries);
  const amount = (isCounted: (entry: Entry) => boolean) => entries.filter(isCounted).length;
  const costs = (kind: Kind) => record(COSTS, (cost) => amount((entry) => hasEffect(entry, kind, cost)));
  return {
    packages: packageCounts(modules),
    modules: modules.length,
    entries: entries.length,
    effects: record(KINDS, costs),
    marks: record(MARKS, (mark) => amount((entry) => marksOf(entry).includes(mark))),
  };
}

/** One line for each package, by name. */
export function packageCounts(modules: readonly ModelledModule[]): PackageCount[] {
  const byPackage = new Map<string, ModelledModule[]>();
  for (const module of modules) byPackage.set(module.package, [...(byPackage.get(module.package) ?? []), module]);
  return [...byPackage].map(([name, inside]) => {
    const entries = inside.flatMap((module) => module.entries);
    return {
      name,
      version: inside.find(({ version }) => version !== null)?.version ?? null,
      standard: isStandard(name.split('.', 1)[0] as string),
      modules: inside.length,
      entries: entries.length,
      blocks: entries.filter(({ effects }) => effects.some(({ kind }) => kind !== 'cpu')).length,
      computes: entries.filter(({ effects }) => effects.some(({ kind }) => kind === 'cpu')).length,
      marked: entries.filter((entry) => marksOf(entry).length > 0).length,
    };
  });
}

export function marksOf({ offloads, schedules, runs, onLoop, awaiting, exclusive }: Entry): Mark[] {
  const marks: Mark[] = [];
  if (offloads.length > 0) marks.push('offloads');
  if (schedules.length > 0 || onLoop) marks.push('schedules');
  if (runs.length > 0) marks.push('runs');
  if (awaiting !== null) marks.push(awaiting);
  if (exclusive) marks.push('exclusive');
  return marks;
}

/** The totals, for the README. */
export function statisticsDocs({ packages, entries, modules, effects, marks }: Statistics): string {
  const own = packages.filter(({ standard }) => standard);
  const inStandard = own.reduce((sum, one) => sum + one.entries, 0);
  const rows = KINDS.map((kind) => [kind, ...COSTS.map((cost) => effects[kind][cost])]);
  return [
    `${entries} entries in ${modules} modules: ${inStandard} of the standard library, ${entries - inStandard} of ${packages.length - own.length} packages.`,
    '',
    `| kind | ${COSTS.join(' | ')} |`,
    `| --- | ${COSTS.map(() => '---:').join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `${MARKS.map((mark) => `\`@${mark}\` ${marks[mark]}`).join(', ')}. An entry with several effects counts for each.`,
    '',
    '<details><summary>Entries by package</summary>',
    '',
    ...wrapped(
      packages.filter(({ standard, entries: own }) => !standard && own > 0).map((one) => `${one.name} ${one.entries}`),
    ),
    '',
    '</details>',
    '',
  ].join('\n');
}

const WIDTH = 140;

/** A list with commas, in lines of a page. */
function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [position, word] of words.entries()) {
    const text = position + 1 < words.length ? `${word},` : word;
    const last = lines.at(-1);
    if (last === undefined || last.length + text.length >= WIDTH) lines.push(text);
    else lines[lines.length - 1] = `${last} ${text}`;
  }
  return lines;
}

function hasEffect({ effects }: Entry, kind: Kind, cost: Cost): boolean {
  return effects.some((effect) => effect.kind === kind && effect.cost === cost);
}

function record<Key extends string, Value>(keys: readonly Key[], valueFor: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueFor(key)])) as Record<Key, Value>;
}
