import { oneLine } from './words.ts';

/** In a cell of a table a bare `|` ends the cell, in code too. */
export type Where = 'text' | 'cell';

/** Text with names in backticks: these stay code, and nothing else is taken for markup. */
export function prose(text: string, where: Where = 'text'): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1), where) : escapeText(part)))
    .join('');
}

/** A code span, fenced by more backticks than stand inside of it. */
export function code(text: string, where: Where = 'text'): string {
  const shown = oneLine(text);
  if (shown.trim() === '') return escapeText(shown);
  // Renderers differ on what ends a cell after two backslashes.
  if (where === 'cell' && shown.includes('\\|')) return `<code>${escapeText(shown)}</code>`;
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  const inside = where === 'cell' ? shown.replaceAll('|', '\\|') : shown;
  return `${fence}${padding}${inside}${padding}${fence}`;
}

export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}

/** As character references, which mean the same in every renderer, inside and outside of tables and HTML. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&$!@]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
