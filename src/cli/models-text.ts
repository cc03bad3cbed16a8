import type { Entry, ListedEffect } from '../model-list/entries.ts';
import type { ModelledModule } from '../model-list/list.ts';
import type { Statistics } from '../model-list/statistics.ts';
import { COSTS, KINDS } from '../types.ts';

type Cell = string | number;

/** Text to the left, numbers to the right. */
export function columns(rows: readonly (readonly Cell[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, String(cell).length);
  }
  const isNumeric = widths.map((_, at) => typeof rows.at(-1)?.[at] === 'number');
  return rows
    .map((row) => {
      const cells = row.map((cell, at) => {
        const width = widths[at] as number;
        return isNumeric[at] ? String(cell).padStart(width) : String(cell).padEnd(width);
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

export interface ListedPackage {
  readonly name: string;
  readonly version: string | null;
  readonly entries: number;
  readonly modules: readonly { readonly stub: string | null }[];
}

export function packagesText(packages: readonly ListedPackage[]): string {
  const rows = packages.map(({ name, version, modules, entries }) => {
    const own = modules.flatMap(({ stub }) => stub ?? []);
    return [name, version ?? '-', modules.length, entries, own.join(', ')];
  });
  return columns([['package', 'version', 'modules', 'entries', ''], ...rows]);
}

export function entriesText(modules: readonly ModelledModule[]): string {
  const parts = modules.map(({ name, version, stub, entries }) => {
    const heading = `${name}${version === null ? '' : ` ${version}`}${stub === null ? '' : `, ${stub}`}`;
    const rows = entries.flatMap(entryRows);
    return `${heading}: ${amountOf(entries.length, 'entry', 'entries')}\n${columns(rows)}`;
  });
  return parts.join('\n');
}

function entryRows(entry: Entry): string[][] {
  const rows = entry.effects.map((effect) => [effect.kind, effect.cost, conditionsOf(effect)]);
  const marks = [
    ...(entry.offloads.length > 0 ? [`offloads ${entry.offloads.join(', ')}`] : []),
    ...(entry.schedules.length > 0 ? [`schedules ${entry.schedules.join(', ')}`] : []),
    ...(entry.onLoop ? ['called by the loop'] : []),
    ...(entry.runs.length > 0 ? [`runs ${entry.runs.join(', ')}`] : []),
    ...(entry.awaiting === null ? [] : [entry.awaiting]),
    ...(entry.exclusive ? ['exclusive'] : []),
  ];
  if (marks.length > 0) rows.push(['', '', marks.join('; ')]);
  return rows.map((row, at) => [`  ${at === 0 ? entry.name : ''}`, ...row]);
}

function conditionsOf({ when, unless, gil, once, use }: ListedEffect): string {
  return [
    ...(when === null ? [] : [`when ${when}`]),
    ...(unless === null ? [] : [`unless ${unless}`]),
    ...(gil === null ? [] : [`GIL: ${gil}`]),
    ...(once ? ['first call only'] : []),
    ...(use === null ? [] : [`use ${use}`]),
  ].join('; ');
}

export function statisticsText({ packages, modules, entries, effects, marks }: Statistics): string {
  const kinds = KINDS.map((kind) => [kind, ...COSTS.map((cost) => effects[kind][cost])]);
  const sizes = packages.map((one) => [
    one.name,
    one.version ?? '-',
    one.modules,
    one.entries,
    one.blocks,
    one.computes,
    one.marked,
  ]);
  const own = packages.filter(({ standard }) => standard);
  const inStandard = own.reduce((sum, one) => sum + one.entries, 0);
  const others = amountOf(packages.length - own.length, 'package', 'packages');
  const head = `${amountOf(entries, 'entry', 'entries')} in ${amountOf(modules, 'module', 'modules')}`;
  return [
    `${head}: ${inStandard} of the standard library, ${entries - inStandard} of ${others}\n`,
    columns([['kind', ...COSTS], ...kinds]),
    columns([['mark', 'entries'], ...Object.entries(marks)]),
    columns([['package', 'version', 'modules', 'entries', 'blocks', 'computes', 'marked'], ...sizes]),
  ].join('\n');
}

export function amountOf(amount: number, one: string, several: string): string {
  return `${amount} ${amount === 1 ? one : several}`;
}
