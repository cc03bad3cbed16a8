import { describe, expect, test } from 'vitest';
import { nodesOf } from '../src/python/node.ts';
import { createParser } from '../src/python/parser.ts';
import { LineTable } from '../src/python/positions.ts';

describe('node views', () => {
  const text = 'x = 1\nasync def f(a):\n    return await g(a, b=1)  # c\n';
  const parse = async () => (await createParser()).parse(text);

  test('are the same object for the same index', async () => {
    const tree = await parse();
    const views = nodesOf(tree);
    expect(nodesOf(tree)).toBe(views);
    const first = views.node(1);
    expect(views.node(1)).toBe(first);
    expect(views.root.children[0]).toBe(first);
    expect(views.node(2).parent).toBe(first);
    expect(nodesOf(await parse()).node(1)).not.toBe(first);
    expect(() => views.node(tree.count)).toThrow(RangeError);
  });

  test('tell type, place and kin', async () => {
    const definition = nodesOf(await parse()).root.namedChildren[1]!;
    expect([definition.type, definition.named]).toEqual(['function_definition', true]);
    expect([definition.start, definition.end, definition.range]).toEqual([6, 53, [6, 53]]);
    expect(definition.loc).toEqual({ start: { line: 2, column: 0 }, end: { line: 3, column: 31 } });
    expect(definition.children.map((child) => child.type)).toEqual(
      'async def identifier parameters : block'.split(' '),
    );
    expect(definition.children.map((child) => child.named)).toEqual([false, false, true, true, false, true]);
    expect(definition.field('name')?.text).toBe('f');
    expect(definition.field('return_type')).toBeNull();
    expect(definition.parent?.parent).toBeNull();
    const call = definition.field('body')!.children[0]!.namedChildren[0]!.namedChildren[0]!;
    expect([call.type, call.text, call.field('function')?.text]).toEqual(['call', 'g(a, b=1)', 'g']);
    const keyword = call.parent!.children[0]!;
    expect([call.parent!.type, call.parent!.named]).toEqual(['await', true]);
    expect([keyword.type, keyword.named, keyword.text, keyword.children]).toEqual(['await', false, 'await', []]);
  });
});

describe('lines', () => {
  test.each<[string, readonly string[]]>([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['\n\n', ['', '', '']],
    ['a\r\nb\nc\rd', ['a', 'b', 'c', 'd']],
    ['\r\r\n\n\r', ['', '', '', '', '']],
    ['a\u2028b\fc\n\u{1f40d}', ['a\u2028b\fc', '\u{1f40d}']],
  ])('of %j', (text, lines) => {
    const table = new LineTable(text);
    expect(Array.from({ length: table.count }, (_, i) => table.lineText(i + 1))).toEqual(lines);
    expect([table.lineText(0), table.lineText(table.count + 1)]).toEqual(['', '']);
    // Walk the text by hand: an offset belongs to the line whose end it does not pass.
    let line = 1;
    let start = 0;
    for (let offset = 0; offset <= text.length; offset++) {
      expect(table.positionOf(offset)).toEqual({ line, column: offset - start + 1 });
      expect(table.lineOf(offset)).toBe(line);
      const ends = text[offset] === '\n' || (text[offset] === '\r' && text[offset + 1] !== '\n');
      if (!ends) continue;
      line++;
      start = offset + 1;
      expect(table.startOf(line)).toBe(start);
    }
  });
});
