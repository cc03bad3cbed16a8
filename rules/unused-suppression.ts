import { withoutOwnPart, withoutRule } from '../src/rule/comment-part.ts';
import { createRule, report, type TextFix } from '../src/rule.ts';
import type { ToldFault } from '../src/source-code.ts';

export default createRule<'unused' | 'unknown' | 'malformed'>({
  name: 'unused-suppression',
  docs: {
    description: 'Finds suppression comments that silence nothing, name no rule, or cannot be read',
    level: 'warning',
    tags: ['maintainability'],
    precision: 'very-high',
  },
  messages: {
    unused: 'This comment silences nothing: {{what}}. Remove it.',
    unknown: 'This comment names a rule that does not exist: {{what}}. {{advice}}.',
    malformed: 'This comment cannot be read: {{what}}. Correct it, or remove it.',
  },
  isFixable: true,
  create(context) {
    return {
      // What silenced nothing is known only after all other rules reported.
      'module:exit'() {
        const { sourceCode } = context;
        for (const fault of sourceCode.suppressionFaults()) {
          const { comment, messageId, data, silencedBy } = fault;
          report(context, {
            start: comment.start,
            end: comment.end,
            messageId,
            data,
            silencedBy,
            fix: fixFor(fault, sourceCode.text),
            function: '<module>',
            why: '',
            effect: null,
            certainty: null,
            chain: [],
            related: [],
          });
        }
      },
    };
  },
});

/** Only what silences nothing may go: a misspelt rule was meant to be another, and what cannot be read may be anything. */
function fixFor({ comment: { start, end }, messageId, data }: ToldFault, text: string): TextFix | null {
  if (messageId === 'unused') {
    const edit = withoutOwnPart(text, start, end);
    return edit && { description: 'Remove the comment', edits: [edit] };
  }
  const isMisspelt = data.advice?.startsWith('Perhaps') ?? false;
  if (messageId === 'malformed' || isMisspelt) return null;
  const { what = '' } = data;
  const edit = withoutRule(text, start, end, what.replaceAll('`', ''));
  return edit && { description: `Remove ${what} from the comment`, edits: [edit] };
}
