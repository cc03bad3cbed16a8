import { homepage } from '../../src/homepage.ts';

export interface Block {
  /** Of the opening fence. */
  readonly line: number;
  readonly language: string;
  /** What follows the language: `bad` in a fence that opens with "python bad". */
  readonly tag: string;
  readonly text: string;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
}

interface Markdown {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** Everything outside of fences. */
  readonly prose: string;
}

export function readMarkdown(text: string): Markdown {
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const prose: string[] = [];
  let open: { line: number; fence: string; info: string; lines: string[] } | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    const fence = /^(`{3,})(.*)$/.exec(line);
    if (open !== null) {
      if (fence?.[1] !== open.fence || fence[2] !== '') open.lines.push(line);
      else {
        const [language = '', tag = ''] = open.info.split(' ', 2);
        blocks.push({ line: open.line, language, tag, text: open.lines.map((one) => `${one}\n`).join('') });
        open = null;
      }
    } else if (fence !== null) open = { line: at + 1, fence: fence[1]!, info: fence[2]!.trim(), lines: [] };
    else {
      prose.push(line);
      const heading = /^(#+) (.+)$/.exec(line);
      if (heading !== null) headings.push({ depth: heading[1]!.length, text: heading[2]! });
    }
  }
  if (open !== null) throw new Error(`line ${open.line}: this block is never closed`);
  return { blocks, headings, prose: prose.join('\n') };
}

/** Targets of links that do not leave the project. */
export function localLinks(prose: string): string[] {
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Addresses that are neither nostall's own nor made up. */
export function foreignUrls(text: string): string[] {
  const urls = [...text.matchAll(/https?:\/\/[^\s)>`'"]+/g)].map(([url]) => url);
  return urls.filter((url) => !url.startsWith(homepage) && !/^https?:\/\/[\w.-]+\.example(?:[/:]|$)/.test(url));
}

/** The anchor that a page gives to a heading. */
export function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
  return kept.trim().replaceAll(' ', '-');
}
