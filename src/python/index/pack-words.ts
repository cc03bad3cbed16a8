import type { DefinitionKind, FunctionKind, Parameter, ScopeKind } from './module-index.ts';

/** Words that are packed as their position here: the compiler sees to it that none is missing. */
export const SCOPE_KINDS = words<ScopeKind>({ module: 0, class: 0, function: 0, comprehension: 0 });

export const FUNCTION_KINDS = words<FunctionKind>({ def: 0, lambda: 0, generator: 0 });

export const PARAMETER_KINDS = words<Parameter['kind']>({
  normal: 0,
  positional: 0,
  keyword: 0,
  star: 0,
  'double-star': 0,
});

export const DEFINITION_KINDS = words<DefinitionKind>({
  assign: 0,
  declare: 0,
  for: 0,
  'async-for': 0,
  with: 0,
  'async-with': 0,
  except: 0,
  import: 0,
  function: 0,
  class: 0,
  parameter: 0,
  augmented: 0,
  delete: 0,
  capture: 0,
  narrow: 0,
  exclude: 0,
});

function words<Word extends string>(all: Readonly<Record<Word, 0>>): readonly Word[] {
  return Object.keys(all) as Word[];
}
