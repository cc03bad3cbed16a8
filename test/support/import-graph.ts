import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly from: string;
  /** A path of the project (`src/lint.ts`), or a package as written (`node:fs`, `smol-toml`). */
  readonly to: string;
  readonly line: number;
  /** Erased by the compiler, so that it loads nothing. */
  readonly typeOnly: boolean;
}

/** Every `import`, `export from`, `import()` and `require()` of a literal. */
export function importsOf(path: string, text: string): Import[] {
  const source = parsed(path, text);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from: path, to: target(path, specifier.text), line: lineOf(source, node), typeOnly });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node))
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && loads(node.expression)) add(node, node.arguments[0], false);
  });
  return found;
}

/** Lines on which the global `process` is used. */
export function processLines(path: string, text: string): number[] {
  const source = parsed(path, text);
  const found: number[] = [];
  walk(source, (node) => {
    if (!ts.isIdentifier(node) || node.text !== 'process') return;
    const { parent } = node;
    const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
    const isGlobalMember = isMember && parent.expression.getText(source) === 'globalThis';
    const isKey = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
    if ((!isMember || isGlobalMember) && !isKey) found.push(lineOf(source, node));
  });
  return found;
}

function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function loads(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function target(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
