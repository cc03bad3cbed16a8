import type { Analysis } from '../../../src/analyse.ts';
import { edgesAt } from '../../../src/project/edges.ts';
import type { SourceFile } from '../../../src/source-file.ts';

/**
 * What the definitions of a file call and hand over, as `case_1 await redis.asyncio.client:Redis.set`. A line that must be
 * silent shows nothing when what it calls is not known at all.
 */
export function reachedIn({ project, modules }: Analysis, file: SourceFile): Set<string> {
  const mod = modules.open(file, file.read());
  const out = new Set<string>();
  for (const { info } of mod.functions) {
    const [definition] = info.qualname.split('.');
    for (const site of info.sites) {
      for (const { kind, fn } of edgesAt(project, mod, site)) {
        out.add(`${definition} ${kind} ${fn.mod.stub ? fn.mod.name : ''}:${fn.info.qualname}`);
      }
    }
  }
  return out;
}
