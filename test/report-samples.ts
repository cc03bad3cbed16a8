import { contextFingerprint, lineHashes, normaliseSource } from '../src/report/fingerprint.ts';
import type { ReportOptions } from '../src/report/index.ts';
import type { Finding, Place, Report, RuleInfo, Step } from '../src/types.ts';

export const plain: ReportOptions = {
  colour: false,
  width: 100,
  statistics: false,
  sarifCategory: null,
  includeSuppressed: false,
};

const docs = `# no-blocking-io-in-async

## What it does

Finds calls that keep the event loop's thread waiting,
also [through helpers](#chains).

## Example

\`\`\`python
time.sleep(1)
\`\`\`
`;

export const rules: readonly RuleInfo[] = [
  rule('await-in-a-row', 'AwaitInARow', 'warning', ['asyncio', 'performance']),
  rule('no-blocking-io-in-async', 'NoBlockingIoInAsync', 'error', ['asyncio', 'asyncio', 'performance']),
  rule('syntax-error', 'SyntaxError', 'error', ['syntax']),
];

/** A file, and the places of texts in it. */
export class Sample {
  readonly path: string;
  readonly text: string;
  private readonly lines: readonly string[];
  private readonly hashOf: (line: number) => string;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.lines = text.split(/\r\n|\r|\n/);
    this.hashOf = lineHashes(text);
  }

  /** From the start of `first` on `line` to the end of `last`, on the same line unless `endLine` says another. */
  place(line: number, first: string, last: string = first, endLine: number = line): Place {
    const start = this.line(line).indexOf(first);
    const end = this.line(endLine).indexOf(last);
    if (start < 0 || end < 0) throw new Error(`${this.path}:${line} has no ${first} or ${last}`);
    return {
      path: this.path,
      start: { line, column: start + 1 },
      end: { line: endLine, column: end + last.length + 1 },
    };
  }

  step(line: number, span: string, name: string, text: string): Step {
    return { place: this.place(line, span), name, text, source: this.line(line) };
  }

  finding(place: Place, more: Partial<Finding> = {}): Finding {
    const source = this.lines.slice(place.start.line - 1, place.end.line);
    const base: Finding = {
      rule: 'no-blocking-io-in-async',
      level: 'error',
      message: '`requests.get` waits for the network on the loop',
      why: '',
      advice: '',
      place,
      function: 'handler',
      source,
      effect: { kind: 'network', cost: 'unbounded' },
      certainty: null,
      chain: [],
      related: [],
      fingerprint: '',
      lineHash: this.hashOf(place.start.line),
      fix: null,
      suppression: null,
      ...more,
    };
    return {
      ...base,
      fingerprint: contextFingerprint(base.rule, base.function, normaliseSource(source.join('\n')), 0),
    };
  }

  private line(line: number): string {
    return this.lines[line - 1] ?? '';
  }
}

export function report(more: Partial<Report> = {}): Report {
  return {
    version: '1.2.3',
    findings: [],
    suppressed: [],
    hidden: 0,
    baselined: 0,
    unchanged: 0,
    problems: [],
    files: 0,
    shard: null,
    rules,
    elapsed: 1234,
    ...more,
  };
}

const api = new Sample(
  'app/api.py',
  [
    'async def read_user(user_id):',
    '    response = requests.get(f"https://example.org/{user_id}")',
    '    store(response)',
    '    a = await fetch(1)',
    '    b = await fetch(2)',
    '    time.sleep(1)  # nostall: ignore[no-blocking-io-in-async] -- a test double',
    '',
  ].join('\n'),
);
const db = new Sample(
  'app/db.py',
  'def store(row):\n    if row:\n        write_row(row)\n\ndef write_row(row):\n\tcursor.execute(SQL, row)\n',
);
const broken = new Sample('app/broken.py', 'async def f(:\n    pass\n');
const odd = new Sample(
  'src/ä b#c%d/日本.py',
  '\ufeffasync def f():\r\n\ts = "😀 中文"; time.sleep(1)\r\n\tresult = subprocess.run(\r\n\t\t["ls"],\r\n\t)\r\n',
);

const direct = api.finding(api.place(2, 'requests.get', '")'), {
  why: 'every other task waits until the answer is here',
  advice:
    'Use `httpx.AsyncClient.get`, which waits without holding the loop, or move the call to a thread with `asyncio.to_thread`',
  function: 'read_user',
});
const chained = api.finding(api.place(3, 'store(response)'), {
  message: '`store` reaches `Cursor.execute`, which waits for the database on the loop',
  advice: 'Use `asyncpg`',
  function: 'read_user',
  effect: { kind: 'db', cost: 'unbounded' },
  chain: [
    api.step(3, 'store(response)', 'app.api.read_user', '`read_user` calls `store`'),
    db.step(3, 'write_row(row)', 'app.db.store', '`store` calls `write_row`'),
    db.step(6, 'cursor.execute(SQL, row)', 'app.db.write_row', '`write_row` calls `handlers[name](row)`'),
    { place: null, name: 'sqlite3.Cursor.execute', text: 'waits for the database', source: '' },
  ],
  related: [
    db.step(2, 'row', 'app.db.store', '`store` also looks at [row](https://example.org)'),
    { place: null, name: 'os.stat', text: 'asks the file system', source: '' },
  ],
});
const inARow = api.finding(api.place(4, 'await fetch(1)', 'await fetch(2)', 5), {
  rule: 'await-in-a-row',
  level: 'warning',
  message: '2 awaits, one after another: the time of the sum, not of the slowest',
  advice: 'Start both in an `asyncio.TaskGroup`.',
  function: 'read_user',
  effect: null,
  certainty: 'proven',
  related: [api.step(5, 'await fetch(2)', 'fetch', 'this one could start with the first')],
});
const silenced = api.finding(api.place(6, 'time.sleep(1)'), {
  message: '`time.sleep` stops the loop',
  effect: { kind: 'sleep', cost: 'unbounded' },
  suppression: {
    kind: 'nostall',
    reason: 'a test double',
    place: api.place(6, '# nostall: ignore[no-blocking-io-in-async]'),
  },
});
const syntax = broken.finding(broken.place(1, ':'), {
  rule: 'syntax-error',
  message: '`:` fits nowhere here',
  function: '<module>',
  effect: null,
});
const afterEmoji = odd.finding(odd.place(2, 'time.sleep(1)'), {
  message: '`time.sleep` stops the loop',
  function: 'f',
  effect: { kind: 'sleep', cost: 'unbounded' },
});
const severalLines = odd.finding(odd.place(3, 'subprocess.run(', ')', 5), {
  level: 'note',
  message: '`subprocess.run` waits for a process',
  function: 'f',
  effect: { kind: 'process', cost: 'unbounded' },
});

const fixable = new Sample(
  'app/é.py',
  'async def f():\r\n    s = "😀"; x = (open("é")  # slow\r\n        .read())\r\n    import os; time.sleep(1)\r\n',
);
const twoEdits = fixable.finding(fixable.place(2, 'open(', '.read()', 3), {
  function: 'f',
  fix: {
    description: 'Move it to a thread',
    edits: [
      { start: { line: 2, column: 19 }, end: { line: 2, column: 19 }, text: 'await asyncio.to_thread(lambda: ' },
      { start: { line: 3, column: 16 }, end: { line: 3, column: 16 }, text: ')  # ✓\n' },
    ],
  },
});
const lineGone = fixable.finding(fixable.place(4, 'time.sleep(1)'), {
  level: 'note',
  function: 'f',
  fix: {
    description: 'Drop the line',
    edits: [{ start: { line: 4, column: 1 }, end: { line: 5, column: 1 }, text: '' }],
  },
});
/** Its first edit is in a line that the finding does not carry. */
const farEdit = fixable.finding(fixable.place(4, 'import os'), {
  level: 'warning',
  function: 'f',
  fix: {
    description: 'Import it above',
    edits: [
      { start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, text: 'import os\n' },
      { start: { line: 4, column: 5 }, end: { line: 4, column: 14 }, text: '' },
    ],
  },
});

export const fixableText = fixable.text;

export const samples = {
  empty: report({ rules: [] }),
  clean: report({ files: 2, hidden: 3, suppressed: [silenced] }),
  syntaxError: report({ files: 1, findings: [syntax] }),
  odd: report({ files: 1, findings: [afterEmoji, severalLines] }),
  fixes: report({ files: 1, findings: [twoEdits, farEdit, lineGone], shard: '2/5', baselined: 4, unchanged: 1 }),
  problems: report({
    files: 1,
    problems: [
      { path: 'sp ace/x:y,z.py', line: 7, message: 'rule await-in-a-row failed:\n100% of it' },
      { path: 'locked.py', line: null, message: 'cannot be read' },
      { path: null, line: null, message: 'the cache folder is not writable' },
    ],
  }),
  rich: report({
    files: 5,
    findings: [direct, chained, inARow, syntax, afterEmoji, severalLines],
    suppressed: [silenced],
    hidden: 2,
    problems: [{ path: 'locked.py', line: null, message: 'cannot be read: permission denied' }],
  }),
} as const satisfies Readonly<Record<string, Report>>;

function rule(id: string, name: string, level: RuleInfo['level'], tags: readonly string[]): RuleInfo {
  const description = `Finds what ${id} stands for`;
  return { id, name, description, docs, url: `https://example.org/#${id}`, level, tags, precision: 'high' };
}
