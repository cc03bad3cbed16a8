import type { Settings } from './config/settings.ts';
import { modelReader, ownModels } from './model-files.ts';
import { modelSource } from './project/models.ts';
import { Project } from './project/project.ts';
import type { Parser } from './python/parser.ts';
import { LineTable } from './python/positions.ts';
import { readText } from './files.ts';
import type { Problem } from './types.ts';

/** What files with the same settings share: the parser and the models. */
export interface Analysis {
  readonly parser: Parser;
  readonly project: Project;
}

export function analyse(parser: Parser, settings: Settings, onProblem: (problem: Problem) => void): Analysis {
  const read = modelReader(parser, [...settings.models, ownModels()]);
  const models = modelSource(read, (mod, node, message) => {
    const { line } = new LineTable(readText(mod.path)).positionOf(mod.index.start[node] as number);
    onProblem({ path: mod.path, line, message: `model: ${message}` });
  });
  return { parser, project: new Project({ models, target: settings.targetVersion }) };
}
