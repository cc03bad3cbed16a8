import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../src/report/cells.ts';
import { formatNames, formats, isFormat } from '../src/report/index.ts';
import { schemaUrl } from '../src/report/json.ts';
import { COSTS, type Finding, KINDS, LEVELS } from '../src/types.ts';
import { plain, report, Sample, samples } from './report-samples.ts';

const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
const validateReport = ajv.compile(schema);
const validateFinding = ajv.compile({ $ref: `${schema.$id}#/$defs/finding` });

describe('snapshots', () => {
  const cases = [
    ['text', 'rich'],
    ['text', 'odd'],
    ['text', 'problems'],
    ['concise', 'rich'],
    ['json', 'rich'],
    ['json-lines', 'rich'],
    ['github', 'rich'],
    ['gitlab', 'rich'],
    ['junit', 'rich'],
    ['junit', 'clean'],
    ['rdjson', 'rich'],
    ['rdjson', 'fixes'],
    ['azure', 'rich'],
    ['markdown', 'rich'],
    ['markdown', 'problems'],
  ] as const;
  test.each(cases)('%s of %s', async (format, sample) => {
    const name = `__snapshots__/report-${sample}.${format}.txt`;
    await expect(formats[format](samples[sample], { ...plain, statistics: true })).toMatchFileSnapshot(name);
  });

  test('sarif of rich', async () => {
    const log = JSON.parse(formats.sarif(samples.rich, plain));
    await expect(`${JSON.stringify(log, null, 1)}\n`).toMatchFileSnapshot('__snapshots__/report-rich.sarif.txt');
  });
});

test('every format ends with a line end or is empty, and names are closed', () => {
  for (const name of formatNames) {
    for (const sample of Object.values(samples)) expect(formats[name](sample, plain)).toMatch(/^$|\n$/);
    expect(isFormat(name)).toBe(true);
  }
  expect(isFormat('toString')).toBe(false);
});

describe('text', () => {
  test.each([
    [
      'clean',
      'No findings in 2 files (1 suppressed by a comment, 3 hidden below the level asked for: --level note shows them)\n',
    ],
    ['empty', 'No Python files to check\n'],
  ] as const)('%s is one line', (sample, expected) => {
    expect(formats.text(samples[sample], plain)).toBe(expected);
  });

  test('a part of the files may be none', () => {
    const part = { ...samples.empty, shard: '2/5' };
    expect(formats.text(part, plain)).toBe('No files in part 2 of 5\n');
    expect(formats.markdown(part, plain)).toBe('## nostall: No files in part 2 of 5\n');
  });

  test('problems are shown and counted, with and without findings', () => {
    const alone = formats.text(samples.problems, plain);
    expect(alone).toContain('sp ace/x:y,z.py:7: problem: rule await-in-a-row failed: 100% of it\n');
    expect(alone).toContain('No findings in 1 file; 3 problems kept nostall from doing all its work\n');
    expect(formats.text(samples.rich, plain)).toContain('locked.py: problem: cannot be read: permission denied\n');
  });

  const code = 'x = call(1)';
  const spans: readonly (readonly [name: string, line: string])[] = [
    ['ascii', code],
    ['tabs', `\t\tif a:\t${code}`],
    ['wide', `    s = "日本語"; ${code}`],
    ['fullwidth and halfwidth', `s = "Ａｱ"; ${code}`],
    ['emoji', `s = "😀👍🏽👨‍👩‍👧🇩🇪"; ${code}`],
    ['combining marks', `s = "e\u0301a\u0308"; ${code}`],
    ['control characters', `s = "\u001b[31m\u202e"; ${code}`],
    ['a long line', `s = "${'日x'.repeat(200)}"; ${code}; t = "${'-'.repeat(300)}"`],
    ['a long line, span at its end', `s = "${'x'.repeat(300)}"; ${code}`],
    ['a long line, span at its start', `${code}; s = "${'日'.repeat(300)}"`],
  ];
  test.each(spans)('carets stand under the span: %s', (_, line) => {
    const sample = new Sample('a.py', line);
    const [, source = '', carets = ''] = linesOf([sample.finding(sample.place(1, 'call(1)'))]);
    const before = source.slice(0, source.indexOf('call(1)'));
    expect(carets.indexOf('^')).toBe(textWidth(before));
    expect(carets.match(/\^+/)?.[0]).toBe('^'.repeat('call(1)'.length));
    expect(textWidth(source)).toBeLessThanOrEqual(plain.width);
    for (const raw of ['\t', '\u001b', '\u202e']) expect(source).not.toContain(raw);
  });

  test.each([
    ['a', 1],
    ['日', 2],
    ['Ａ', 2],
    ['한', 2],
    ['ｱ', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['😀', 2],
    ['👨‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['→', 1],
    ['\u200d', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('a span longer than the line shows its start', () => {
    const sample = new Sample('a.py', `call(${'x, '.repeat(200)}1)`);
    const [, source = '', carets = ''] = linesOf([sample.finding(sample.place(1, 'call(', '1)'))]);
    expect(source).toContain('| call(x, ');
    expect(textWidth(source)).toBeLessThanOrEqual(plain.width);
    expect(carets.split(' network')[0]?.length).toBeLessThanOrEqual(plain.width);
  });

  test.each([
    ['an empty span', 'f(', 3, 3, '^'],
    ['a span beyond the line', 'f(', 9, 12, '^'],
    ['an empty line', '', 1, 1, '^'],
  ])('%s gets one caret', (_, line, start, end, carets) => {
    const place = { path: 'a.py', start: { line: 1, column: start }, end: { line: 1, column: end } };
    const lines = linesOf([new Sample('a.py', line).finding(place)]);
    expect(lines[2]).toMatch(new RegExp(`\\| ${' '.repeat(Math.min(start - 1, line.length))}\\${carets}( |$)`));
  });

  test('a span over lines is underlined to the end of the first and says where it ends', () => {
    const sample = new Sample('a.py', 'x = call(  # why\n  1,\n)');
    expect(linesOf([sample.finding(sample.place(1, 'call(', ')', 3))])[2]).toBe(
      '     |     ^^^^^^^^^^^^... to line 3, network, unbounded, in handler',
    );
  });

  test('a finding without a chain takes six lines with its blank one', () => {
    const sample = new Sample('a.py', 'call(1)');
    const finding = sample.finding(sample.place(1, 'call(1)'), { why: 'it waits', advice: 'Do not' });
    expect(linesOf([finding]).indexOf('')).toBe(5);
  });

  test('explanations wrap at the width, but not inside backticks', () => {
    const sample = new Sample('a.py', 'call(1)');
    const advice = `${'word '.repeat(20)}\`a = await asyncio.to_thread(call, 1)\` ${'more '.repeat(20)}`;
    const lines = linesOf([sample.finding(sample.place(1, 'call(1)'), { advice })]);
    expect(lines.some((line) => line.includes('`a = await asyncio.to_thread(call, 1)`'))).toBe(true);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(plain.width);
  });

  test('colour changes nothing but colour', () => {
    for (const format of ['text', 'concise'] as const) {
      for (const sample of Object.values(samples)) {
        const coloured = formats[format](sample, { ...plain, colour: true });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out.
        expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(formats[format](sample, plain));
      }
    }
    expect(formats.text(samples.rich, { ...plain, colour: true })).toContain('\u001b[31m');
    expect(formats.text(samples.rich, plain)).not.toContain('\u001b');
  });

  test('every fact of a finding is there', () => {
    const shown = formats.text(samples.rich, { ...plain, width: 1000 });
    for (const finding of samples.rich.findings) {
      for (const fact of factsOf(finding)) expect(shown).toContain(fact);
    }
  });
});

test('concise has one line for each finding and problem', () => {
  const lines = formats.concise(samples.rich, plain).trimEnd().split('\n');
  expect(lines).toHaveLength(samples.rich.findings.length + 1);
  expect(lines[0]).toBe(
    'app/api.py:2:16: error no-blocking-io-in-async `requests.get` waits for the network on the loop',
  );
  expect(formats.concise(samples.clean, plain)).toBe('');
});

describe('json', () => {
  test.each(Object.entries(samples))('%s validates against the schema', (_, sample) => {
    validateReport(JSON.parse(formats.json(sample, plain)));
    expect(validateReport.errors).toBeNull();
  });

  test('the schema is strict and knows the words of the types', () => {
    const log = JSON.parse(formats.json(samples.rich, plain));
    expect(validateReport({ ...log, more: 1 })).toBe(false);
    expect(validateReport({ ...log, findings: [{ ...log.findings[0], more: 1 }] })).toBe(false);
    expect(validateReport({ ...log, findings: log.suppressed })).toBe(false);
    const { kind, cost, level } = schema.$defs;
    expect([kind.enum, cost.enum, level.enum]).toEqual([KINDS, COSTS, LEVELS]);
    expect(schema.$id).toBe(schemaUrl);
    expect(schema.properties.schema.const).toBe(schemaUrl);
  });

  test('carries every fact, in the order of the report', () => {
    const log = JSON.parse(formats.json(samples.rich, plain));
    expect(log.findings).toEqual(samples.rich.findings);
    expect(log.suppressed).toEqual(samples.rich.suppressed);
    expect(log.problems).toEqual(samples.rich.problems);
    expect(log.summary).toMatchObject({ files: 5, findings: 6, filesWithFindings: 3, hidden: 2, suppressed: 1 });
    expect(log.summary.levels).toEqual({ error: 4, warning: 1, note: 1 });
    expect(log.summary.rules).toEqual({ 'await-in-a-row': 1, 'no-blocking-io-in-async': 4, 'syntax-error': 1 });
  });

  test('json-lines has the same findings, then the summary', () => {
    const log = JSON.parse(formats.json(samples.rich, plain));
    const lines = formats['json-lines'](samples.rich, plain).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line));
    expect(parsed.slice(0, -1)).toEqual(log.findings);
    for (const line of parsed.slice(0, -1)) expect(validateFinding(line)).toBe(true);
    expect(parsed.at(-1)).toEqual({ summary: log.summary, problems: log.problems });
  });
});

describe('github', () => {
  test('escapes data and properties, and keeps each command on one line', () => {
    const lines = formats.github(samples.problems, plain).trimEnd().split('\n');
    expect(lines).toEqual([
      '::error file=sp ace/x%3Ay%2Cz.py,line=7,title=nostall::Rule await-in-a-row failed:%0A100%25 of it.',
      '::error file=locked.py,title=nostall::Cannot be read.',
      '::error title=nostall::The cache folder is not writable.',
      'No findings in 1 file; 3 problems kept nostall from doing all its work',
    ]);
  });

  test('problems stand before errors, errors before warnings, warnings before notices', () => {
    const kinds = formats.github(samples.rich, plain).split('\n').slice(0, -2);
    expect(kinds[0]).toContain('title=nostall::');
    const names = kinds.map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(names).toEqual('error error error error error warning notice'.split(' '));
  });

  test('notes are notices; columns only stand on a single line', () => {
    const [first, second] = formats.github(samples.odd, plain).split('\n');
    const file = 'src/ä b#c%25d/日本.py';
    const title = 'title=no-blocking-io-in-async';
    expect(first).toContain(`::error file=${file},line=2,endLine=2,col=15,endColumn=28,${title}::`);
    expect(second).toContain(`::notice file=${file},line=3,endLine=5,${title}::`);
  });

  test('every fact of a finding is there', () => {
    const annotations = decodeURIComponent(formats.github(samples.rich, plain).replace(/%(?!25|0D|0A|3A|2C)/g, '%25'));
    for (const { message, why, advice, chain, related } of samples.rich.findings) {
      for (const fact of [message, why, advice, ...[...chain, ...related].map((step) => step.text)]) {
        expect(annotations.toLowerCase()).toContain(fact.toLowerCase());
      }
    }
  });
});

function linesOf(findings: readonly Finding[]): string[] {
  return formats.text(report({ findings }), plain).split('\n');
}

function factsOf(finding: Finding): string[] {
  const { message, why, advice, effect, certainty, chain, related, rule, level, function: name } = finding;
  const facts = [
    `${level}[${rule}] ${message}`,
    why,
    advice,
    certainty ?? '',
    effect ? `${effect.kind}, ${effect.cost}` : '',
  ];
  if (name !== '<module>') facts.push(`in ${name}`);
  for (const step of [...chain, ...related]) {
    facts.push(step.text, step.source.trim());
    facts.push(step.place ? `${step.place.path}:${step.place.start.line}` : step.name);
  }
  return facts;
}
