import { STAGES, type Times } from '../clock.ts';
import type { Io } from './io.ts';

/** A table of stages; with several threads the times of all of them are added up. */
export function timingsText(times: Times, files: number, io: Io): string {
  const rows = STAGES.flatMap((stage) => {
    const spent = times[stage];
    return spent === undefined ? [] : [[stage, spent] as const];
  });
  const total = rows.reduce((sum, [, spent]) => sum + spent, 0);
  const since = io.now();
  const lines = [...rows, ['in all', total] as const].map(([name, spent]) => {
    const share = total === 0 ? 0 : (100 * spent) / total;
    return `  ${name.padEnd(12)}${spent.toFixed(1).padStart(10)} ms${share.toFixed(1).padStart(7)} %`;
  });
  const speed = since > 0 ? `, ${Math.round((1000 * files) / since)} files per second` : '';
  const peak = Math.round(io.peak() / 2 ** 20);
  return `${lines.join('\n')}\n  ${files} files in ${(since / 1000).toFixed(2)} s since the start${speed}, ${peak} MB at most\n`;
}
