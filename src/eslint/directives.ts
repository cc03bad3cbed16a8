import type { DirectiveType } from '@eslint/core';

export interface DirectiveComment {
  readonly type: DirectiveType;
  /** Rule ids, separated by commas; empty for all. */
  readonly value: string;
  readonly justification: string;
}

const TYPES: Readonly<Record<string, DirectiveType>> = {
  'eslint-disable': 'disable',
  'eslint-enable': 'enable',
  'eslint-disable-line': 'disable-line',
  'eslint-disable-next-line': 'disable-next-line',
};

/** It may stand behind another tool's comment, as in `# noqa: S113  # eslint-disable-line`. */
const DIRECTIVE = /(?:^|\s)#\s*(?<word>eslint-[a-z-]+)(?=\s|$)(?<rest>.*)$/s;

/** Reads a comment such as `# eslint-disable-next-line nostall/syntax-error -- generated`; null when it is something else. */
export function parseDirective(text: string): DirectiveComment | null {
  const { word = '', rest = '' } = DIRECTIVE.exec(text)?.groups ?? {};
  const type = TYPES[word];
  if (type === undefined) return null;
  // ESLint's own comments take two dashes or more between the rules and the reason.
  const [value = '', ...reason] = rest.split(/(?:^|\s)-{2,}\s/);
  return { type, value: value.trim(), justification: reason.join(' -- ').trim() };
}
