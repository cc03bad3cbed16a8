import type { Settings } from './config/settings.ts';
import { readText } from './files.ts';
import { modelReader, ownModels } from './model-files.ts';
import { type KnownFile, ModuleFiles } from './module-files.ts';
import { modelSource } from './project/models.ts';
import { Project } from './project/project.ts';
import { Summaries } from './project/summaries.ts';
import type { Mod } from './project/value.ts';
import type { Parser } from './python/parser.ts';
import { LineTable } from './python/positions.ts';
import { Suppressions } from './suppress.ts';
import type { Problem } from './types.ts';

/** What files with the same settings share: the parser, the models, and the modules that were read. */
export interface Analysis {
  readonly parser: Parser;
  readonly project: Project;
  readonly modules: ModuleFiles;
  readonly summaries: Summaries;
  readonly suppressionsIn: (mod: Mod) => Suppressions;
}

export function analyse(
  parser: Parser,
  files: Iterable<KnownFile>,
  settings: Settings,
  onProblem: (problem: Problem) => void,
): Analysis {
  const read = modelReader(parser, [...settings.models, ownModels()]);
  const models = modelSource(read, (mod, node, message) => {
    const { line } = new LineTable(readText(mod.path)).positionOf(mod.index.start[node] as number);
    onProblem({ path: mod.path, line, message: `model: ${message}` });
  });
  const modules = new ModuleFiles(parser, files, (name) => models(name.split('.')[0] as string) !== null);
  const project = new Project({ models, own: modules, target: settings.targetVersion });

  const suppressions = new Map<Mod, Suppressions>();
  const suppressionsIn = (mod: Mod): Suppressions => {
    let known = suppressions.get(mod);
    if (!known) {
      known = new Suppressions(mod.index.suppressions, settings.respectNoqa);
      suppressions.set(mod, known);
    }
    return known;
  };
  const summaries = new Summaries(project, (mod, node, rule) => {
    if (mod.index.suppressions.length === 0) return false;
    const { lines } = modules.sourceOf(mod);
    const { start, end } = mod.index;
    return (
      suppressionsIn(mod).find(rule, lines.lineOf(start[node] as number), lines.lineOf(end[node] as number)) !== null
    );
  });
  return { parser, project, modules, summaries, suppressionsIn };
}
