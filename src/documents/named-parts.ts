/** Members that hold parts by name, so that a name such as `example` or `x-…` in them means nothing. */
export const NAMED_PARTS: ReadonlySet<string> = new Set([
  'properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'paths', 'webhooks', 'responses', 'callbacks', 'content', 'headers', 'encoding', 'links',
  'schemas', 'requestBodies', 'securitySchemes', 'pathItems', 'parameters', 'examples'
])
