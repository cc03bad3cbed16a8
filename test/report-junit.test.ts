import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import type { Finding, Report } from '../src/types.ts';
import { plain, report, Sample, samples } from './report-samples.ts';
import { cases, clean, each, hostile, twin } from './support/report-cases.ts';

describe('junit', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => ['testsuite', 'testcase'].includes(name),
  });
  interface Case {
    readonly classname: string;
    readonly name: string;
    readonly file?: string;
    readonly failure?: { readonly type: string; readonly message: string; readonly '#text': string };
    readonly error?: { readonly message: string; readonly '#text': string };
  }
  type Counts = Readonly<Record<'name' | 'tests' | 'failures' | 'errors', string>>;
  type Log = Counts & { readonly testsuite: readonly (Counts & { readonly testcase: readonly Case[] })[] };
  const parsed = (sample: Report): Log => parser.parse(formats.junit(sample, plain)).testsuites;

  test.each(each)('%s: well-formed, without what XML forbids', (_, sample) => {
    const output = formats.junit(sample, plain);
    expect(XMLValidator.validate(output)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u);
  });

  test.each(each)('%s: the numbers are those of the cases, and no two cases are one', (_, sample) => {
    const log = parsed(sample);
    const all = log.testsuite.flatMap((suite) => suite.testcase);
    for (const counts of [log, ...log.testsuite]) {
      const cases = 'testcase' in counts ? (counts.testcase as readonly Case[]) : all;
      expect([counts.tests, counts.failures, counts.errors].map(Number)).toEqual([
        cases.length,
        cases.filter((one) => one.failure).length,
        cases.filter((one) => one.error).length,
      ]);
    }
    expect(Number(log.tests)).toBeGreaterThan(0);
    expect([Number(log.failures), Number(log.errors)]).toEqual([sample.findings.length, sample.problems.length]);
    expect(new Set(all.map((one) => `${one.classname} ${one.name}`)).size).toBe(all.length);
    expect(new Set(log.testsuite.map((suite) => suite.name)).size).toBe(log.testsuite.length);
  });

  test('a clean run has one case that passes and says what was left out', () => {
    const log = parsed(samples.clean);
    expect(log.testsuite.flatMap((suite) => suite.testcase)).toEqual([
      {
        classname: 'nostall',
        name: 'No findings in 2 files; 1 suppressed by a comment, 3 hidden below the level asked for: --level note shows them',
        time: '0',
      },
    ]);
  });

  test('a failure tells place, source and all the facts', () => {
    const [first, second] = parsed(samples.rich).testsuite[0]?.testcase ?? [];
    expect(first).toMatchObject({ classname: 'app.api', file: 'app/api.py', failure: { type: 'error' } });
    const body = second?.failure?.['#text'];
    expect(body).toContain('app/api.py:3:5: error no-blocking-io-in-async\n');
    expect(body).toContain('\nvia app/db.py:6:2: `write_row` calls `handlers[name](row)`\n');
    expect(body).toContain('\n        store(response)');
    expect(parsed(samples.problems).testsuite[0]?.testcase[0]?.error?.message).toBe(
      'Rule await-in-a-row failed: 100% of it.',
    );
  });

  test('names survive the way through XML, and do not hold line numbers', () => {
    const names = parsed(cases.hostile as Report).testsuite.map((suite) => suite.name);
    expect(names).toEqual(['a|`b];c␇/%3B<i>\ufffd.py', 'src/twin.py', 'nostall']);
    const [first] = parsed(cases.hostile as Report).testsuite[0]?.testcase ?? [];
    const told = clean(hostile).replace('\ufffe', '\ufffd');
    expect(first?.name).toBe(`no-blocking-io-in-async: ${told} (${told})`);
    expect(first?.failure?.['#text']).toContain('\n    call(1)  # &amp; ␁');
    const moved = new Sample(twin.path, '\n\n\ncall(1)\n');
    const nameOf = (finding: Finding) => parsed(report({ findings: [finding] })).testsuite[0]?.testcase[0]?.name;
    expect(nameOf(moved.finding(moved.place(4, 'call(1)')))).toBe(nameOf(twin.finding(twin.place(1, 'call(1)'))));
  });
});
