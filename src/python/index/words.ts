/** The words of all modules: most of them are used in many. */
const words = new Map<string, string>();
/** More than a large project has; what is looked up again later is then held twice at worst. */
const MOST = 100_000;
/** Longer ones are text, which hardly ever comes twice. */
const LONGEST = 40;

/** The text as it can be held for long: part of a file's text would keep all of it in memory. */
export function kept(text: string): string {
  if (text.length > LONGEST) return copied(text);
  let known = words.get(text);
  if (known === undefined) {
    if (words.size === MOST) words.clear();
    known = copied(text);
    words.set(known, known);
  }
  return known;
}

/** V8 copies a shorter part of a text by itself. */
const PART = 13;

/** A part of a file's text that does not keep all of it in memory. Adding to it and taking that away again is the quickest way. */
export function copied(part: string): string {
  return part.length < PART ? part : ` ${part}`.slice(1);
}
