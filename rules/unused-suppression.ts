import { createRule, report } from '../src/rule.ts';

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
  create(context) {
    return {
      // What silenced nothing is known only after all other rules reported.
      'module:exit'() {
        for (const { comment, messageId, data, silencedBy } of context.sourceCode.suppressionFaults()) {
          report(context, {
            start: comment.start,
            end: comment.end,
            messageId,
            data,
            silencedBy,
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
