import type { Disk } from '../files.ts';

/** Where a run keeps what it found out. */
export interface CachePlace {
  /** Absolute folder of the project. */
  readonly root: string;
  /** Absolute folder that shown paths start from. */
  readonly cwd: string;
  /** Absolute folder, made when it is not there. */
  readonly folder: string;
  /** Lists the folders of the project; the real disk when absent. */
  readonly disk?: Disk;
  /** The same for runs of the same build of nostall. */
  readonly build: string;
}
