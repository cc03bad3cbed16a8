import { resolve } from 'node:path';
import { precisionTable } from '../../scripts/ecosystem/precision-table.mjs';
import { parseTable, VERDICTS } from '../../scripts/ecosystem/verdicts.mjs';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { configDocs } from '../../src/config/docs.ts';
import { readText } from '../../src/files.ts';
import { listModels } from '../../src/model-list/list.ts';
import { statisticsDocs, statisticsOf } from '../../src/model-list/statistics.ts';
import { createParser } from '../../src/python/parser.ts';
import { ruleInfos } from '../../src/rule-info.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line, in this process and without a terminal. */
export async function nostall(argv: readonly string[], cwd: string): Promise<Run> {
  const texts = { out: '', err: '' };
  const terminal = (name: 'out' | 'err') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTTY: false,
    columns: undefined,
  });
  const io: Io = {
    cwd,
    env: {},
    stdout: terminal('out'),
    stderr: terminal('err'),
    readStdin: async () => '',
    now: () => 0,
    platform: 'node v20.19.0 on linux-x64',
    machine: () => ({ cores: 1, memory: 0 }),
  };
  return { code: await main(argv, io), ...texts };
}

/** The README with its generated parts made anew: tables between markers, and the block below each `<!-- output: command -->`. */
export async function freshReadme(readme: string): Promise<string> {
  let text = between(readme, 'rules', rulesTable());
  text = between(text, 'config', configDocs());
  text = between(
    text,
    'precision',
    `${precisionTable(parseTable(readText('ecosystem/verdicts.tsv'), 'ecosystem/verdicts.tsv', VERDICTS))}\n`,
  );
  const listed = listModels(await createParser(), [], [3, 10], () => true);
  text = between(text, 'models', statisticsDocs(statisticsOf(listed)));
  for (const [whole, command] of text.matchAll(OUTPUT)) {
    const { code, out, err } = await nostall(command!.split(' '), resolve('.'));
    if (code === 2 || err !== '') throw new Error(`nostall ${command}: exit code ${code}: ${err}`);
    text = text.replace(whole, () => `<!-- output: ${command} -->\n\n\`\`\`text\n${out}\`\`\`\n`);
  }
  return text;
}

const OUTPUT = /<!-- output: (.+) -->\n\n```text\n(?:.*\n)*?```\n/g;

function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const parts = text.split(start);
  const rest = parts[1]?.split(end) ?? [];
  if (parts.length !== 2 || rest.length !== 2) throw new Error(`README.md: ${start} and ${end} must stand there once`);
  return `${parts[0]}${start}\n${content}${end}${rest[1]}`;
}

function rulesTable(): string {
  const rows = ruleInfos.map(({ id, description, level }) => `| [\`${id}\`](#${id}) | ${description} | ${level} |`);
  return ['| rule | what it does | level |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
