import { resolve } from 'node:path';
import { hint } from '../config/near-miss.ts';
import type { Settings } from '../config/settings.ts';
import { pathKind, readText } from '../files.ts';
import { below, shown } from '../globs.ts';
import { ownModels, stubPaths } from '../model-files.ts';
import { checkStubs, type StubFile } from '../model-list/check.ts';
import { listModels, modelledNames } from '../model-list/list.ts';
import { packageCounts, statisticsOf } from '../model-list/statistics.ts';
import { unmodelledModules } from '../model-list/unmodelled.ts';
import { createParser, type Parser } from '../python/parser.ts';
import type { Problem } from '../types.ts';
import { isNative } from './asked.ts';
import { type Io, UsageError } from './io.ts';
import { amountOf, columns, entriesText, packagesText, statisticsText } from './models-text.ts';
import type { CommandLine } from './parse.ts';
import { discovered, targetsOf } from './targets.ts';

export async function modelsCommand(line: CommandLine, io: Io): Promise<number> {
  const format = line.value('format') ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format: nostall models writes text or json, not "${format}"`);
  }
  const asked = (['check', 'unmodelled', 'statistics'] as const).filter((flag) => line.has(flag));
  if (asked.length > 1) throw new UsageError(`--${asked[0]} and --${asked[1]} exclude each other`);
  const parser = await createParser({ native: isNative(io.env) });
  const write = (value: unknown, text: () => string) =>
    io.stdout.write(format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : text());
  if (line.has('check')) return checkPaths(line, io, parser, write);
  if (line.has('unmodelled')) return listUnmodelled(line, io, parser, write);
  return list(line, io, parser, write);
}

type Write = (value: unknown, text: () => string) => void;

function list(line: CommandLine, io: Io, parser: Parser, write: Write): number {
  const { models, targetVersion } = settingsHere(line, io);
  const names = modelledNames([...models, ownModels()]);
  for (const asked of line.operands) {
    if (names.some((name) => isWithin(name, asked))) continue;
    throw new UsageError(`no model of "${asked}"${hint(asked, names)}`);
  }
  const isWanted = (name: string) => line.operands.length === 0 || line.operands.some((asked) => isWithin(name, asked));
  const modules = listModels(parser, models, targetVersion, isWanted).map((module) => {
    return { ...module, stub: module.stub === null ? null : shown(io.cwd, module.stub) };
  });
  if (line.has('statistics')) {
    const statistics = statisticsOf(modules);
    write(statistics, () => statisticsText(statistics));
  } else if (line.operands.length > 0) write(modules, () => entriesText(modules));
  else {
    const packages = packageCounts(modules).map((one) => ({
      ...one,
      modules: modules
        .filter((module) => module.package === one.name)
        .map(({ name, version, stub, entries }) => ({ name, version, stub, entries: entries.length })),
    }));
    write(packages, () => packagesText(packages));
  }
  return 0;
}

function checkPaths(line: CommandLine, io: Io, parser: Parser, write: Write): number {
  const { models } = settingsHere(line, io);
  const paths = line.operands.length > 0 ? line.operands.map((path) => resolve(io.cwd, path)) : models;
  if (paths.length === 0) throw new UsageError('--check needs a path: the configuration names no models');
  const stubs = paths.flatMap((path) => stubsAt(path, models, io));
  const faults = checkStubs(parser, stubs, models).map((fault) => {
    return { ...fault, path: shown(io.cwd, fault.path) };
  });
  write(faults, () => {
    const lines = faults.map(({ path, line, message }) => `${path}:${line}: ${message}\n`);
    return `${lines.join('')}${amountOf(faults.length, 'fault', 'faults')} in ${amountOf(stubs.length, 'stub', 'stubs')}\n`;
  });
  return faults.length > 0 ? 1 : 0;
}

/** A stub speaks for the module that its path from the folder of models says. */
function stubsAt(path: string, models: readonly string[], io: Io): StubFile[] {
  const kind = pathKind(path);
  if (kind === null) throw new UsageError(`no such file or folder: ${shown(io.cwd, path)}`);
  const isStub = kind === 'file' && path.endsWith('.pyi');
  const folder =
    models.find((one) => one === path || below(one, path) !== null) ?? (kind === 'folder' ? path : resolve(path, '..'));
  const prefix = below(folder, path) ?? '';
  const found = isStub
    ? [prefix]
    : kind === 'folder'
      ? [...stubPaths(folder)].filter((one) => prefix === '' || one.startsWith(`${prefix}/`))
      : [];
  if (found.length === 0) throw new UsageError(`no model stubs (.pyi) in ${shown(io.cwd, path)}`);
  return found.map((one) => ({ folder, relative: one }));
}

function listUnmodelled(line: CommandLine, io: Io, parser: Parser, write: Write): number {
  const targets = targetsOf(line, io);
  if (targets.stdin !== null) throw new UsageError('--unmodelled reads files, not standard input');
  const found = discovered(targets, line, io);
  if (found.files.length === 0) {
    io.stderr.write(`nostall: warning: no Python files to check in ${targets.paths.join(', ')}\n`);
  }
  const problems: Problem[] = [...found.problems];
  const modules = unmodelledModules({
    files: found.files.map(({ path, absolute }) => ({ path, absolute, read: () => readText(absolute) })),
    settingsOf: (absolute) => targets.config.forFile(absolute).settings,
    parser,
    onProblem: (problem) => problems.push(problem),
  });
  write(modules, () => {
    if (modules.length === 0) return 'every third-party module that is imported has a model\n';
    const rows = modules.map(({ module, calls, awaited, imports }) => [module, calls, awaited, imports]);
    return columns([['module', 'calls on the loop', 'awaited', 'imports'], ...rows]);
  });
  for (const { path, line: at, message } of problems) {
    io.stderr.write(`nostall: ${path ?? ''}${at === null ? '' : `:${at}`}: ${message}\n`);
  }
  return problems.length > 0 ? 2 : 0;
}

function settingsHere(line: CommandLine, io: Io): Settings {
  return targetsOf({ ...line, operands: [] }, io).config.forFolder(io.cwd).settings;
}

function isWithin(name: string, module: string): boolean {
  return name === module || name.startsWith(`${module}.`);
}
