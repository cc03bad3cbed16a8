/**
 * Whether lines of a .gitignore may have a say about a path or a folder above it. Most paths have nothing in common with
 * any line, which costs a fraction to see of what matching each line does.
 */
export function mayMatch(lines: readonly string[]): (path: string) => boolean {
  const names = new Set<string>();
  const loose: string[] = [];
  for (const line of lines) {
    if (line.startsWith('#')) continue;
    const pattern = line.replace(/^!/, '').replace(/ +$/, '');
    const name = pattern.replace(/^\/|\/$/g, '');
    if (PLAIN.test(name)) names.add(name);
    else if (pattern !== '') loose.push(needleOf(pattern));
  }
  const needles = loose.length === 0 ? null : new RegExp(loose.join('|'));
  const folders = new Map<string, boolean>();
  return (path) => {
    if (needles?.test(path)) return true;
    if (names.size === 0) return false;
    const slash = path.lastIndexOf('/');
    if (names.has(path.slice(slash + 1))) return true;
    if (slash < 0) return false;
    // Many files share a folder.
    const folder = path.slice(0, slash);
    let known = folders.get(folder);
    if (known === undefined) {
      known = folder.split('/').some((part) => names.has(part));
      folders.set(folder, known);
    }
    return known;
  };
}

/** One name, without wildcards, escapes, classes or white space that may not count. */
const PLAIN = /^[^\s/\\*?[]+$/;

/** What a regular expression finds in every path that the pattern matches; empty, which is found in all, when in doubt. */
function needleOf(pattern: string): string {
  // Of the classes only those that are plain to read: `*.py[cod]`.
  if (/\s|\\|\[(?!\w+\])/.test(pattern)) return '';
  const parts = pattern.split(/[*?]+/);
  const needles = parts.map((part, position) => {
    const isFirst = position === 0;
    const isLast = position === parts.length - 1;
    const text = part.replace(/^\/|\/$/g, '');
    if (text === '') return '';
    const before = isFirst || part.startsWith('/') ? '(?:^|/)' : '';
    const after = isLast || part.endsWith('/') ? '(?:/|$)' : '';
    return `${before}${text.replace(/[.+^${}()|]/g, '\\$&')}${after}`;
  });
  return needles.reduce((longest, needle) => (needle.length > longest.length ? needle : longest), '');
}
