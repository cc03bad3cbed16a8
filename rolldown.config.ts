import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'rolldown';
import { PACKED_MODELS, stubPaths } from './src/model-files.ts';
import { packModels } from './src/model-pack.ts';
import { buildIndex } from './src/python/index/build.ts';
import { createParser } from './src/python/parser.ts';

/** Packages whose code ends up in the bundle, and with it their licence. */
const BUNDLED = ['ignore', 'smol-toml', 'tree-sitter-python', 'web-tree-sitter', '@typescript-eslint/utils'];

const WASM = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'];

export default defineConfig({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    eslint: 'src/eslint.ts',
    worker: 'src/workers/worker.ts',
    'ahead-worker': 'src/workers/ahead-worker.ts',
  },
  platform: 'node',
  // web-tree-sitter carries code for debug builds that is never reached.
  checks: { eval: false, bundlerTimings: false },
  external: ['tree-sitter', 'tree-sitter-python'],
  plugins: [emptyDist(), assets()],
  transform: { target: 'node20' },
  output: {
    dir: 'dist',
    format: 'esm',
    // What is shorter is read sooner, which small checks notice.
    minify: true,
    // All chunks stand beside the assets, so that `new URL('./x.wasm', import.meta.url)` holds in each of them.
    chunkFileNames: '[name].js',
    // What every command needs, in one file: each further one costs start-up time.
    codeSplitting: {
      groups: [
        {
          name: 'common',
          priority: 2,
          test: /\bsrc.(?:homepage|types|version|config.near-miss|cli.(?:io|flags))\.ts$|package\.json$/,
        },
        // What a check begins with, and what it goes on with when files have to be read: each with all that it
        // imports, but for what that imports later.
        { name: 'command', priority: 1, test: /\bsrc.(?:cli.check|cache.cached-lint)\.ts$/ },
        { name: 'engine', test: /\bsrc.(?:lint|narrow.seen-outside)\.ts$/ },
      ],
    },
    banner: ({ name }) => (name === 'cli' ? '#!/usr/bin/env node' : ''),
  },
});

function emptyDist(): Plugin {
  return {
    name: 'empty-dist',
    renderStart: ({ dir = 'dist' }) => rmSync(dir, { recursive: true, force: true }),
  };
}

function assets(): Plugin {
  return {
    name: 'assets',
    async writeBundle({ dir = 'dist' }) {
      for (const path of WASM) cpSync(`node_modules/${path}`, `${dir}/${path.slice(path.lastIndexOf('/') + 1)}`);
      writeFileSync(`${dir}/${PACKED_MODELS}`, await packedModels('rules/models'));
      mkdirSync(`${dir}/rules`, { recursive: true });
      for (const name of readdirSync('rules')) {
        if (name.endsWith('.md')) cpSync(`rules/${name}`, `${dir}/rules/${name}`);
      }
      chmodSync(`${dir}/cli.js`, 0o755);
      writeFileSync(`${dir}/LICENSES.txt`, BUNDLED.map(licenceOf).join('\n'));
      writeFileSync(`${dir}/build.txt`, `${contentHash(dir)}\n`);
    },
  };
}

/** What the cache of results goes by: installs of one build share it, whatever times their files have. */
function contentHash(dir: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(dir).sort()) {
    if (/\.(?:js|wasm|bin)$/.test(name)) hash.update(name).update(readFileSync(`${dir}/${name}`));
  }
  return hash.digest('hex');
}

async function packedModels(folder: string): Promise<Uint8Array> {
  const parser = await createParser();
  const stubs = [...stubPaths(folder)].sort().map((path) => {
    const text = readFileSync(`${folder}/${path}`, 'utf8');
    return { path, text, index: buildIndex(path, parser.parse(text), (inner) => parser.parse(inner)) };
  });
  return packModels(stubs);
}

function licenceOf(name: string): string {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `${name}\n${'='.repeat(name.length)}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
}
