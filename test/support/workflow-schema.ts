import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TraceWriter } from '@actions/workflow-parser';
import type { parseAction } from '@actions/workflow-parser/actions/action-parser';
import type { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser';
import { build } from 'rolldown';

interface Parsers {
  readonly parseAction: typeof parseAction;
  readonly parseWorkflow: typeof parseWorkflow;
}

export type Faults = (name: string, content: string) => string[];

const SILENT: TraceWriter = { info() {}, error() {}, verbose() {} };

/** GitHub's own schemas of workflows and actions. The package imports JSON as Node 20 does not, so it is bundled first. */
export async function workflowSchemas(): Promise<{ readonly ofAction: Faults; readonly ofWorkflow: Faults }> {
  const folder = mkdtempSync(join(tmpdir(), 'nostall-'));
  try {
    const entry = [
      "export { parseAction } from '@actions/workflow-parser/actions/action-parser';",
      "export { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser';",
    ];
    const file = join(folder, 'parsers.mjs');
    await build({
      input: '\0entry',
      platform: 'node',
      logLevel: 'silent',
      output: { file, codeSplitting: false },
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === '\0entry' ? id : null),
          load: (id) => (id === '\0entry' ? entry.join('\n') : null),
        },
      ],
    });
    const parsers = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Parsers;
    const faultsOf = (parse: Parsers['parseAction']): Faults => {
      return (name, content) =>
        parse({ name, content }, SILENT)
          .context.errors.getErrors()
          .map(({ message }) => message);
    };
    return { ofAction: faultsOf(parsers.parseAction), ofWorkflow: faultsOf(parsers.parseWorkflow) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
