import { azure } from './azure.ts';
import { concise } from './concise.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { jsonLines } from './json-lines.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Formatter } from './options.ts';
import { rdjson } from './rdjson.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export type { Formatter, ReportOptions } from './options.ts';

export type Format =
  | 'text'
  | 'concise'
  | 'json'
  | 'json-lines'
  | 'sarif'
  | 'github'
  | 'gitlab'
  | 'junit'
  | 'rdjson'
  | 'azure'
  | 'markdown';

export const formats: Readonly<Record<Format, Formatter>> = {
  text,
  concise,
  json,
  'json-lines': jsonLines,
  sarif,
  github,
  gitlab,
  junit,
  rdjson,
  azure,
  markdown,
};

export const formatNames = Object.keys(formats) as readonly Format[];

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
