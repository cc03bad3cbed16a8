import { resolve } from 'node:path';
import { hint } from '../config/near-miss.ts';
import { realPath } from '../files.ts';
import { type Format, formatNames, isFormat } from '../report/index.ts';
import { UsageError } from './io.ts';

/** One report and where it goes. */
export interface Output {
  readonly format: Format;
  /** As typed; null for standard output. */
  readonly file: string | null;
}

/** Throws UsageError for an unknown format, and when two reports go to one place. */
export function plannedOutputs(specs: readonly string[], outputFile: string | null, cwd: string): Output[] {
  const rest = outputFile === '-' ? null : outputFile;
  const outputs = (specs.length === 0 ? ['text'] : specs).map((spec): Output => {
    const [, name = '', file] = /^([^:]*)(?::(.*))?$/s.exec(spec) ?? [];
    if (!isFormat(name)) {
      throw new UsageError(
        `--format: unknown format "${name}"${hint(name, formatNames) || `, known are ${formatNames.join(', ')}`}`,
      );
    }
    if (file === '') throw new UsageError(`--format ${spec} names no file after the colon`);
    return { format: name, file: file ?? rest };
  });
  if (outputFile !== null && outputs.every(({ file }) => file !== rest)) {
    throw new UsageError(`-o ${outputFile}: every --format has a file of its own`);
  }

  const taken = new Map<string, Output>();
  for (const output of outputs) {
    const place = output.file === null ? '' : resolve(cwd, output.file);
    const other = taken.get(place);
    if (other !== undefined) {
      const where = output.file ?? 'standard output';
      throw new UsageError(
        `two reports go to ${where}: ${other.format} and ${output.format}; give one a file, as in --format ${output.format}:FILE`,
      );
    }
    taken.set(place, output);
  }
  return outputs;
}

/** Throws UsageError when a report would be written over what the run reads. All but `file` are absolute. */
export function checkOutputs(
  outputs: readonly Output[],
  { files, baseline }: { readonly files: readonly string[]; readonly baseline: string | null },
  cwd: string,
): void {
  const written = outputs.filter(({ file }) => file !== null);
  if (written.length === 0) return;
  const linted = new Set(files.map(realPath));
  for (const { file } of written) {
    const place = realPath(resolve(cwd, file as string));
    if (baseline !== null && place === realPath(baseline))
      throw new UsageError(`${file} is the baseline: give the report another file`);
    if (linted.has(place)) throw new UsageError(`${file} is to be checked: give the report another file`);
  }
}
