import * as fs from 'node:fs';
import * as path from 'node:path';
import { resolve } from 'node:path';
import type { ESLint as Host, Linter } from 'eslint';
import { ESLint } from 'eslint10';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { plannedOutputs } from '../src/cli/outputs.ts';
import { parseCommandLine } from '../src/cli/parse.ts';
import { configuration } from '../src/config/resolve.ts';
import plugin from '../src/eslint.ts';
import { pathKind, readText } from '../src/files.ts';
import { ruleUrl } from '../src/homepage.ts';
import * as api from '../src/index.ts';
import { command } from './support/command.ts';
import { anchorOf, foreignUrls, localLinks, readMarkdown } from './support/markdown.ts';
import { freshModelsPage, freshReadme } from './support/readme.ts';
import { workspace } from './workspace.ts';

const readme = readText('README.md');
const { blocks, headings, prose } = readMarkdown(readme);
const ruleIds = rules.map(({ name }) => name);

test('generated parts are fresh: npx vitest run test/readme.test.ts -u rewrites them', async () => {
  await expect(await freshReadme(readme)).toMatchFileSnapshot('../README.md');
  await expect(await freshModelsPage(readText('docs/models.md'))).toMatchFileSnapshot('../docs/models.md');
});

describe('links', () => {
  const anchors = headings.map(({ text }) => `#${anchorOf(text)}`);

  test('lead to what exists', () => {
    const broken = localLinks(prose).filter((target) => {
      if (target.startsWith('#')) return !anchors.includes(target);
      const [page = '', anchor] = target.split('#');
      if (pathKind(resolve(page)) === null) return true;
      return (
        anchor !== undefined && !readMarkdown(readText(page)).headings.some(({ text }) => anchorOf(text) === anchor)
      );
    });
    expect(broken).toEqual([]);
  });

  test('outside, only to the homepage', () => {
    expect(foreignUrls(readme)).toEqual([]);
  });

  test.each(['api', 'eslint', 'models', 'statements'])('of docs/%s.md are whole', (name) => {
    const text = readText(`docs/${name}.md`);
    expect(localLinks(readMarkdown(text).prose).filter((target) => pathKind(resolve('docs', target)) === null)).toEqual(
      [],
    );
    expect(foreignUrls(text)).toEqual([]);
  });

  test.each(ruleIds)('the URL of %s has its heading', (id) => {
    expect(anchors).toContain(new URL(ruleUrl(id)).hash);
  });
});

describe('commands', () => {
  const shell = blocks.filter(({ language }) => language === 'sh' || language === 'yaml').map(({ text }) => text);
  const texts = [...shell, ...[...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)];
  const found = texts.flatMap((text) => [...text.matchAll(/\b(npm|npx) ([^\n#&]+)/g)]);
  const shown = [...new Set(found.map(([, tool, rest]) => `${tool} ${rest!.trim()}`))];

  const flags = texts.filter((text) => /^--[a-z]/.test(text)).map((text) => `npx --no -- nostall ${text}`);

  test.each([...shown.filter((one) => one.startsWith('npx --no -- nostall')), ...flags])('%s', (command) => {
    const line = parseCommandLine(words(command).slice(4));
    expect(plannedOutputs(line.values('format'), line.value('output'), resolve('.')).length).toBeGreaterThan(0);
  });

  test('npm scripts exist', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    const named = shown.flatMap((one) => /^npm (?:run )?(start|test|(?<=run )[\w-]+)$/.exec(one)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('the package that is packed has this name and version', () => {
    const { name, version } = JSON.parse(readText('package.json')) as { name: string; version: string };
    const packed = [...readme.matchAll(/[\w.-]+\.tgz/g)].map(([file]) => file);
    expect(new Set(packed)).toEqual(new Set([`${name}-${version}.tgz`]));
  });
});

test('the configuration is accepted', () => {
  const cwd = workspace({ 'pyproject.toml': block('toml'), 'lint/models/': '' });
  const request = { cwd, roots: [cwd], ruleIds, config: [], isolated: false };
  const { settings } = configuration({ ...request, select: null, ignore: [], extendSelect: [] }).forFolder(cwd);
  expect(settings.configPath).toBe(resolve(cwd, 'pyproject.toml'));
});

test('comments silence what they stand at, and all of them are needed', async () => {
  const text = block('python', 'good');
  const check = (source: string) => command(workspace({ 'a.py': source }), '--level', 'note', '--format', 'concise');
  expect(await check(text)).toEqual({ code: 0, out: '', err: '' });
  const bare = await check(text.replaceAll(/#[^\n]*/g, ''));
  expect(bare.out.match(/no-blocking-io-in-async/g)).toHaveLength(3);
});

test('comments on definitions say what calls do', async () => {
  const cwd = workspace({ 'a.py': block('python', 'stated', 'docs/statements.md') });
  const { out } = await command(cwd, '--level', 'note', '--format', 'concise');
  expect(out).toMatch(
    /^a\.py:\d+:12: error no-blocking-io-in-async `weigh` waits for the network on the event loop\n$/,
  );
});

test('the ESLint configuration is used as it is', async () => {
  const body = block('js', 'eslint', 'docs/eslint.md')
    .replace(/^import .*$/m, '')
    .replace('export default', 'return');
  const config = new Function('nostall', body)(plugin) as Linter.Config[];
  const cwd = workspace({
    'a.py': 'import time\n\ntime.sleep(1)\n',
    'b.py': 'import time\n\nasync def f(): time.sleep(1)\n',
  });
  const eslint: Host = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config });
  const [found] = await eslint.lintFiles(['b.py']);
  expect(found?.messages.map(({ ruleId }) => ruleId)).toEqual(['nostall/no-blocking-io-in-async']);
});

test('the API is used as it is', async () => {
  const { lines, written } = await runModule(block('js', '', 'docs/api.md'));
  expect(lines).toContainEqual(expect.stringContaining('no-blocking-io-in-async: `time.sleep`'));
  expect(JSON.parse(written.get('nostall.sarif') ?? '')).toMatchObject({ version: '2.1.0' });
});

test('a session is used as it is', async () => {
  const { lines } = await runModule(block('js', 'session', 'docs/api.md'));
  expect(lines).toEqual(['on the disk 1', 'edited 0', 'closed 1']);
});

/** What a module prints, and the files that it writes. */
async function runModule(code: string): Promise<{ lines: string[]; written: Map<string, string> }> {
  const written = new Map<string, string>();
  const modules: Record<string, unknown> = {
    nostall: api,
    'node:path': path,
    'node:fs': { ...fs, writeFileSync: (name: string, text: string) => written.set(name, text) },
  };
  const body = code.replaceAll(/^import (\{.*\}) from '(.*)';$/gm, "const $1 = modules['$2'];");
  const lines: string[] = [];
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const log = (...parts: unknown[]) => lines.push(parts.join(' '));
  await new AsyncFunction('modules', 'console', body)(modules, { log });
  return { lines, written };
}

/** The only block of its sort. */
function block(language: string, tag = '', page = 'README.md'): string {
  const found = readMarkdown(readText(page)).blocks.filter((one) => one.language === language && one.tag === tag);
  expect(found).toHaveLength(1);
  return found[0]!.text;
}

function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
