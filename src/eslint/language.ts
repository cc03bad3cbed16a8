import type { File, FileError, Language, LanguageContext, OkParseResult, ParseResult } from '@eslint/core';
import { ConfigError } from '../config/errors.ts';
import { parseVersion } from '../config/python-version.ts';
import type { Settings } from '../config/settings.ts';
import type { FlatTree } from '../python/flat-tree.ts';
import { K } from '../python/kinds.ts';
import { nodesOf, type PyNode } from '../python/node.ts';
import { EslintSourceCode } from './source-code.ts';
import { ruleIds, type Workspace } from './workspace.ts';

/** Others may be there too: a configuration for all files may set what JavaScript reads. */
export interface PythonLanguageOptions extends Record<string, unknown> {
  /** The oldest Python version the project supports, `"3.12"`. When absent, what nostall's configuration or pyproject.toml says. */
  targetVersion?: string;
}

interface Python {
  LangOptions: PythonLanguageOptions;
  Code: EslintSourceCode;
  RootNode: PyNode;
  Node: PyNode;
}

interface Parsed extends OkParseResult<PyNode> {
  readonly tree: FlatTree;
  readonly settings: Settings;
}

type Context = LanguageContext<PythonLanguageOptions>;

export function pythonLanguage(workspace: Workspace): Language<Python> {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    // So that selectors such as `:has()` find their way down.
    visitorKeys: Object.fromEntries(Object.keys(K).map((type) => [type, ['namedChildren']])),
    validateLanguageOptions({ targetVersion }) {
      if (targetVersion === undefined) return;
      if (typeof targetVersion !== 'string' || parseVersion(targetVersion) === null)
        throw new TypeError('"targetVersion" must be a version of Python 3, such as "3.12"');
    },
    parse(file: File, { languageOptions }: Context): ParseResult<PyNode> {
      try {
        const settings = workspace.settingsOf(file.physicalPath, languageOptions.targetVersion);
        const tree = workspace.parser.parse(textOf(file));
        return { ok: true, ast: nodesOf(tree).root, tree, settings };
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        return { ok: false, errors: [fatal(error.message)] };
      }
    },
    createSourceCode(file: File, result: OkParseResult<PyNode>): EslintSourceCode {
      const { tree, settings } = result as Parsed;
      const open = (cwd: string) => workspace.open(file.path, tree, settings, cwd);
      return new EslintSourceCode(tree, { ruleIds, keepsSilenced: false, open });
    },
  };
}

function textOf({ body }: File): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function fatal(message: string): FileError {
  return { message, line: 1, column: 1 };
}
