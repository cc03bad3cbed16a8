import { resolve } from 'node:path';
import { rules } from '../../src/cli/registry.ts';
import { configuration } from '../../src/config/resolve.ts';
import { readText } from '../../src/files.ts';
import { lint } from '../../src/lint.ts';
import type { Level, Report } from '../../src/types.ts';
import { pythonFiles } from './fixture.ts';

/** The report on the bundled demo, with its own configuration. */
export async function demoReport(level: Level): Promise<Report> {
  const root = resolve('fixtures/demo');
  const ruleIds = rules.map((rule) => rule.id);
  const config = configuration({
    cwd: resolve('.'),
    roots: [root],
    ruleIds,
    config: [],
    isolated: false,
    select: null,
    ignore: [],
    extendSelect: [],
  });
  const files = pythonFiles(root).map((absolute) => ({
    path: `fixtures/demo${absolute.slice(root.length)}`,
    absolute,
    read: () => readText(absolute),
  }));
  return lint({ files, settingsOf: (absolute) => config.forFile(absolute).settings, level });
}
