import { createHash } from 'node:crypto';

const BLOCK = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;

/**
 * GitHub's `primaryLocationLineHash` of every line. `text` is the file as decoded from UTF-8, with its byte order mark
 * when it has one. Lines end at LF, CR and CRLF, as GitHub counts them; a line beyond the last gives an empty string.
 */
export function lineHashes(text: string): (line: number) => string {
  const { units, starts } = significantUnits(text);
  const ends = lowHalves(units, starts);
  return (line) => {
    const start = starts[line - 1];
    if (start === undefined) return '';
    const hash = blockHash(units, start);
    let occurrence = 1;
    // Few lines are asked for, and few agree in half of their hash: the others need not be worked out in full.
    for (let above = 0; above < line - 1; above++) {
      if (ends[above] === ends[line - 1] && blockHash(units, starts[above] as number) === hash) occurrence++;
    }
    return `${hash}:${occurrence}`;
  };
}

/** 16 hexadecimal digits that stay when the finding moves: `ordinal` counts equal ones in the same function. */
export function contextFingerprint(
  rule: string,
  functionName: string,
  normalisedSource: string,
  ordinal: number,
): string {
  const key = [rule, functionName, normalisedSource, ordinal].join('\0');
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** Source as fingerprints see it: indentation, line ends and spacing do not count. */
export function normaliseSource(source: string): string {
  return source.replace(/\s+/g, ' ').trim();
}

interface SignificantUnits {
  /** Without spaces and tabs, CR and CRLF as LF, the end mark, then zeros enough for a whole block. */
  readonly units: Uint16Array;
  /** Where each line starts in `units`. A file that ends with a line end has one more, empty line. */
  readonly starts: readonly number[];
}

function significantUnits(text: string): SignificantUnits {
  const units = new Uint16Array(text.length + 1 + BLOCK);
  const starts = [0];
  let length = 0;
  let afterReturn = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const skipped = unit === 0x20 || unit === 0x09 || (afterReturn && unit === 0x0a);
    afterReturn = unit === 0x0d;
    if (skipped) continue;
    const endsLine = unit === 0x0a || unit === 0x0d;
    units[length++] = endsLine ? 0x0a : unit;
    if (endsLine) starts.push(length);
  }
  units[length] = END_OF_FILE;
  return { units, starts };
}

/** The lower 32 bits of the hash of every line: those of the block one further on follow from those of the block before. */
function lowHalves(units: Uint16Array, starts: readonly number[]): Int32Array {
  const out = new Int32Array(starts.length);
  let hash = 0;
  for (let i = 0; i < BLOCK; i++) hash = (Math.imul(hash, BASE) + (units[i] as number)) | 0;
  let at = 0;
  for (let line = 0; line < starts.length; line++) {
    for (const start = starts[line] as number; at < start; at++) {
      const gone = Math.imul(units[at] as number, BASE_TO_BLOCK);
      hash = (Math.imul(hash, BASE) + (units[at + BLOCK] as number) - gone) | 0;
    }
    out[line] = hash;
  }
  return out;
}

/** `BASE ** BLOCK` modulo 2^32. */
const BASE_TO_BLOCK = Array.from({ length: BLOCK }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Polynomial over one block modulo 2^64, in four limbs of 16 bits: BigInt takes several times as long. */
function blockHash(units: Uint16Array, start: number): string {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = start; i < start + BLOCK; i++) {
    a = a * BASE + (units[i] as number);
    b = b * BASE + (a >>> 16);
    c = c * BASE + (b >>> 16);
    d = (d * BASE + (c >>> 16)) & 0xffff;
    a &= 0xffff;
    b &= 0xffff;
    c &= 0xffff;
  }
  const digits = [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('');
  return digits.replace(/^0+(?=.)/, '');
}
