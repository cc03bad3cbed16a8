import { Op } from './ops.ts';

/**
 * What the three operands of each operation are, as ops.ts has them: `n` a node, `l` a list of nodes, `s` a string, `S` a
 * list of strings, `d` a list of definitions, `f` a function, `c` a class, `i` a number, `b` a list of a number and of
 * lists of nodes, `g` a node or a mark, `.` nothing, or what follows from where the node stands.
 */
export const OPERANDS: readonly (string | undefined)[] = (() => {
  const out: string[] = [];
  const add = (operands: string, ...ops: readonly number[]): void => {
    for (const op of ops) out[op] = operands;
  };
  add('sd.', Op.Name);
  add('ns.', Op.Attr);
  add('nl.', Op.Call, Op.ListComp, Op.SetComp, Op.DictComp, Op.Generator, Op.Match);
  add('sn.', Op.Keyword);
  add('n..', Op.Star, Op.DoubleStar, Op.Await, Op.Yield, Op.YieldFrom, Op.Not, Op.CompIf, Op.Expression, Op.Return);
  add('nn.', Op.Subscript, Op.Pair, Op.Walrus, Op.Raise, Op.Assert, Op.WithItem);
  add(
    'l..',
    Op.Slice,
    Op.And,
    Op.Or,
    Op.Tuple,
    Op.List,
    Op.Set,
    Op.Dict,
    Op.FString,
    Op.Unparsed,
    Op.Delete,
    Op.Import,
  );
  add('nns', Op.Binary, Op.Augmented);
  add('n.s', Op.Unary);
  add('lS.', Op.Compare);
  add('nnn', Op.IfElse, Op.Annotated);
  add('f..', Op.Lambda, Op.Function);
  add('c..', Op.Class);
  add('nni', Op.CompFor);
  add('s..', Op.String, Op.Bytes, Op.Integer, Op.Float);
  add('...', Op.True, Op.False, Op.None, Op.Ellipsis, Op.Pass, Op.Break, Op.Continue);
  add('ln.', Op.Assign);
  add('nll', Op.If, Op.While);
  add('nnb', Op.For);
  add('llb', Op.Try);
  add('nsl', Op.Handler);
  add('lli', Op.With);
  add('sli', Op.ImportFrom);
  add('ss.', Op.Alias);
  add('S..', Op.Global, Op.Nonlocal);
  add('lgl', Op.Case);
  return out;
})();
