import type { Questions } from './project/questions.ts';
import type { Fault, SuppressionComment } from './python/index/module-index.ts';
import type { PyNode, SourceLocation, SourceViews } from './python/node.ts';
import { type SuppressionFault, type Suppressions, suppressionFaults } from './suppress.ts';

/** What the analysis knows of one file. */
export interface Knowledge {
  readonly faults: readonly Fault[];
  readonly comments: readonly SuppressionComment[];
  readonly suppressions: Suppressions;
  readonly project: Questions;
}

/** What the two hosts, the command line and ESLint, do in their own way. */
export interface Host {
  /** Every rule there is, whether it runs or not. */
  readonly ruleIds: readonly string[];
  /** Whether findings that a comment silences are reported as well, marked with it. */
  readonly keepsSilenced: boolean;
  /** Opens the file in a project that starts at `cwd`. */
  open(cwd: string): Knowledge;
}

/** A fault of a comment, and the other comment that silences the finding about it. */
export interface ToldFault extends SuppressionFault {
  readonly silencedBy: SuppressionComment | null;
}

interface VisitStep {
  readonly type: 'visit';
  readonly kind: 1;
  readonly phase: 1 | 2;
  readonly target: PyNode;
  readonly args: unknown[];
}

/** One file as rules see it: its text, its nodes, and the questions they may ask the project about them. */
export class PythonSourceCode {
  readonly text: string;
  readonly host: Host;
  readonly #views: SourceViews;
  readonly #running = new Set<string>();
  #known: Knowledge | null = null;

  constructor(views: SourceViews, host: Host) {
    this.text = views.text;
    this.host = host;
    this.#views = views;
  }

  get ast(): PyNode {
    return this.#views.root;
  }

  /** Every rule says so before it visits anything: only here does ESLint tell where its run started. */
  begin(rule: string, cwd: string): void {
    this.#running.add(rule);
    this.#known ??= this.host.open(cwd);
  }

  get project(): Questions {
    return this.#knowledge().project;
  }

  get faults(): readonly Fault[] {
    return this.#knowledge().faults;
  }

  /** The comment that silences a finding of `rule`, which then counts as used. */
  silencing(rule: string, loc: SourceLocation): SuppressionComment | null {
    return this.#knowledge().suppressions.find(rule, loc.start.line, loc.end.line);
  }

  /** What is wrong with the comments; to be asked when every other rule has reported. */
  suppressionFaults(): ToldFault[] {
    const { comments, suppressions } = this.#knowledge();
    return suppressionFaults(comments, suppressions, this.host.ruleIds, this.#running).map((fault) => {
      // Only a comment that names the rule silences it, and none speaks about itself.
      const isOwn = fault.comment.rules?.includes('unused-suppression') ?? false;
      const { line } = this.#views.lines.positionOf(fault.comment.start);
      return { ...fault, silencedBy: isOwn ? null : suppressions.named('unused-suppression', line) };
    });
  }

  getLoc(node: PyNode): SourceLocation {
    return node.loc;
  }

  getRange(node: PyNode): [number, number] {
    return [node.start, node.end];
  }

  getText(node?: PyNode): string {
    return node ? node.text : this.text;
  }

  getParent(node: PyNode): PyNode | undefined {
    return node.parent ?? undefined;
  }

  /** Lines from 1, columns from 0. */
  locAt(start: number, end: number): SourceLocation {
    const { lines } = this.#views;
    const first = lines.positionOf(start);
    const last = lines.positionOf(end);
    return {
      start: { line: first.line, column: first.column - 1 },
      end: { line: last.line, column: last.column - 1 },
    };
  }

  /** Every named node, entered and left. A chain of operators may nest thousands deep, so nothing here recurses. */
  *traverse(): Generator<VisitStep> {
    const open: { readonly node: PyNode; readonly children: readonly PyNode[]; next: number }[] = [];
    const enter = (node: PyNode, parent: PyNode | null): VisitStep => {
      open.push({ node, children: node.namedChildren, next: 0 });
      return { type: 'visit', kind: 1, phase: 1, target: node, args: [node, parent] };
    };
    yield enter(this.ast, null);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const child = top.children[top.next++];
      if (child) yield enter(child, top.node);
      else {
        open.pop();
        yield { type: 'visit', kind: 1, phase: 2, target: top.node, args: [top.node, open.at(-1)?.node ?? null] };
      }
    }
  }

  #knowledge(): Knowledge {
    if (!this.#known) throw new Error('a rule asks before it has begun');
    return this.#known;
  }
}
