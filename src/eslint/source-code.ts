import type { Directive } from '@eslint/core';
import type { FlatTree } from '../python/flat-tree.ts';
import { K } from '../python/kinds.ts';
import { nodesOf, type PyNode } from '../python/node.ts';
import { type Host, PythonSourceCode } from '../source-code.ts';
import { type DirectiveComment, parseDirective } from './directives.ts';

/** What ESLint asks for beyond what rules need. */
export class EslintSourceCode extends PythonSourceCode {
  readonly #tree: FlatTree;

  constructor(tree: FlatTree, host: Host) {
    super(nodesOf(tree), host);
    this.#tree = tree;
  }

  get lines(): string[] {
    const { lines } = nodesOf(this.#tree);
    return Array.from({ length: lines.count }, (_, index) => lines.lineText(index + 1));
  }

  /** From the root inwards. */
  getAncestors(node: PyNode): PyNode[] {
    const out: PyNode[] = [];
    for (let above = node.parent; above; above = above.parent) out.unshift(above);
    return out;
  }

  getDisableDirectives(): { directives: Directive[]; problems: never[] } {
    const directives = this.#directives().map(({ node, directive }) => ({ node, ...directive }));
    return { directives, problems: [] };
  }

  getInlineConfigNodes(): PyNode[] {
    return this.#directives().map(({ node }) => node);
  }

  #directives(): { node: PyNode; directive: DirectiveComment }[] {
    const out: { node: PyNode; directive: DirectiveComment }[] = [];
    for (let index = 0; index < this.#tree.count; index++) {
      if (this.#tree.kind[index] !== K.comment) continue;
      const node = nodesOf(this.#tree).node(index);
      const directive = parseDirective(node.text);
      if (directive) out.push({ node, directive });
    }
    return out;
  }
}
