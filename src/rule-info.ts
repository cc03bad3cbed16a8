import { fileURLToPath } from 'node:url';
import { rules } from '../rules/index.ts';
import { pathKind, readTextIfAny } from './files.ts';
import { ruleUrl } from './homepage.ts';
import type { RuleDocs } from './rule.ts';
import type { RuleInfo } from './types.ts';

/** What reports and `nostall rule` say about each rule. */
export const ruleInfos: readonly RuleInfo[] = rules.map((rule) => {
  const { description, level, tags, precision } = (rule.meta?.docs ?? {}) as unknown as RuleDocs;
  const name = rule.name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    id: rule.name,
    name,
    description,
    get docs() {
      return readTextIfAny(`${docsFolder()}/${rule.name}.md`) ?? `# ${rule.name}\n\n${description}.\n`;
    },
    url: ruleUrl(rule.name),
    level,
    tags,
    precision,
  };
});

function docsFolder(): string {
  const bundled = fileURLToPath(new URL('./rules', import.meta.url));
  return pathKind(bundled) === 'folder' ? bundled : fileURLToPath(new URL('../rules', import.meta.url));
}
