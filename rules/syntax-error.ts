import { createRule, report } from '../src/rule.ts';

export default createRule<'fault'>({
  name: 'syntax-error',
  docs: {
    description: 'Reports Python that cannot be parsed; the rest of the file is still linted',
    level: 'error',
    tags: ['correctness'],
    precision: 'very-high',
  },
  messages: { fault: 'Syntax error: {{what}}.' },
  create(context) {
    return {
      module() {
        for (const fault of context.sourceCode.faults) {
          report(context, {
            start: fault.start,
            end: fault.end,
            messageId: 'fault',
            data: { what: fault.message },
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
