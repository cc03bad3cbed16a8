import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import type { Report } from '../src/types.ts';
import { plain, report, samples } from './report-samples.ts';
import { clean, each, pathFinding, twin } from './support/report-cases.ts';

describe('markdown', () => {
  const tokensOf = (sample: Report) => lexer(formats.markdown(sample, plain), { gfm: true });
  const tableOf = (sample: Report) => tokensOf(sample).find((token): token is Tokens.Table => token.type === 'table');

  test.each(each)('%s: a row for each finding, with its four cells', (_, sample) => {
    const rows = tableOf(sample)?.rows ?? [];
    expect(rows).toHaveLength(sample.findings.length);
    for (const [index, { level, rule, place, message }] of sample.findings.entries()) {
      const cells = (rows[index] ?? []).map((cell) => plainText(cell.tokens));
      const where = `${place.path}:${place.start.line}:${place.start.column}`;
      expect(cells).toEqual([level, rule, clean(where), clean(message).replace(/`([^`]+)`/g, '$1')]);
    }
  });

  test.each(each)('%s: no markup but its own', (_, sample) => {
    const tags: string[] = [];
    const kinds = new Set<string>();
    const urls = sample.rules.map(({ url }) => url);
    const tokens = tokensOf(sample);
    walkTokens(tokens, (token) => {
      kinds.add(token.type);
      if (token.type === 'html') tags.push(...(token.raw.match(/<[^>]*>?/g) ?? []));
      // An address that stands in a message may become a link to itself.
      if (token.type === 'link' && token.raw !== token.href) expect(urls).toContain(token.href);
    });
    for (const tag of tags) expect(ALLOWED_TAGS).toContain(tag);
    for (const kind of ['em', 'image', 'del', 'blockquote', 'def']) expect(kinds).not.toContain(kind);
    const files = new Set(sample.findings.map(({ place }) => place.path)).size;
    expect([count(tags, '<details>'), count(tags, '</details>')]).toEqual([files, files]);
    expect(tokens[0]).toMatchObject({ type: 'heading', depth: 2 });
  });

  test('names in backticks are code', () => {
    const [row] = tableOf(samples.rich)?.rows ?? [];
    const codes = row?.[3]?.tokens.flatMap((token) => (token.type === 'codespan' ? [token.text] : []));
    expect(codes).toEqual(['requests.get']);
  });

  test('chains, reasons and advice are told below the table', () => {
    const output = formats.markdown(samples.rich, plain);
    expect(output).toContain('  - via `app/db.py:6:2`: `write_row` calls `handlers[name](row)`\n');
    expect(output).toContain('Every other task waits until the answer is here. Use `httpx.AsyncClient.get`');
    expect(output).toContain('Left out: 1 suppressed by a comment, 2 hidden');
    expect(output).toContain('- **problem** `locked.py`: cannot be read: permission denied');
  });

  test('much is cut to the loudest, and the cut is told', () => {
    const note = { ...twin.finding(twin.place(1, 'call(1)')), level: 'note' as const };
    const loud = twin.finding(twin.place(2, 'call(1)'));
    const many = report({ findings: [...Array.from({ length: 300 }, () => note), loud] });
    const rows = tableOf(many)?.rows ?? [];
    expect(rows).toHaveLength(200);
    expect(plainText(rows.at(-1)?.[0]?.tokens ?? [])).toBe('error');
    expect(formats.markdown(many, plain)).toContain('\n\nand 101 more, none louder than these.\n\n');
  });

  test('stays below the limit of GitHub whatever the findings', () => {
    const long = '日`|<'.repeat(1000);
    const step = { place: null, name: long, text: long, source: '' };
    const fat = pathFinding(`${'é|'.repeat(1000)}.py`, {
      message: long,
      why: long,
      advice: long,
      chain: Array.from({ length: 30 }, () => step),
    });
    const problem = { path: long, line: 1, message: long };
    const sample = report({
      findings: Array.from({ length: 400 }, () => fat),
      problems: Array.from({ length: 400 }, () => problem),
    });
    const output = formats.markdown(sample, plain);
    expect(Buffer.byteLength(output)).toBeLessThan(1024 * 1024);
    expect(output).toContain('  - and 10 more steps\n');
    const shown = tableOf(sample)?.rows.length ?? 0;
    expect(shown).toBeGreaterThan(0);
    expect(output).toContain(`and ${400 - shown} more, none louder`);
    expect(output).toMatch(/^- and \d+ more$/m);
  });
});

const ALLOWED_TAGS = ['<details>', '</details>', '<summary>', '</summary>', '<code>', '</code>'];

function count(list: readonly string[], item: string): number {
  return list.filter((one) => one === item).length;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'html') return '';
      if (token.type === 'codespan') return token.text;
      if ('tokens' in token && token.tokens) return plainText(token.tokens);
      return token.raw.replace(/&#(\d+);/g, (_: string, digits: string) => String.fromCharCode(Number(digits)));
    })
    .join('');
}
