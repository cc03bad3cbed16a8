import type { Region, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import { plain } from './report-samples.ts';
import { slowLineHashes } from './support/line-hashes.ts';
import { lintTexts } from './support/lint-texts.ts';
import { oddReport, oddTexts } from './support/odd-texts.ts';
import { runOf } from './support/sarif.ts';

describe('files of odd kinds, linted', () => {
  const results = runOf(formats.sarif(oddReport, plain)).results ?? [];
  const pathOf = (result: Result) =>
    decodeURIComponent(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');

  test('each has findings, and nothing failed', () => {
    expect([...new Set(results.map(pathOf))].sort()).toEqual(Object.keys(oddTexts).sort());
    expect(oddReport.problems).toEqual([]);
  });

  test.each(Object.entries(oddTexts))('hashes and snippets are those of the file: %s', (path, text) => {
    const expected = slowLineHashes(text);
    // The mark is no character of the line for anyone who counts columns.
    const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
    const own = results.filter((result) => pathOf(result) === path);
    for (const result of own) {
      const region = result.locations?.[0]?.physicalLocation?.region as Region;
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, snippet } = region;
      expect(result.partialFingerprints?.primaryLocationLineHash).toBe(expected[startLine - 1]);
      const span = lines.slice(startLine - 1, endLine);
      span.push((span.pop() ?? '').slice(0, endColumn - 1));
      span[0] = (span[0] ?? '').slice(startColumn - 1);
      expect(snippet?.text).toBe(span.join('\n'));
    }
    expect(new Set(own.map((result) => result.partialFingerprints?.['nostall/v1'])).size).toBe(own.length);
  });

  test('chains go on in files with carriage returns', () => {
    for (const path of ['bom-crlf.py', 'crlf.py', 'cr.py']) {
      const chained = results.find((result) => pathOf(result) === path);
      const flow = chained?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
      expect(flow.map(({ location }) => location?.physicalLocation?.region?.startLine)).toEqual([7, 4]);
    }
  });

  // GitHub hashes the mark with the first line; the text that nostall lints has lost it.
  test('the hash of the first line of a file with a byte order mark', async () => {
    const text = '\ufeffasync def f(:\n    pass\n';
    const [result] = runOf(formats.sarif(await lintTexts({ 'a.py': text }), plain)).results ?? [];
    expect(result?.partialFingerprints?.primaryLocationLineHash).toBe(slowLineHashes(text)[0]);
  });
});
