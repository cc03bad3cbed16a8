// Bundles as rolldown.config.ts says. The bundler's own command line prints a table of chunks that nobody who runs `npm start` asked for.
import { build } from 'rolldown';
import { loadConfig } from 'rolldown/config';

try {
  await build(await loadConfig('rolldown.config.ts'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
