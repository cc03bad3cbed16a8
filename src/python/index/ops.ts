/**
 * Operations of the lowered tree. The comment gives the operands `a, b, c`: `node` is a node id, `str` an id in the string
 * table, `list` an offset into `lists` (length, then items), `?` may be -1.
 */
export const Op = {
  // Expressions.
  Name: 1, // str, uses: list of definitions that reach it, or -1 when it is looked up by scope, scope
  Attr: 2, // node object, str
  Call: 3, // node callee, list of arguments (expressions, Keyword, Star, DoubleStar)
  Keyword: 4, // str, node value
  Star: 5, // node
  DoubleStar: 6, // node
  Subscript: 7, // node value, node index
  Slice: 8, // list of nodes
  Await: 9, // node
  Yield: 10, // node?
  YieldFrom: 11, // node
  Binary: 12, // node left, node right, str operator
  Unary: 13, // node, -, str operator
  Not: 14, // node
  And: 15, // list
  Or: 16, // list
  Compare: 17, // list of operands, list of str operators
  IfElse: 18, // node test, node then, node else
  Lambda: 19, // function
  Tuple: 20, // list
  List: 21, // list
  Set: 22, // list
  Dict: 23, // list of Pair and DoubleStar
  Pair: 24, // node key, node value
  ListComp: 25, // node element, list of clauses (CompFor, CompIf), scope
  SetComp: 26,
  DictComp: 27, // element is a Pair
  Generator: 28, // node element, list of clauses, function
  CompFor: 29, // node target, node iterable, 1 when async
  CompIf: 30, // node test
  String: 31, // str of the content
  FString: 32, // list of interpolated expressions
  Bytes: 33,
  Integer: 34, // str of the text
  Float: 35, // str of the text
  True: 36,
  False: 37,
  None: 38,
  Ellipsis: 39,
  Walrus: 40, // node target, node value
  Unparsed: 41, // list of the expressions found inside what the grammar could not place
  // Statements.
  Expression: 50, // node
  Assign: 51, // list of targets, node value
  Annotated: 52, // node target, node annotation, node value?
  Augmented: 53, // node target, node value, str operator
  Return: 54, // node?
  Raise: 55, // node?, node cause?
  Assert: 56, // node test, node message?
  Delete: 57, // list
  If: 58, // node test, list body, list else
  While: 59, // node test, list body, list else
  For: 60, // node target, node iterable, list: [1 when async, offset of body, offset of else]
  Try: 61, // list body, list of Handler, list: [offset of else, offset of finally]
  Handler: 62, // node type?, str name?, list body
  With: 63, // list of WithItem, list body, 1 when async
  WithItem: 64, // node context, node target?
  Function: 65, // function
  Class: 66, // class
  Import: 67, // list of Alias
  ImportFrom: 68, // str module, list of Alias, level
  Alias: 69, // str name, str? as
  Global: 70, // list of str
  Nonlocal: 71, // list of str
  Match: 72, // node subject, list of Case
  Case: 73, // list of captured Name nodes, node guard? (or IRREFUTABLE), list body
  Pass: 74,
  Break: 75,
  Continue: 76,
} as const;

/** In place of a guard: the case takes whatever comes. */
export const IRREFUTABLE = -2;
