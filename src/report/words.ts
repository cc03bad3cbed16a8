import type { Place } from '../types.ts';

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** Closes a sentence that comes without its final period; leaves an empty text empty. */
export function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Joins texts as sentences of one paragraph, each with its capital letter and its period. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => sentence(`${part[0]?.toUpperCase()}${part.slice(1)}`))
    .join(' ');
}

export function at(place: Place): string {
  return oneLine(`${place.path}:${place.start.line}:${place.start.column}`);
}

export function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]+\s*/g, ' '));
}

/**
 * Shows what a terminal would act on instead of letting it act: control characters, and the direction marks that make
 * code read differently from what runs. Keeps tabs, and keeps the length in UTF-16 units.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (unit) => {
    const code = unit.charCodeAt(0);
    if (unit === '\t') return unit;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${wellFormed(text.slice(0, limit - 1))}…`;
}

/** A cut may halve a surrogate pair; `encodeURIComponent` and strict JSON readers refuse the rest. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
