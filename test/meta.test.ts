import { basename, extname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { listFolder, readText } from '../src/files.ts';
import { homepage, ruleUrl } from '../src/homepage.ts';
import { lint } from '../src/lint.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { SourceFile } from '../src/source-file.ts';
import type { Finding } from '../src/types.ts';
import { version } from '../src/version.ts';
import { listFixtures, settingsFor } from './support/fixture.ts';
import { foreignUrls, readMarkdown } from './support/markdown.ts';

/** What is about the text of a file rather than about stalls has no folder of fixtures; its page shows each case. */
const WITHOUT_FIXTURES: readonly string[] = ['syntax-error', 'unused-suppression'];

const ids = rules.map(({ name }) => name).sort();
const findings = await everyFinding();

describe('the rules are the same', () => {
  test.each([
    ['files', () => namesIn('rules', '.ts').filter((name) => name !== 'index')],
    ['pages', () => namesIn('rules', '.md')],
    ['infos', () => ruleInfos.map(({ id }) => id)],
    ['folders of fixtures', () => [...foldersIn('fixtures').filter((name) => name !== 'demo'), ...WITHOUT_FIXTURES]],
    ['rows of the README', () => [...readText('README.md').matchAll(/^\| \[`([\w-]+)`\]/gm)].map(([, id]) => id)],
    ['headings of the README', () => readMarkdown(readText('README.md')).headings.flatMap(ruleHeading)],
  ])('in %s', (_, names) => {
    expect([...names()].sort()).toEqual(ids);
  });
});

describe.each(ruleInfos)('$id', ({ id, name, description, url, docs, tags }) => {
  const { messages } = rules.find((rule) => rule.name === id)!.meta as { messages: Record<string, string> };

  test('is named in kebab-case', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(name.toLowerCase()).toBe(id.replaceAll('-', ''));
  });

  test('is described by one sentence without a final period', () => {
    expect(description).toMatch(/^(Finds|Reports) .*[^.\s]$/);
    expect(description).not.toContain('. ');
  });

  test('has its URL, its page and tags', () => {
    expect(url).toBe(ruleUrl(id));
    expect(url.startsWith(homepage)).toBe(true);
    expect(docs).toBe(readText(`rules/${id}.md`));
    expect(tags.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(messages))('message %s is made of sentences', (_, template) => {
    expect(template).toMatch(/^([A-Z]|`|\{\{\w+\}\}).*\.$/);
    expect(template.replaceAll(/\{\{\w+\}\}/g, 'x')).not.toMatch(/[{}]|\s{2}|\.\.|!/);
  });

  test.each(Object.entries(messages))('message %s is seen in a fixture or on a page', (_, template) => {
    const texts = findings.filter(({ rule }) => rule === id).map(wholeMessage);
    const pattern = new RegExp(
      `^${template
        .split(/\{\{\w+\}\}/)
        .map(escaped)
        .join('[^]+')}$`,
    );
    expect(texts.some((text) => pattern.test(text))).toBe(true);
  });
});

test('what findings say is written out and reads as sentences', () => {
  expect(findings.length).toBeGreaterThan(ids.length);
  const odd = findings.filter(({ message, why, advice, chain, related }) => {
    if (!/^[A-Z0-9`]/.test(message) || /\.$/.test(message) || /\.$/.test(advice) || /\.$/.test(why)) return true;
    const words = [message, why, advice, ...[...chain, ...related].map(({ text }) => text)];
    return words.some((text) =>
      /\{\{|\}\}|\bundefined\b|\bnull\b|``|\.\.|\s{2}/.test(text.replaceAll(/`[^`]+`/g, '`x`')),
    );
  });
  expect([...new Set(odd.map(shown))]).toEqual([]);
});

test('the changelog begins with this version, and nothing invents an address', () => {
  const changelog = readText('CHANGELOG.md');
  const { headings } = readMarkdown(changelog);
  expect(headings.find(({ depth }) => depth === 2)?.text).toMatch(new RegExp(`^(Unreleased|${escaped(version)})\\b`));
  expect(foreignUrls(changelog)).toEqual([]);
});

/** Over every fixture and every example of a page. */
async function everyFinding(): Promise<readonly Finding[]> {
  const fixtures = listFixtures('fixtures', ids);
  const settings = settingsFor(fixtures[0]!, ids);
  const examples = ids.flatMap((id) =>
    readMarkdown(readText(`rules/${id}.md`)).blocks.map((block) => sourceFile(id, block)),
  );
  const lists = await Promise.all([
    ...fixtures.map((fixture) => {
      const own = settingsFor(fixture, ids);
      return lint({ files: fixture.files, settingsOf: () => own, level: 'note' });
    }),
    lint({ files: examples, settingsOf: () => settings, level: 'note' }),
  ]);
  return lists.flatMap((report) => report.findings);
}

function sourceFile(id: string, { line, text }: { line: number; text: string }): SourceFile {
  const path = `rules/${id}-${line}.py`;
  return { path, absolute: resolve(path), read: () => text };
}

function namesIn(folder: string, extension: string): string[] {
  const files = listFolder(folder).filter(({ kind, name }) => kind === 'file' && extname(name) === extension);
  return files.map(({ name }) => basename(name, extension));
}

function foldersIn(folder: string): string[] {
  return listFolder(folder).flatMap(({ kind, name }) => (kind === 'folder' ? [name] : []));
}

function ruleHeading({ depth, text }: { depth: number; text: string }): string[] {
  return depth === 3 ? [text] : [];
}

function wholeMessage({ message, advice }: Finding): string {
  return advice === '' ? `${message}.` : `${message}. ${advice}.`;
}

function shown({ place, rule, message, advice }: Finding): string {
  return `${place.path}:${place.start.line}: ${rule}: ${message}. ${advice}.`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
