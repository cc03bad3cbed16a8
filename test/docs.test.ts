import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { configuration } from '../src/config/resolve.ts';
import { pathKind, readText } from '../src/files.ts';
import { lint } from '../src/lint.ts';
import type { Finding } from '../src/types.ts';
import { type Block, foreignUrls, localLinks, readMarkdown } from './support/markdown.ts';

const HEADINGS = ['What it does', 'Why is this bad?', 'Example', 'Use instead', 'Options', 'Known problems'] as const;

/** `bad` reports the page's rule, `good` nothing at all; `missed` ought to report and does not, as Known problems says. */
const TAGS: Readonly<Record<string, (typeof HEADINGS)[number]>> = {
  bad: 'Example',
  good: 'Use instead',
  missed: 'Known problems',
};

const ruleIds = rules.map(({ name }) => name);
const pages = ruleIds.map((id) => {
  const text = readText(`rules/${id}.md`);
  return { id, text, ...readMarkdown(text) };
});
const cases = pages.flatMap(({ id, blocks }) => blocks.map((block) => [`${id}.md:${block.line}`, id, block] as const));
const settings = configuration({
  cwd: resolve('.'),
  roots: [],
  ruleIds,
  config: ['target-version = "3.12"', 'tests = "same"'],
  isolated: true,
  select: null,
  ignore: [],
  extendSelect: [],
}).forFolder(resolve('.')).settings;

describe.each(pages)('$id', ({ id, text, headings, prose }) => {
  test('has the headings of a rule page', () => {
    expect(headings).toEqual([{ depth: 1, text: id }, ...HEADINGS.map((heading) => ({ depth: 2, text: heading }))]);
  });

  test.each(Object.entries(TAGS).filter(([tag]) => tag !== 'missed'))('has a %s block under "%s"', (tag, heading) => {
    const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
    expect(readMarkdown(section).blocks.some((block) => block.tag === tag)).toBe(true);
  });

  test('links to what exists', () => {
    const broken = localLinks(prose).filter((target) => pathKind(resolve('rules', target.replace(/#.*/, ''))) === null);
    expect(broken).toEqual([]);
    expect(foreignUrls(text)).toEqual([]);
  });
});

test.each(cases)('%s', async (_, rule, { language, tag, text }) => {
  expect(language).toBe('python');
  expect(Object.keys(TAGS)).toContain(tag);
  const findings = await findingsIn(text);
  if (tag !== 'bad') return expect(findings.map(shown)).toEqual([]);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  if (rule !== 'syntax-error') expect(findings.map((finding) => finding.rule)).not.toContain('syntax-error');
});

test('the interpreter compiles every block', (context) => {
  const blocks = cases.filter(([, rule, { tag }]) => rule !== 'syntax-error' || tag === 'good').map(([, , one]) => one);
  const faults = compiled(blocks);
  if (faults === null) context.skip(`no python3: ${blocks.length} blocks not compiled`);
  expect(faults).toBe('');
});

async function findingsIn(text: string): Promise<readonly Finding[]> {
  const file = { path: 'example.py', absolute: resolve('example.py'), read: () => text };
  const report = await lint({ files: [file], settingsOf: () => settings, level: 'note' });
  expect(report.problems).toEqual([]);
  return report.findings;
}

function shown({ rule, place, message }: Finding): string {
  return `${place.start.line}: ${rule}: ${message}`;
}

/** What the interpreter says against the blocks; null when there is none. */
function compiled(blocks: readonly Block[]): string | null {
  const script =
    'import json, sys\nfor one in json.load(sys.stdin): compile(one["text"], f"line {one[\'line\']}", "exec")';
  const { status, error, stderr } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(blocks),
    encoding: 'utf8',
  });
  if (error !== undefined) return null;
  return status === 0 ? '' : stderr;
}
