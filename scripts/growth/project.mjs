// @ts-check
import { handlersModule, serviceModule, workerModule } from './async-modules.mjs';
import { CORE } from './core-modules.mjs';
import { fill } from './filler.mjs';
import { areaOf, LAYERS, MODULES, sizeOf } from './names.mjs';
import { randomFor } from './random.mjs';
import { layerModule, modelsModule, packageModule, protocolsModule, repositoryModule } from './sync-modules.mjs';

/** @typedef {{ readonly path: string, readonly text: string }} File */

/**
 * A project of so many files: a core that all import, and packages that import it, themselves and their neighbours.
 * What a package holds does not depend on how many there are.
 *
 * @param {{ readonly files: number, readonly seed: string }} options
 * @returns {Generator<File>}
 */
export function* projectFiles({ files, seed }) {
  const core = Object.entries(CORE).slice(0, files);
  for (const [path, text] of core) yield { path, text };
  let left = files - core.length;
  for (let place = 0; left > 0; place++) {
    const size = Math.min(left, MODULES.length);
    left -= size;
    const next = left > 2 ? areaOf(place + 1) : null;
    for (const name of MODULES.slice(0, size)) {
      const path = `shop/${areaOf(place)}/${name}.py`;
      const random = randomFor(seed, path);
      const lines = linesOf(name, { place, size, random, next });
      if (name !== '__init__') fill(lines, sizeOf(seed, path), random);
      yield { path, text: `${lines.join('\n')}\n` };
    }
  }
}

/**
 * @param {string} name
 * @param {import('./sync-modules.mjs').Module & { readonly next: string | null }} module
 * @returns {string[]}
 */
function linesOf(name, module) {
  if (name === '__init__') return packageModule(module);
  if (name === 'models') return modelsModule(module);
  if (name === 'protocols') return protocolsModule(module);
  if (name === 'worker') return workerModule(module);
  if (name.endsWith('repository')) return repositoryModule(name, module);
  if (name.endsWith('service')) return serviceModule(name, module);
  if (name.endsWith('handlers')) return handlersModule(name, module);
  const layer = LAYERS.indexOf(/** @type {any} */ (name));
  return layer < 0 ? [`"""${name} of ${areaOf(module.place)}."""`] : layerModule(layer, module);
}
