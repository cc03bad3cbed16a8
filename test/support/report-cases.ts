import type { Finding, Report } from '../../src/types.ts';
import { report, Sample, samples } from '../report-samples.ts';
import { demoReport } from './demo.ts';

/** What the formats give a meaning to, in all the places that the code under test may name. */
export const hostile =
  'a|b\\|c `x|y` `p\\|q` ` <b>&amp;</b> ]]> "\' %0A%AZP25 ;]x ##vso[task.complete]\r\n\tnext\u0000\u001b[31m\u202e\ufffe\ud800 *_#![z](u)$@';
export const dangerous = new Sample('a|`b];c\u0007/%3B<i>\ud800.py', 'call(1)  # &amp; \u0001\ncall(1)\n');
export const twin = new Sample('src/twin.py', 'call(1)\ncall(1)\n');
const attacks = [1, 2].flatMap((line) => {
  const more = { message: hostile, why: hostile, advice: hostile, function: hostile };
  const step = { place: dangerous.place(1, 'call(1)'), name: hostile, text: hostile, source: hostile };
  return [
    dangerous.finding(dangerous.place(line, 'call(1)'), {
      ...more,
      chain: [step],
      related: [{ ...step, place: null }],
    }),
    twin.finding(twin.place(line, 'call(1)'), { ...more, rule: 'constructor' }),
  ];
});

export const cases: Readonly<Record<string, Report>> = {
  ...samples,
  hostile: report({
    files: 2,
    findings: attacks,
    problems: [
      { path: dangerous.path, line: 3, message: hostile },
      { path: dangerous.path, line: 3, message: hostile },
      { path: null, line: null, message: hostile },
    ],
  }),
  demo: await demoReport('note'),
};
export const each = Object.entries(cases);

/** A JSON schema of an object with these properties and no other; a name that ends in `?` may be missing. */
export function strictObject(properties: Readonly<Record<string, object>>) {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(named),
    required: Object.keys(properties).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

export function pathFinding(path: string, more: Partial<Finding> = {}): Finding {
  const sample = new Sample(path, 'call(1)\n');
  return sample.finding(sample.place(1, 'call(1)'), more);
}

/** As reports show it: on one line, and without what a terminal would act on. */
export function clean(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace('\u0000', '␀')
    .replace('\u001b', '␛')
    .replace('\u0007', '␇')
    .replace(/[\u202e\ud800]/g, '\ufffd');
}
