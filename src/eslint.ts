import type { ESLint, Linter } from 'eslint';
import { rules } from '../rules/index.ts';
import { recommended } from './eslint/configs.ts';
import { pythonLanguage } from './eslint/language.ts';
import { Workspace } from './eslint/workspace.ts';
import { createParser } from './python/parser.ts';
import { version } from './version.ts';

interface Plugin extends ESLint.Plugin {
  readonly configs: { readonly recommended: Linter.Config[] };
}

const language = pythonLanguage(new Workspace(await createParser()));

// ESLint's own types know neither our nodes nor that a rule may be frozen data; what they ask for is all there.
const plugin = {
  meta: { name: 'nostall', version, namespace: 'nostall' },
  languages: { python: language },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, rule])),
} as unknown as ESLint.Plugin;

const nostall: Plugin = Object.assign(plugin, { configs: { recommended: recommended(plugin) } });

export default nostall;
