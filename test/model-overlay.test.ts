import { describe, expect, test } from 'vitest';
import { nostall } from './support/readme.ts';
import { workspace } from './workspace.ts';

const CONFIG = { 'nostall.toml': 'models = ["lint"]\n' };

describe('a model of the user over one of nostall', () => {
  const APP = `import requests

async def f():
    session = requests.Session()
    session.get(1)
    session.post(2)
    session.ping(3)
    requests.get(4)
    requests.head(5)
    for line in session.get(6, stream=True).iter_lines():
        print(line)
`;
  const ALL = ['5 network', '6 network', '8 network', '9 network', '10 network', '10 network'];

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing', { 'acme.pyi': '' }, ALL],
    ['a function', { 'requests/api.pyi': '@blocks("file")\ndef get(url): ...\n' }, ALL.with(2, '8 file')],
    [
      'a method; what it returns is known from below',
      { 'requests/sessions.pyi': 'class Session:\n    def get(self, url, **kwargs) -> Response: ...\n' },
      ALL.filter((_, at) => at !== 0 && at !== 4),
    ],
    [
      'a method more',
      { 'requests/sessions.pyi': 'class Session:\n    @computes\n    def ping(self, url): ...\n' },
      ['5 network', '6 network', '7 cpu', '8 network', '9 network', '10 network', '10 network'],
    ],
    ['what a package imports', { 'requests.pyi': 'def head(url): ...\n' }, ALL.filter((one) => one !== '9 network')],
    [
      'a base more',
      {
        'requests/sessions.pyi':
          'class Pinging:\n    @blocks("wait")\n    def ping(self, x): ...\nclass Session(Pinging): ...\n',
      },
      ['5 network', '6 network', '7 wait', '8 network', '9 network', '10 network', '10 network'],
    ],
  ])('%s', async (_, stubs, expected) => {
    const files = Object.entries(stubs).map(([name, text]) => [`lint/${name}`, text]);
    const cwd = workspace({ ...CONFIG, 'a.py': APP, ...Object.fromEntries(files) });
    const { out, err } = await nostall(['--format', 'json', '--level', 'note', 'a.py'], cwd);
    const { findings } = JSON.parse(out) as {
      findings: { place: { start: { line: number } }; effect: { kind: string } }[];
    };
    expect(err).toBe('');
    expect(findings.map(({ place, effect }) => `${place.start.line} ${effect.kind}`)).toEqual(expected);
  });

  test('keeps to the line of its own faults', async () => {
    const stub = '\n\n@stalls\ndef get(url): ...\n';
    const cwd = workspace({ ...CONFIG, 'a.py': APP, 'lint/requests/api.pyi': stub });
    const { code, out } = await nostall(['--format', 'json'], cwd);
    const { problems } = JSON.parse(out) as { problems: { path: string; line: number; message: string }[] };
    expect(code).toBe(2);
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: model: unknown decorator `@stalls`',
    ]);
  });
});
