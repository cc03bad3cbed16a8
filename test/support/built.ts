import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

/** Bundles into the folder `dist` of another folder: threads and new processes can only run what is built. */
export async function builtInto(folder: string): Promise<string> {
  const dir = join(folder, 'dist');
  const own = config as Parameters<typeof build>[0] & { readonly output: object };
  await build({ ...own, output: { ...own.output, dir } });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return dir;
}
