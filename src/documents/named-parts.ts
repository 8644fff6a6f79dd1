/** The members whose own members are names, not keywords: there, `example` or `x-…` is a name like any other. */
export const NAMED_PARTS: ReadonlySet<string> = new Set([
  // JSON Schema
  'properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas',
  // OpenAPI
  'paths', 'webhooks', 'responses', 'callbacks', 'content', 'headers', 'encoding', 'links',
  'schemas', 'requestBodies', 'securitySchemes', 'pathItems', 'parameters', 'examples'
])
