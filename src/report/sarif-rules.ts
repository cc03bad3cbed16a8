import type { ReportingDescriptor } from 'sarif';
import type { Level, RuleInfo } from '../types.ts';
import { cutText, sentence } from './words.ts';

/** GitHub rejects longer descriptions and names; of 20 tags it accepts it shows 10. */
const LONGEST_DESCRIPTION = 1024;
const LONGEST_NAME = 255;
const MOST_TAGS = 10;

/** GitHub's word for how bad a rule's findings are. */
const PROBLEM_SEVERITY: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

export function ruleDescriptor(rule: RuleInfo): ReportingDescriptor {
  const short = sentence(rule.description);
  return {
    id: rule.id,
    name: cutText(rule.name, LONGEST_NAME),
    shortDescription: { text: cutText(short, LONGEST_DESCRIPTION) },
    fullDescription: { text: cutText(firstParagraph(rule.docs) || short, LONGEST_DESCRIPTION) },
    help: { text: `${short} \`nostall rule ${rule.id}\` prints the whole page.`, markdown: rule.docs || short },
    helpUri: rule.url,
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: [...new Set(rule.tags)].slice(0, MOST_TAGS),
      precision: rule.precision,
      'problem.severity': PROBLEM_SEVERITY[rule.level],
    },
  };
}

/** The page's first paragraph of prose, as plain text on one line. */
function firstParagraph(docs: string): string {
  for (const block of docs.split(/\r?\n[ \t]*(?:\r?\n)+/)) {
    const prose = block.replace(/^(?:#.*(?:\r?\n|$))+/, '').trim();
    if (prose === '' || /^(?:```|~~~|\||[-*+] |<|>)/.test(prose)) continue;
    return prose.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ');
  }
  return '';
}
