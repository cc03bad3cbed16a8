import { createRequire } from 'node:module';
import { FileError, fileSize, readPart } from './files.ts';
import type { ModuleIndex } from './python/index/module-index.ts';
import { PACK_FORMAT, packIndex } from './python/index/pack.ts';
import { unpackIndex } from './python/index/unpack.ts';
import { version } from './version.ts';

/** Many stubs in one file: their indices, each to be read by itself, and their texts, all together. */
export interface ModelPack {
  /** Paths are relative to the folder that the stubs were in. */
  readonly paths: () => readonly string[];
  readonly has: (path: string) => boolean;
  readonly index: (path: string) => ModuleIndex;
  readonly text: (path: string) => string;
}

export interface PackedStub {
  readonly path: string;
  readonly index: ModuleIndex;
  readonly text: string;
}

/**
 * A line that says what it is and how long its parts are, the table of the paths with the lengths of their indices, the
 * indices, the texts.
 */
export function packModels(stubs: readonly PackedStub[]): Uint8Array {
  const indices = stubs.map(({ index }) => packIndex(index));
  const lengths = indices.map(({ length }) => length);
  const table = Buffer.from(JSON.stringify([stubs.map(({ path }) => path), lengths] satisfies Table));
  const texts = zlib().deflateRawSync(JSON.stringify(stubs.map(({ text }) => text)), { level: 9 });
  const parts = [table.length, lengths.reduce((sum, length) => sum + length, 0), texts.length];
  const head = Buffer.from(`${TITLE} ${parts.join(' ')} `.padEnd(HEAD - 1).concat('\n'));
  return Buffer.concat([head, table, ...indices, texts]);
}

type Table = readonly [paths: readonly string[], lengths: readonly number[]];

const HEAD = 128;
const TITLE = `nostall ${version}, models, format ${PACK_FORMAT}:`;
const MEND = 'install nostall again';

/** Throws FileError when it is none of this version, or not as long as it says. */
export function openPack(file: string): ModelPack {
  const size = fileSize(file);
  const head = textOf(readPart(file, 0, Math.min(size, HEAD)));
  if (!head.startsWith(`${TITLE} `)) throw new FileError('read', file, `no models of nostall ${version}: ${MEND}`);
  const [tableLength = 0, indicesLength = 0, textsLength = 0] = head.slice(TITLE.length).trim().split(' ').map(Number);
  const textsAt = HEAD + tableLength + indicesLength;
  if (size !== textsAt + textsLength) throw new FileError('read', file, `it is cut short: ${MEND}`);
  let known: ReadonlyMap<string, Place> | null = null;
  let texts: readonly string[] | null = null;

  const places = (): ReadonlyMap<string, Place> => {
    known ??= placesIn(textOf(readPart(file, HEAD, tableLength)), HEAD + tableLength);
    return known;
  };
  const placeOf = (path: string): Place => {
    const place = places().get(path);
    if (place === undefined) throw new FileError('read', `${file}/${path}`, 'no such stub');
    return place;
  };
  return {
    has: (path) => places().has(path),
    paths: () => [...places().keys()],
    index(path) {
      const { start, length } = placeOf(path);
      return unpackIndex(`${file}/${path}`, readPart(file, start, length));
    },
    text(path) {
      const { at } = placeOf(path);
      texts ??= JSON.parse(
        zlib()
          .inflateRawSync(readPart(file, textsAt, textsLength))
          .toString(),
      ) as readonly string[];
      return texts[at] as string;
    },
  };
}

interface Place {
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

function placesIn(table: string, first: number): Map<string, Place> {
  const [paths, lengths] = JSON.parse(table) as Table;
  const places = new Map<string, Place>();
  let start = first;
  for (let at = 0; at < paths.length; at++) {
    const length = lengths[at] as number;
    places.set(paths[at] as string, { at, start, length });
    start += length;
  }
  return places;
}

function textOf({ buffer }: Uint8Array): string {
  return Buffer.from(buffer).toString();
}

/** Texts are seldom asked for, and sooner than a promise would be kept. */
function zlib(): typeof import('node:zlib') {
  return createRequire(import.meta.url)('node:zlib') as typeof import('node:zlib');
}
