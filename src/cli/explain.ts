import { resolve } from 'node:path';
import { type Explanation, explain } from '../explain.ts';
import { pathKind, readText } from '../files.ts';
import { shown } from '../globs.ts';
import { isAsLoudAs } from '../levels.ts';
import { LineTable } from '../python/positions.ts';
import type { Level, Place } from '../types.ts';
import { isNative, levelAsked } from './asked.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import { targetsOf } from './targets.ts';

export async function explainCommand(line: CommandLine, io: Io): Promise<number> {
  const given = line.value('explain') ?? '';
  const parts = /^(?<path>.+?):(?<line>[1-9]\d*)(?::\d+)?$/.exec(given)?.groups;
  if (!parts) throw new UsageError(`--explain: expected FILE:LINE, found "${given}"`);
  if (line.operands.length > 0) throw new UsageError('--explain takes no other paths');
  const { path = '' } = parts;
  const absolute = resolve(io.cwd, path);
  if (pathKind(absolute) !== 'file') throw new UsageError(`--explain: no such file: ${path}`);
  const text = readText(absolute);
  const last = new LineTable(text).count;
  if (Number(parts.line) > last) throw new UsageError(`--explain: ${path} ends with line ${last}`);

  const { config, root } = targetsOf({ ...line, operands: [path] }, io);
  const file = { path: shown(io.cwd, absolute), absolute, read: () => text };
  const { settings } = config.forFile(absolute);
  const { places, problems } = await explain(file, Number(parts.line), settings, { native: isNative(io.env), root });
  const level = levelAsked(line);
  const told = places.map((one) => shownPlace(one, level)).join('\n');
  io.stdout.write(told === '' ? `${file.path}:${parts.line}: nothing is called here\n` : told);
  for (const { path: at, line: number, message } of problems) io.stderr.write(`nostall: ${at}:${number}: ${message}\n`);
  return problems.length > 0 ? 2 : 0;
}

function shownPlace(one: Explanation, level: Level): string {
  const [first = '', ...more] = one.source.split(/\r?\n/);
  const act = one.act === null ? '' : `, ${one.act}`;
  const lines = [`${at(one.place)} ${first}${more.length > 0 ? ' ...' : ''}${act}`, `  ${one.where}`];
  for (const { kind, name, place, note } of one.edges) {
    const where = place === null ? 'by its model' : `${place.path}:${place.start.line}`;
    lines.push(`  ${kind}: ${name} (${where})${note === null ? '' : `, ${note}`}`);
  }
  if (one.unknown !== null) lines.push(`  unknown: ${one.unknown}`);
  for (const { kind, cost, name, chain, silent } of one.effects) {
    lines.push(`  effect: ${kind}, ${cost}, ${name}${silent === null ? '' : `; silent: ${silent}`}`);
    for (const step of chain) lines.push(`    > ${step.place === null ? '' : `${at(step.place)} `}${step.text}`);
  }
  return `${[...lines, ...verdictsOn(one, level)].join('\n')}\n`;
}

function verdictsOn({ place, effects, findings }: Explanation, level: Level): string[] {
  const out = findings.map((finding) => {
    const what = `${finding.level} ${finding.rule}`;
    const { suppression } = finding;
    if (suppression !== null)
      return `not reported: ${what}, which the comment on line ${suppression.place.start.line} silences${because(suppression.reason)}`;
    const isShown = isAsLoudAs(finding.level, level);
    const { line } = finding.place.start;
    const where = line > place.end.line || finding.place.end.line < place.start.line ? `, on line ${line}` : '';
    return isShown ? `reported: ${what}${where}` : `not reported: ${what}, below the level ${level}`;
  });
  const told = new Set(findings.map(({ rule }) => rule));
  // What both waits and computes is told by the rule for waiting.
  const waits = new Set(effects.flatMap(({ kind, name }) => (kind === 'cpu' ? [] : [name])));
  const due = effects.filter(({ silent, kind, name }) => silent === null && !(kind === 'cpu' && waits.has(name)));
  const switchedOff = new Set(due.map(({ rule }) => rule).filter((rule) => !told.has(rule)));
  for (const rule of switchedOff) out.push(`not reported: the settings switch ${rule} off here`);
  return (out.length > 0 ? out : ['not reported']).map((text) => `  ${text}`);
}

function because(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`;
}

function at({ path, start }: Place): string {
  return `${path}:${start.line}:${start.column}`;
}
