import { createRule } from '../src/rule.ts';

/** What it reports is known only after all other rules ran: `src/suppress.ts` makes its findings from these messages. */
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
  create: () => ({}),
});
