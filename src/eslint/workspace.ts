import { resolve } from 'node:path';
import { rules } from '../../rules/index.ts';
import { type Analysis, analyse, knowledgeOf } from '../analyse.ts';
import { type Configuration, configuration } from '../config/resolve.ts';
import type { Settings } from '../config/settings.ts';
import { disk, pathKind, readText } from '../files.ts';
import { shown } from '../globs.ts';
import type { FlatTree } from '../python/flat-tree.ts';
import type { Parser } from '../python/parser.ts';
import type { Knowledge } from '../source-code.ts';
import type { Problem } from '../types.ts';

/** ESLint does not say when a run begins. A pause this long, in milliseconds, is taken for the end of one: files may have changed since. */
const PAUSE = 1_000;
/** Characters of source that one run holds before it starts afresh. What is known of a file does not depend on who asks. */
const MOST_CHARACTERS = 14_000_000;

export const ruleIds = rules.map((rule) => rule.name);

/** One run's view of the disk. */
interface Run {
  readonly configurations: Map<string, Configuration>;
  readonly analyses: Map<string, Shared>;
}

interface Shared {
  readonly analysis: Analysis;
  /** Every text that went into it, by absolute path. */
  readonly texts: Map<string, string>;
}

/** What files that ESLint hands over one by one have in common. */
export class Workspace {
  readonly parser: Parser;
  #run: Run = { configurations: new Map(), analyses: new Map() };
  #lastUse = Number.NEGATIVE_INFINITY;

  constructor(parser: Parser) {
    this.parser = parser;
  }

  /** What nostall's own configuration says about the analysis of a file. Throws ConfigError. */
  settingsOf(path: string, targetVersion: string | undefined): Settings {
    const { configurations } = this.#current();
    const key = targetVersion ?? '';
    let found = configurations.get(key);
    if (!found) {
      const config = targetVersion === undefined ? [] : [`target-version = ${JSON.stringify(targetVersion)}`];
      const flags = { select: null, ignore: [], extendSelect: [] };
      found = configuration({ cwd: resolve('.'), ruleIds, roots: [], config, isolated: false, ...flags });
      configurations.set(key, found);
    }
    return found.forFile(path).settings;
  }

  /** The file with the text that ESLint has of it, in a project that starts at `cwd` and is on the disk otherwise. */
  open(absolute: string, tree: FlatTree, settings: Settings, cwd: string): Knowledge {
    const { text } = tree;
    const file = { absolute, path: shown(cwd, absolute), read: () => text };
    const { analysis, texts } = this.#analysisFor(file, text, settings, cwd);
    texts.set(absolute, text);
    return knowledgeOf(analysis, analysis.modules.open(file, text, tree).mod);
  }

  #analysisFor(file: SourceText, text: string, settings: Settings, cwd: string): Shared {
    const { analyses } = this.#current();
    const { targetVersion, respectNoqa, models, src } = settings;
    const key = JSON.stringify([cwd, targetVersion, respectNoqa, models, src]);
    // What an editor has not saved, or a fixer not written, is nobody else's business.
    if (onDisk(file.absolute) !== text) return this.#fresh([file], settings, () => {});
    const known = analyses.get(key);
    const held = known?.texts.get(file.absolute);
    if (known && (held === undefined || held === text) && known.analysis.modules.size <= MOST_CHARACTERS) return known;
    const made = this.#fresh([], settings, () => analyses.delete(key));
    analyses.set(key, made);
    return made;
  }

  #fresh(given: readonly SourceText[], settings: Settings, drop: () => void): Shared {
    const texts = new Map<string, string>();
    const read = (absolute: string): string => {
      const text = readText(absolute);
      texts.set(absolute, text);
      return text;
    };
    const onProblem = ({ path, line, message }: Problem): never => {
      drop();
      throw new Error([path, line, ` ${message}`].filter((part) => part !== null).join(':'));
    };
    return { analysis: analyse(this.parser, given, settings, onProblem, { disk: { ...disk, readText: read } }), texts };
  }

  #current(): Run {
    const now = performance.now();
    if (now - this.#lastUse > PAUSE) this.#run = { configurations: new Map(), analyses: new Map() };
    this.#lastUse = now;
    return this.#run;
  }
}

interface SourceText {
  readonly absolute: string;
  readonly path: string;
  readonly read: () => string;
}

function onDisk(path: string): string | null {
  return pathKind(path) === 'file' ? readText(path) : null;
}
