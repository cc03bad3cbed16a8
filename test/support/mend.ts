import { relative } from 'node:path';
import { type Mended, mended, mendingAsked } from '../../src/cli/mend.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { configuration } from '../../src/config/resolve.ts';
import { readText } from '../../src/files.ts';
import { lint } from '../../src/lint.ts';
import { ruleInfos } from '../../src/rule-info.ts';
import type { Level, Report } from '../../src/types.ts';
import { pythonFiles } from './fixture.ts';

export interface Choice {
  readonly level?: Level;
  /** Names of the files that are linted; all when absent. */
  readonly only?: readonly string[];
  /** Settings as in nostall.toml. */
  readonly config?: readonly string[];
  /** Called between linting and mending. */
  readonly meanwhile?: () => void;
}

/** Lints a folder from the disk as it is now. */
export async function lintFolder(root: string, { level = 'note', only, config = [] }: Choice = {}): Promise<Report> {
  const ruleIds = ruleInfos.map(({ id }) => id);
  const flags = { select: null, ignore: [], extendSelect: [], config: ['tests = "same"', ...config], isolated: true };
  const resolved = configuration({ cwd: root, ruleIds, roots: [root], ...flags });
  const files = filesIn(root, only).map((file) => ({ ...file, read: () => readText(file.absolute) }));
  return lint({ files, settingsOf: (absolute) => resolved.forFile(absolute).settings, level });
}

/** Lints a folder and does what the flags ask for. */
export async function mend(root: string, argv: readonly string[], choice: Choice = {}): Promise<Mended> {
  const asked = mendingAsked(parseCommandLine(argv), false);
  if (asked === null) throw new Error(`nothing is written with ${argv.join(' ')}`);
  const files = filesIn(root, choice.only);
  const first = await lintFolder(root, choice);
  choice.meanwhile?.();
  return mended(asked, files, first, () => lintFolder(root, choice));
}

function filesIn(root: string, only?: readonly string[]) {
  const all = pythonFiles(root).map((absolute) => ({ path: relative(root, absolute).replaceAll('\\', '/'), absolute }));
  return only === undefined ? all : all.filter(({ path }) => only.includes(path));
}
