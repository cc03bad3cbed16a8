import { COSTS, KINDS } from '../types.ts';
import { KEYS, type Key, SEVERITIES, type Shape } from './keys.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Draft 7, as schemastore and the TOML language servers want it. `ruleIds` are the ids that may be named. */
export function configSchema(ruleIds: readonly string[], homepage: string): Schema {
  const ids = [...ruleIds].sort();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nostall configuration',
    description: `A nostall.toml, or the table [tool.nostall] of a pyproject.toml. ${homepage}`,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [name, keySchema(key)])),
    },
    definitions: {
      rule: { enum: ids },
      severity: { enum: SEVERITIES },
      severities: {
        type: 'object',
        additionalProperties: false,
        properties: {
          kind: { type: 'object', additionalProperties: false, properties: levels(KINDS) },
          cost: { type: 'object', additionalProperties: false, properties: levels(COSTS) },
          path: { type: 'object', additionalProperties: SEVERITY },
          ...levels(ids),
        },
      },
    },
  };
}

const RULE: Schema = { $ref: '#/definitions/rule' };
const SEVERITY: Schema = { $ref: '#/definitions/severity' };

function keySchema({ shape, doc, fallback }: Key): Schema {
  // Draft 7 ignores what stands beside a `$ref`, so the description wraps it.
  const schema = shapeSchema(shape);
  const description = `${doc} Default: ${fallback}`;
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}

function shapeSchema(shape: Shape): Schema {
  switch (shape.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.words };
    case 'version':
      return { type: 'string', pattern: '^(py3|3\\.)\\d{1,2}$' };
    case 'file':
      return { type: 'string', minLength: 1 };
    case 'list':
      return { type: 'array', items: shape.of === 'rule' ? RULE : { type: 'string', minLength: 1 } };
    case 'rules by glob':
      return { type: 'object', additionalProperties: { type: 'array', items: RULE } };
    case 'severity':
      return { $ref: '#/definitions/severities' };
  }
}

function levels(names: readonly string[]): Readonly<Record<string, Schema>> {
  return Object.fromEntries(names.map((name) => [name, SEVERITY]));
}
