import { lintTexts } from './lint-texts.ts';

const sleeper = [
  'import time',
  '',
  'def wait():',
  '    time.sleep(1)',
  '',
  'async def f():',
  '    wait()',
  '    wait()',
  '',
];

/** Files of the kinds that reports get wrong, by path; each has a finding. */
export const oddTexts: Readonly<Record<string, string>> = {
  'bom.py': `\ufeff${sleeper.join('\n')}`,
  'bom-crlf.py': `\ufeff${sleeper.join('\r\n')}`,
  'crlf.py': sleeper.join('\r\n').replaceAll('    ', '\t'),
  'cr.py': sleeper.join('\r'),
  'emoji.py': 'import time\n\nasync def f():\n    s = "😀é中👨‍👩‍👧"; time.sleep(1); t = "😀"; time.sleep(2)\n',
  'src/ä b#c%d/日本.py': 'import subprocess\n\nasync def f():\n    subprocess.run(\n        ["😀"],\n    )\n',
  'broken.py': 'async def f(:\n    pass\n',
  'no-end.py': 'import time\nasync def f():\n  time.sleep(1)',
};

export const oddReport = await lintTexts({ ...oddTexts, 'empty.py': '', 'only-bom.py': '\ufeff' });
