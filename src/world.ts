import type { Clock } from './clock.ts';
import type { Disk } from './files.ts';
import type { ScannedClass } from './project/headers.ts';
import type { Indexes } from './python/index/indexes.ts';

/** A file as the project knows it. */
export interface KnownFile {
  readonly absolute: string;
  readonly path: string;
  readonly read: () => string;
}

/**
 * Told the absolute paths of a file and of one that it makes use of, or `heirsOf` a class; often the same ones again.
 */
export type OnReach = (from: string, to: string) => void;

/** What stands for the question which classes derive from one of the name: the answer is in all files. */
export function heirsOf(name: string): string {
  return `heirs:${name}`;
}

/** Where the modules of a project come from. */
export interface World {
  readonly disk?: Disk;
  /** Absolute folder of the whole project. Files beyond it, and all of them without one, are placed by their shown paths. */
  readonly root?: string;
  /** Absolute folders that absolute imports are looked for in first. */
  readonly sources?: readonly string[];
  readonly onReach?: OnReach;
  /** Where the indexes of files come from; those of the parser when absent. */
  readonly indexes?: Indexes;
  /** The classes of a file, where they are known without a look at it. */
  readonly classesIn?: (absolute: string) => readonly ScannedClass[] | null;
  /** Python files below a folder that ends in a slash, from there, where they are known without a look at it. */
  readonly filesBelow?: (root: string) => readonly string[] | null;
  readonly clock?: Clock;
}
