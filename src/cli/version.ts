import { createParser } from '../python/parser.ts';
import { version } from '../version.ts';
import { isNative } from './asked.ts';
import type { Io } from './io.ts';

export async function versionText({ env, platform }: Io): Promise<string> {
  const { backend } = await createParser({ native: isNative(env) });
  return `nostall ${version}\nparser: ${PARSERS[backend]}\nplatform: ${platform}\n`;
}

const PARSERS = {
  wasm: 'tree-sitter, WebAssembly',
  'wasm-cursor': 'tree-sitter, WebAssembly, read node by node',
  native: 'tree-sitter, native',
} as const;
