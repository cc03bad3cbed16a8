import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import type { Edit, Position, Report } from '../src/types.ts';
import { fixableText, plain, report, samples } from './report-samples.ts';
import { cases, each, strictObject } from './support/report-cases.ts';

const byRule = [...samples.rich.rules].map(({ id, url }) => [id, url] as const);

describe('rdjson', () => {
  const position = {
    type: 'object',
    properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
    required: ['line'],
    additionalProperties: false,
  };
  const range = strictObject({ start: position, 'end?': position });
  const location = strictObject({ path: { type: 'string', minLength: 1 }, 'range?': range });
  const diagnostic = strictObject({
    message: { type: 'string', minLength: 1 },
    location,
    severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
    code: strictObject({ value: { type: 'string' }, 'url?': { type: 'string' } }),
    'suggestions?': { type: 'array', items: strictObject({ range, text: { type: 'string' } }) },
    'related_locations?': { type: 'array', items: strictObject({ message: { type: 'string' }, location }) },
  });
  const source = strictObject({ name: { const: 'nostall' }, url: { type: 'string' } });
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
    strictObject({ source, diagnostics: { type: 'array', items: diagnostic } }),
  );
  interface Diagnostic {
    readonly code: { readonly value: string; readonly url?: string };
    readonly location: { readonly range: Span };
    readonly suggestions?: readonly { readonly range: Span; readonly text: string }[];
  }
  const diagnosticsOf = (sample: Report): readonly Diagnostic[] =>
    JSON.parse(formats.rdjson(sample, plain)).diagnostics;

  test.each(each)('%s: only what the format knows, one diagnostic for each finding and problem', (_, sample) => {
    const result = JSON.parse(formats.rdjson(sample, plain));
    validate(result);
    expect(validate.errors).toBeNull();
    expect(result.diagnostics).toHaveLength(sample.findings.length + sample.problems.length);
  });

  test.each(each)('%s: columns count bytes', (_, sample) => {
    const diagnostics = diagnosticsOf(sample);
    for (const [index, { place, source }] of sample.findings.entries()) {
      const { start, end } = (diagnostics[index] as Diagnostic).location.range;
      expect([start.line, end.line]).toEqual([place.start.line, place.end.line]);
      const before = (source[0] ?? '').slice(0, place.start.column - 1);
      const upTo = (source.at(-1) ?? '').slice(0, place.end.column - 1);
      const bytes = (line?: string) => Buffer.from(line ?? '');
      expect(
        bytes(source[0])
          .subarray(0, start.column - 1)
          .toString(),
      ).toBe(before);
      expect(
        bytes(source.at(-1))
          .subarray(0, end.column - 1)
          .toString(),
      ).toBe(upTo);
    }
  });

  test('columns after emoji are further right than in UTF-16', () => {
    const [first] = diagnosticsOf(samples.odd);
    // A tab, `s = "`, four bytes of emoji, a space, twice three bytes, then `"; `.
    expect(first?.location.range.start).toEqual({ line: 2, column: 21 });
    expect(samples.odd.findings[0]?.place.start.column).toBe(15);
  });

  test('a suggestion does to the bytes of the file what the fix does to its text', () => {
    const diagnostics = diagnosticsOf(samples.fixes);
    expect(diagnostics.map(({ suggestions }) => suggestions?.length)).toEqual([1, undefined, 1]);
    for (const [index, { fix }] of samples.fixes.findings.entries()) {
      const [suggestion] = diagnostics[index]?.suggestions ?? [];
      if (!suggestion) continue;
      const result = spliced(Buffer.from(fixableText), suggestion.range, suggestion.text);
      expect(result.replaceAll('\r\n', '\n')).toBe(edited(fixableText, fix?.edits ?? []).replaceAll('\r\n', '\n'));
    }
  });

  test('holds no half of a surrogate pair', () => {
    expect(formats.rdjson(cases.hostile as Report, plain)).not.toMatch(/\\ud[89a-f]/i);
  });

  test('what belongs to no file stands at the root', () => {
    const problems = [{ path: null, line: null, message: 'the cache cannot be written' }];
    const [only] = JSON.parse(formats.rdjson(report({ problems }), plain)).diagnostics;
    expect(only.location).toEqual({ path: '.' });
  });

  test('a rule that the report lists has its page', () => {
    const urls = new Map<string, string | undefined>(byRule);
    for (const { code } of diagnosticsOf(samples.rich)) expect(code.url).toBe(urls.get(code.value));
  });
});

interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces a range with byte columns, by the bytes. */
function spliced(file: Buffer, { start, end }: Span, text: string): string {
  const offset = ({ line, column }: Position) => {
    let from = 0;
    for (let number = 1; number < line; number++) from = file.indexOf(0x0a, from) + 1;
    return from + column - 1;
  };
  return Buffer.concat([file.subarray(0, offset(start)), Buffer.from(text), file.subarray(offset(end))]).toString();
}

/** Edits with UTF-16 columns, the last one first. */
function edited(text: string, edits: readonly Edit[]): string {
  const offset = ({ line, column }: Position) => {
    const before = text.split('\n').slice(0, line - 1);
    return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  };
  let result = text;
  for (const edit of edits.toReversed()) {
    result = result.slice(0, offset(edit.start)) + edit.text + result.slice(offset(edit.end));
  }
  return result;
}
