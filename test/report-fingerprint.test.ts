import { describe, expect, test } from 'vitest';
import { contextFingerprint, lineHashes, normaliseSource } from '../src/report/fingerprint.ts';
import { slowLineHashes } from './support/line-hashes.ts';

describe('fingerprints', () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['empty', ''],
    ['one line, no line end', 'x = 1'],
    ['tabs and spaces', '\tif x :\n\t    y = 1\n  \t\n'],
    ['CRLF', 'a = 1\r\n\r\nb = 2\r\n'],
    ['CR', 'a\rb\r\rc'],
    ['mixed line ends, a space between', 'a\r \nb\n\r\nc\r\r\nd'],
    ['repeated lines', 'same line of text here\n'.repeat(30)],
    ['repeated short lines', 'x\n'.repeat(250)],
    ['emoji and astral text', 's = "😀é中"\n'.repeat(9)],
    ['byte order mark, no final newline', '\ufeffa = 1\nb = 2'],
    ['the largest unit', `${'\uffff'.repeat(150)}\n${'\uffff'.repeat(99)}`],
    ['longer than a block', `${'abc def '.repeat(40)}\n${'abc def '.repeat(40)}x\n`],
  ];
  test.each(texts)('line hashes are those of the definition: %s', (_, text) => {
    const expected = slowLineHashes(text);
    const hashOf = lineHashes(text);
    expect(expected.map((__, index) => hashOf(index + 1))).toEqual(expected);
    expect(hashOf(expected.length + 1)).toBe('');
  });

  test('a file without text has the hash that GitHub gives it', () => {
    expect(lineHashes('')(1)).toBe('c129715d7a2bc9a3:1');
    expect(lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10))(6)).toBe('a7f2ff13bc495cf2:6');
    expect(lineHashes(' a\nb\n  \t\tc\n d')(2)).toBe('54703d4cd895b18:1');
  });

  test('context fingerprints depend on each part, not on spacing', () => {
    const parts = ['rule', 'f', 'time.sleep(1)', 0] as const;
    const fingerprint = contextFingerprint(...parts);
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    const others = [
      contextFingerprint('rulef', '', 'time.sleep(1)', 0),
      contextFingerprint('rule', 'g', 'time.sleep(1)', 0),
      contextFingerprint('rule', 'f', 'time.sleep(2)', 0),
      contextFingerprint('rule', 'f', 'time.sleep(1)', 1),
    ];
    expect(new Set([fingerprint, ...others]).size).toBe(5);
    expect(normaliseSource('  f(\r\n\t1,  2)\n')).toBe('f( 1, 2)');
  });
});
