import { resolve } from 'node:path';
import { precisionTable } from '../../scripts/ecosystem/precision-table.mjs';
import { parseTable, VERDICTS } from '../../scripts/ecosystem/verdicts.mjs';
import { configDocs } from '../../src/config/docs.ts';
import { readText } from '../../src/files.ts';
import { listModels } from '../../src/model-list/list.ts';
import { statisticsDocs, statisticsOf } from '../../src/model-list/statistics.ts';
import { createParser } from '../../src/python/parser.ts';
import { ruleInfos } from '../../src/rule-info.ts';
import { type CommandOutcome, command } from './command.ts';

export function nostall(argv: readonly string[], cwd: string): Promise<CommandOutcome> {
  return command(cwd, ...argv);
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
  text = between(text, 'models', (await modelNumbers())[0]);
  for (const [whole, words] of text.matchAll(OUTPUT)) {
    const { code, out, err } = await nostall(words!.split(' '), resolve('.'));
    if (code === 2 || err !== '') throw new Error(`nostall ${words}: exit code ${code}: ${err}`);
    text = text.replace(whole, () => `<!-- output: ${words} -->\n\n\`\`\`text\n${out}\`\`\`\n`);
  }
  return text;
}

/** The page about models, with what is known by package. */
export async function freshModelsPage(page: string): Promise<string> {
  return between(page, 'models', (await modelNumbers())[1]);
}

/** In a line, and in full. */
async function modelNumbers(): Promise<[string, string]> {
  const listed = listModels(await createParser(), [], [3, 10], () => true);
  const [, line = '', rest = ''] = /^([^\n]*\n)\n(.*)$/s.exec(statisticsDocs(statisticsOf(listed))) ?? [];
  return [line, rest.replace(/<\/?details>(?:<summary>.*<\/summary>)?\n\n?/g, '').replace(/\n+$/, '\n')];
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
