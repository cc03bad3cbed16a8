import type { FlatTree } from '../python/flat-tree.ts';
import type { Follower } from '../python/follower.ts';
import type { Parser } from '../python/parser.ts';

/** A tree takes some thirty times the memory of its text, and nobody types into many files at a time. */
const MOST = 6;

/** What parses the open files, each by its own last tree. */
export class Followers {
  readonly #parser: Parser;
  readonly #byPath = new Map<string, Follower>();

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  /** Absent where the parser gains nothing by it. */
  of(path: string): ((text: string) => FlatTree) | undefined {
    const follower = this.#byPath.get(path) ?? this.#parser.follow?.();
    if (follower === undefined) return undefined;
    // What was asked for last is at the end.
    this.#byPath.delete(path);
    this.#byPath.set(path, follower);
    for (const [oldest] of this.#byPath) {
      if (this.#byPath.size <= MOST) break;
      this.end(oldest);
    }
    return (text) => follower.parse(text);
  }

  end(path: string): void {
    this.#byPath.get(path)?.end();
    this.#byPath.delete(path);
  }
}
