import type { Level } from '../types.ts';
import type { Io } from './io.ts';
import type { CommandLine } from './parse.ts';

/** The quietest level that is shown. */
export function levelAsked(line: CommandLine): Level {
  return (line.value('level') ?? 'warning') as Level;
}

/** Whether to parse with the native tree-sitter. */
export function isNative({ NOSTALL_PARSER }: Io['env']): boolean {
  return NOSTALL_PARSER === 'native';
}
