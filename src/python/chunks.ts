/** Both bindings copy the text through a fixed buffer: 5,120 code units in web-tree-sitter, 32,768 in the native one. */
const CHUNK = 4096;

/**
 * Hands the text to tree-sitter piece by piece. Given whole, web-tree-sitter cuts it where its buffer ends, and a letter
 * outside the basic plane that straddles the cut is read as two broken characters.
 */
export function chunksOf(original: string): (index: number) => string {
  const text = readable(original);
  return (index) => {
    const end = index + CHUNK;
    if (end >= text.length) return text.slice(index);
    return text.slice(index, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
  };
}

/** To the grammar a lone \r is a blank, to Python it ends a line. The lengths stay the same, and so do all offsets. */
export function readable(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
