import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rules } from '../../src/cli/registry.ts';
import { configuration } from '../../src/config/resolve.ts';
import { hasMark, readText } from '../../src/files.ts';
import { lint } from '../../src/lint.ts';
import type { Report } from '../../src/types.ts';

/** The report on files with these texts, read from the disk as in a real run; they are gone afterwards. */
export async function lintTexts(texts: Readonly<Record<string, string>>): Promise<Report> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'nostall-')));
  try {
    const files = Object.entries(texts).map(([path, text]) => {
      const absolute = join(root, path);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, text);
      return { path, absolute, read: () => readText(absolute), hasMark: () => hasMark(absolute) };
    });
    const config = configuration({
      cwd: root,
      roots: [root],
      ruleIds: rules.map((rule) => rule.id),
      config: [],
      isolated: true,
      select: null,
      ignore: [],
      extendSelect: [],
    });
    return await lint({ files, settingsOf: (absolute) => config.forFile(absolute).settings, level: 'note' });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
