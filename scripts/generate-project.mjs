// @ts-check
import { parseArgs } from 'node:util';
import { writeProject } from './growth/write.mjs';

const usage = 'usage: node scripts/generate-project.mjs --files N --out DIR [--seed S]';

try {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '' },
      out: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
    },
  });
  const files = Number(values.files);
  if (!Number.isInteger(files) || files < 1 || values.out === '') throw new Error(usage);
  const lines = writeProject({ files, seed: values.seed, out: values.out });
  console.log(`${files} files, ${lines} lines in ${values.out}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
