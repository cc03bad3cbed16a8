import { Ajv2020 } from 'ajv/dist/2020.js';
import { commandFromString } from 'azure-pipelines-task-lib/taskcommand.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import type { Edit, Finding, Position, Report } from '../src/types.ts';
import { fixableText, plain, report, Sample, samples } from './report-samples.ts';
import { demoReport } from './support/demo.ts';

/** What the formats give a meaning to, in all the places that the code under test may name. */
const hostile =
  'a|b\\|c `x|y` `p\\|q` ` <b>&amp;</b> ]]> "\' %0A%AZP25 ;]x ##vso[task.complete]\r\n\tnext\u0000\u001b[31m\u202e\ufffe\ud800 *_#![z](u)$@';
const dangerous = new Sample('a|`b];c\u0007/%3B<i>\ud800.py', 'call(1)  # &amp; \u0001\ncall(1)\n');
const twin = new Sample('src/twin.py', 'call(1)\ncall(1)\n');
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

const cases: Readonly<Record<string, Report>> = {
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
const each = Object.entries(cases);
const byRule = [...samples.rich.rules].map(({ id, url }) => [id, url] as const);

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
});

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
    'location?': location,
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

  test.each(['gitlab', 'rdjson'] as const)('%s holds no half of a surrogate pair', (format) => {
    expect(formats[format](cases.hostile as Report, plain)).not.toMatch(/\\ud[89a-f]/i);
  });

  test('a rule that the report lists has its page', () => {
    const urls = new Map<string, string | undefined>(byRule);
    for (const { code } of diagnosticsOf(samples.rich)) expect(code.url).toBe(urls.get(code.value));
  });
});

describe('azure', () => {
  test.each(each)('%s: the agent reads back what was meant, and one line more', (_, sample) => {
    const lines = formats.azure(sample, plain).split('\n');
    expect(lines).toHaveLength(sample.findings.length + sample.problems.length + 2);
    expect(lines.splice(-2)).toEqual([expect.stringMatching(/^[^#[\]]+$/), '']);
    const commands = lines.map((line) => commandFromString(line));
    expect(new Set(commands.map(({ command }) => command))).toEqual(new Set(lines.length > 0 ? ['task.logissue'] : []));

    const problems = commands.splice(0, sample.problems.length);
    for (const [index, { path, line }] of sample.problems.entries()) {
      expect(problems[index]?.properties).toEqual({
        type: 'error',
        ...(path !== null && { sourcepath: path }),
        ...(path !== null && line !== null && { linenumber: String(line) }),
        code: 'nostall',
      });
    }
    const seen = commands.map(({ properties }) => properties);
    const meant = sample.findings.map(({ level, rule, place }) => ({
      type: level === 'error' ? 'error' : 'warning',
      sourcepath: place.path,
      linenumber: String(place.start.line),
      columnnumber: String(place.start.column),
      code: rule,
    }));
    expect(seen).toHaveLength(meant.length);
    expect(seen).toEqual(expect.arrayContaining(meant));
  });

  test('errors stand before warnings, warnings before notes', () => {
    const lines = formats.azure(samples.rich, plain).split('\n');
    const paths = lines.slice(0, -2).map((line) => commandFromString(line).properties);
    expect(paths.map(({ type }) => type)).toEqual('error error error error error warning warning'.split(' '));
    expect(paths[5]).toMatchObject({ code: 'await-in-a-row' });
    expect(paths[6]).toMatchObject({ linenumber: '3', sourcepath: samples.odd.findings[1]?.place.path });
  });

  test('a message keeps its lines and its percent signs', () => {
    const finding = twin.finding(twin.place(1, 'call(1)'), {
      message: '100% of %0A and %AZP25',
      related: [{ place: null, name: 'os.stat', text: 'a]b;c', source: '' }],
    });
    const [line = ''] = formats.azure(report({ findings: [finding] }), plain).split('\n');
    expect(commandFromString(line).message).toBe('100% of %0A and %AZP25.\nalso os.stat: a]b;c');
  });
});

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

interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A JSON schema of an object with these properties and no other; a name that ends in `?` may be missing. */
function strictObject(properties: Readonly<Record<string, object>>) {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(named),
    required: Object.keys(properties).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

function pathFinding(path: string, more: Partial<Finding> = {}): Finding {
  const sample = new Sample(path, 'call(1)\n');
  return sample.finding(sample.place(1, 'call(1)'), more);
}

function count(list: readonly string[], item: string): number {
  return list.filter((one) => one === item).length;
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

/** As reports show it: on one line, and without what a terminal would act on. */
function clean(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace('\u0000', '␀')
    .replace('\u001b', '␛')
    .replace('\u0007', '␇')
    .replace(/[\u202e\ud800]/g, '\ufffd');
}
