import { relative, resolve, sep } from 'node:path';
import { lint } from '../../../src/lint.ts';
import { ruleInfos } from '../../../src/rule-info.ts';
import type { SourceFile } from '../../../src/source-file.ts';
import type { Finding, Place, Report, Step } from '../../../src/types.ts';
import { type Fixture, settingsFor } from '../fixture.ts';
import type { Rewriting } from './rewriting.ts';

type Rewritings = ReadonlyMap<string, Pick<Rewriting, 'names' | 'back'>>;

const ruleIds = ruleInfos.map(({ id }) => id);

/** The report on a fixture, with other texts in its files when they are given. */
export function report(fixture: Fixture, texts?: ReadonlyMap<string, { readonly text: string }>): Promise<Report> {
  const settings = settingsFor(fixture, ruleIds);
  const files = fixture.files.map((file) => ({ ...file, read: () => texts?.get(file.path)?.text ?? file.read() }));
  return lint({ files, settingsOf: () => settings, level: 'note' });
}

/** One run over the files of all fixtures, in the given order, each with its fixture's settings. */
export function reportTogether(fixtures: readonly Fixture[], order: readonly SourceFile[]): Promise<Report> {
  const settings = new Map(
    fixtures.flatMap((fixture) => {
      const own = settingsFor(fixture, ruleIds);
      return fixture.files.map(({ absolute }) => [absolute, own] as const);
    }),
  );
  const files = order.map((file) => ({ ...file, path: together(file) }));
  return lint({ files, settingsOf: (absolute) => settings.get(absolute)!, level: 'note' });
}

/** Leads places of `reportTogether` back to the paths that each fixture shows alone. */
export function shownAlone(fixtures: readonly Fixture[]): Rewritings {
  const files = fixtures.flatMap((fixture) => fixture.files);
  return new Map(
    files.map((file) => [together(file), { names: new Map(), back: (place) => ({ ...place, path: file.path }) }]),
  );
}

/** From the folder of all fixtures. */
function together({ absolute }: SourceFile): string {
  return relative(resolve('fixtures'), absolute).split(sep).join('/');
}

/** All that findings say, one text each that begins with its function, sorted; with rewritings, as they would be said of the old texts. */
export function said(findings: readonly Finding[], rewritings: Rewritings = new Map()): string[] {
  return findings.map((finding) => sentence(finding, rewritings)).sort();
}

function sentence(finding: Finding, rewritings: Rewritings): string {
  const names = [...rewritings.values()].flatMap((one) => [...one.names]);
  const place = (where: Place) => {
    const { path, start, end } = rewritings.get(where.path)?.back(where) ?? where;
    return `${path}:${start.line}:${start.column}-${end.line}:${end.column}`;
  };
  const step = (one: Step) => [one.place && place(one.place), one.name, one.text];
  const { rule, level, message, why, advice, effect, certainty, chain, related } = finding;
  const words = [level, message, why, advice];
  const all = [rule, ...words, effect, certainty, chain.map(step), related.map(step)];
  return `${finding.function} at ${place(finding.place)}: ${shortened(renamed(JSON.stringify(all), names))}`;
}

/** How much of a call is quoted depends on how long its names are. */
function shortened(text: string): string {
  return text.replaceAll(/`(?:await )?asyncio\.to_thread\(([\w.]+)[^`]*`/g, '`asyncio.to_thread($1)`');
}

function renamed(text: string, names: readonly (readonly [string, string])[]): string {
  let out = text;
  for (const [fresh, old] of [...names].sort(([a], [b]) => b.length - a.length)) {
    out = out.replaceAll(new RegExp(`\\b${fresh.replace('.', '\\.')}\\b`, 'g'), old);
  }
  return out;
}
