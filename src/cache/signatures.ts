import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { disk, fileStamp } from '../files.ts';
import { projectFiles } from '../project-files.ts';
import type { SourceFile } from '../source-file.ts';

/** What a file is judged by, in few characters, with the user's models as they are. */
export class Signatures {
  readonly #known = new Map<Settings, string>();

  /** A file that is named may be judged otherwise. */
  of(file: SourceFile, settings: Settings): string {
    const signature = this.#ofSettings(settings);
    return file.bytes === undefined ? signature : `${signature} found`;
  }

  #ofSettings(settings: Settings): string {
    let known = this.#known.get(settings);
    if (known === undefined) {
      known = digestOf(JSON.stringify([settings.signature, settings.models.map(stampsBelow)]));
      this.#known.set(settings, known);
    }
    return known;
  }
}

/** What changes when a stub below the folder does. */
function stampsBelow(folder: string): readonly unknown[] {
  const paths = projectFiles(disk, `${folder}/`) ?? [];
  return paths.map((path) => [path, fileStamp(join(folder, path))]);
}

export function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 16);
}
