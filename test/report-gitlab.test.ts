import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import type { Finding, Report } from '../src/types.ts';
import { plain, report, Sample, samples } from './report-samples.ts';
import { cases, dangerous, each, pathFinding, strictObject, twin } from './support/report-cases.ts';

describe('gitlab', () => {
  const text = { type: 'string', minLength: 1 } as const;
  const schema = strictObject({
    type: { const: 'issue' },
    check_name: text,
    description: { ...text, pattern: '^[^\\r\\n]+$' },
    'content?': strictObject({ body: text }),
    categories: { type: 'array', items: { enum: ['Performance', 'Bug Risk'] }, minItems: 1 },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    location: strictObject({
      path: { type: 'string', pattern: '^(?!\\./.)' },
      lines: strictObject({ begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } }),
    }),
  });
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile({ type: 'array', items: schema });

  test.each(each)('%s: complete, and no two issues are one', (_, sample) => {
    const issues = JSON.parse(formats.gitlab(sample, plain));
    validate(issues);
    expect(validate.errors).toBeNull();
    expect(issues).toHaveLength(sample.findings.length + sample.problems.length);
    expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(issues.length);
    for (const [index, { place, rule }] of sample.findings.entries()) {
      expect(issues[index]).toMatchObject({
        check_name: rule,
        location: { lines: { begin: place.start.line, end: place.end.line } },
      });
    }
  });

  test('fingerprints stay when lines move, and when another file gets the same finding', () => {
    const moved = new Sample(twin.path, '\n\n\ncall(1)\n');
    const before = twin.finding(twin.place(1, 'call(1)'));
    const after = moved.finding(moved.place(4, 'call(1)'));
    const other = dangerous.finding(dangerous.place(2, 'call(1)'));
    expect(other.fingerprint).toBe(before.fingerprint);
    const of = (...findings: Finding[]): string[] =>
      JSON.parse(formats.gitlab(report({ findings }), plain)).map(
        (issue: { fingerprint: string }) => issue.fingerprint,
      );
    expect(of(other, after)[1]).toBe(of(before)[0]);
    expect(of(other)).not.toEqual(of(before));
  });

  test('levels, tags and problems have their words', () => {
    const issues = JSON.parse(formats.gitlab(samples.rich, plain));
    expect(issues.map((issue: { severity: string }) => issue.severity)).toEqual(
      'major major minor major major info critical'.split(' '),
    );
    expect(issues[3].categories).toEqual(['Bug Risk']);
    expect(issues[6]).toMatchObject({ check_name: 'nostall', location: { path: 'locked.py', lines: { begin: 1 } } });
    const dotted = report({ findings: [pathFinding('././a/./b.py')] });
    expect(JSON.parse(formats.gitlab(dotted, plain))[0].location.path).toBe('a/./b.py');
  });

  test('holds no half of a surrogate pair', () => {
    expect(formats.gitlab(cases.hostile as Report, plain)).not.toMatch(/\\ud[89a-f]/i);
  });
});
