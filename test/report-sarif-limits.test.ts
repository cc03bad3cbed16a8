import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import { plain, report, rules, Sample, samples } from './report-samples.ts';
import { runOf } from './support/sarif.ts';

const line = new Sample('a.py', 'call(1)\n');

describe('limits of GitHub', () => {
  test('too much is cut, and each cut is told', { timeout: 30_000 }, () => {
    const place = line.place(1, 'call(1)');
    const step = line.step(1, 'call(1)', 'call', '`call` calls itself');
    const deep = line.finding(place, { chain: Array.from({ length: 1100 }, () => step) });
    const note = line.finding(place, { level: 'note' });
    const findings = [...Array.from({ length: 25_001 }, () => ({ ...note })), deep];
    const long = {
      ...rules[0]!,
      description: '😀'.repeat(2000),
      docs: 'word '.repeat(1000),
      tags: 'abcdefghijklm'.split(''),
    };
    const warnings: string[] = [];
    const onWarning = (text: string) => warnings.push(text);
    const output = formats.sarif(report({ findings, rules: [long] }), { ...plain, onWarning });
    const run = runOf(output);
    const last = run.results?.at(-1);
    expect(run.results).toHaveLength(25_000);
    expect(last?.level).toBe('error');
    expect(last?.relatedLocations).toHaveLength(1000);
    expect(last?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(1000);
    expect(gzipSync(output).length).toBeLessThan(10 * 1024 * 1024);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      '2 results left out, the quietest: a run holds at most 25000.',
      'GitHub shows at most 5000 of the 25000 results, by severity.',
      '100 steps of a.py:1 left out: a result holds at most 1000.',
    ]);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual(warnings);
    const [rule] = run.tool.driver.rules ?? [];
    expect(rule?.shortDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule?.fullDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule?.properties?.tags).toHaveLength(10);
  });

  test('what is too large compressed loses its quietest results, and says so', { timeout: 30_000 }, () => {
    // Hexadecimal digits of hashes: gzip makes half of them, and no less.
    const noise = (seed: number) =>
      Array.from({ length: 70 }, (_, n) => createHash('sha512').update(`${seed} ${n}`).digest('hex')).join('');
    const place = line.place(1, 'call(1)');
    const findings = Array.from({ length: 3000 }, (_, n) =>
      line.finding(place, { level: n % 3 === 0 ? 'error' : 'note', message: noise(n) }),
    );
    const sizes: number[] = [];
    const gzipSize = (text: string) => sizes.push(gzipSync(text).length) && (sizes.at(-1) as number);
    const warnings: string[] = [];
    const output = formats.sarif(report({ findings }), {
      ...plain,
      gzipSize,
      onWarning: (text) => warnings.push(text),
    });
    const results = runOf(output).results ?? [];
    expect(gzipSync(output).length).toBeLessThanOrEqual(10_000_000);
    expect(gzipSync(output).length).toBeGreaterThan(9_000_000);
    expect(sizes.length).toBeLessThanOrEqual(4);
    expect(results.filter((result) => result.level === 'error')).toHaveLength(1000);
    const left = 3000 - results.length;
    expect(warnings).toEqual([`${left} results left out, the quietest: a file holds at most 10 MB when compressed.`]);
    const [notice] = runOf(output).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect([notice?.level, notice?.message.text]).toEqual(['warning', warnings[0]]);
  });

  test('a small text is not compressed to see whether it fits', () => {
    const gzipSize = () => {
      throw new Error('asked');
    };
    expect(() => formats.sarif(samples.rich, { ...plain, gzipSize })).not.toThrow();
  });
});
