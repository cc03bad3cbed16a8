import type { ESLint, Linter } from 'eslint';
import { ruleInfos } from '../rule-info.ts';

/** What the command line shows when it is not told otherwise: the second part makes test files quieter. */
export function recommended(plugin: ESLint.Plugin): Linter.Config[] {
  const severities: Linter.RulesRecord = {};
  const inTests: Linter.RulesRecord = {};
  for (const { id, level } of ruleInfos) {
    severities[`nostall/${id}`] = level === 'error' ? 'error' : 'warn';
    inTests[`nostall/${id}`] = level === 'error' ? 'warn' : 'off';
  }
  inTests['nostall/no-blocking-io-in-async'] = ['warn', { costs: ['unbounded'], chains: false }];
  return [
    {
      name: 'nostall/recommended',
      files: ['**/*.py'],
      plugins: { nostall: plugin },
      language: 'nostall/python',
      rules: severities,
    },
    { name: 'nostall/recommended in tests', files: TEST_FILES, rules: inTests },
  ];
}

const TEST_FILES = ['**/test_*.py', '**/*_test.py', '**/conftest.py', '**/test/**/*.py', '**/tests/**/*.py'];
