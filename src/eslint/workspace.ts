import { resolve } from 'node:path';
import { rules } from '../../rules/index.ts';
import { knowledgeOf } from '../analyse.ts';
import { type Configuration, configuration } from '../config/resolve.ts';
import type { Settings } from '../config/settings.ts';
import type { FlatTree } from '../python/flat-tree.ts';
import type { Parser } from '../python/parser.ts';
import { OpenProject } from '../session/open-project.ts';
import type { Knowledge } from '../source-code.ts';
import type { Problem } from '../types.ts';

/** ESLint does not say when a run begins. A pause this long, in milliseconds, is taken for the end of one: files may have changed since. */
const PAUSE = 1_000;

export const ruleIds = rules.map((rule) => rule.name);

/** What files that ESLint hands over one by one have in common. */
export class Workspace {
  readonly parser: Parser;
  readonly #configurations = new Map<string, Configuration>();
  /** By the folder that the project starts at. */
  readonly #projects = new Map<string, OpenProject>();
  /** The file that was handed over last. */
  #open: { readonly project: OpenProject; readonly path: string } | null = null;
  #lastUse = Number.NEGATIVE_INFINITY;

  constructor(parser: Parser) {
    this.parser = parser;
  }

  /** What nostall's own configuration says about the analysis of a file. Throws ConfigError. */
  settingsOf(path: string, targetVersion: string | undefined): Settings {
    this.#lookAround();
    const key = targetVersion ?? '';
    let found = this.#configurations.get(key);
    if (!found) {
      const config = targetVersion === undefined ? [] : [`target-version = ${JSON.stringify(targetVersion)}`];
      const flags = { select: null, ignore: [], extendSelect: [] };
      found = configuration({ cwd: resolve('.'), ruleIds, roots: [], config, isolated: false, ...flags });
      this.#configurations.set(key, found);
    }
    return found.forFile(path).settings;
  }

  /** The file with the text that ESLint has of it, in a project that starts at `cwd` and is on the disk otherwise. */
  open(absolute: string, tree: FlatTree, settings: Settings, cwd: string): Knowledge {
    this.#lookAround();
    const project = this.#projectAt(cwd);
    // What an editor has not saved, or a fixer not written, is nobody else's business.
    const last = this.#open;
    if (last && (last.path !== absolute || last.project !== project)) last.project.close(last.path);
    this.#open = { project, path: absolute };
    project.edit(absolute, tree.text);
    const file = project.fileAt(absolute);
    const { analysis } = project.sharedFor(file, settings);
    return knowledgeOf(analysis, analysis.modules.open(file, tree.text, tree));
  }

  #projectAt(root: string): OpenProject {
    let project = this.#projects.get(root);
    if (!project) {
      const onProblem = ({ path, line, message }: Problem): never => {
        this.#projects.delete(root);
        throw new Error([path, line, ` ${message}`].filter((part) => part !== null).join(':'));
      };
      project = new OpenProject({ root, parser: this.parser, onProblem });
      this.#projects.set(root, project);
    }
    return project;
  }

  #lookAround(): void {
    const now = performance.now();
    if (now - this.#lastUse > PAUSE) {
      this.#configurations.clear();
      for (const project of this.#projects.values()) project.refresh();
    }
    this.#lastUse = now;
  }
}
