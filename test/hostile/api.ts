const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
const MULTIPART_TYPE = 'multipart/form-data'
const XML_TYPE = 'application/xml'
const LINES_TYPE = 'application/x-ndjson'

const TEXT = { type: 'string' }
const COUNT = { type: 'integer' }

const FORM = {
  type: 'object',
  properties: { name: TEXT, count: COUNT, tags: { type: 'array', items: TEXT }, meta: { type: 'object' } }
}

/** An API with an operation for each kind of body, and for each keyword that looks at many values. */
export const PATHS = {
  '/any': taking(JSON_TYPE, {}),
  '/list': taking(JSON_TYPE, { type: 'array', items: { type: 'object', required: ['id'] } }),
  '/distinct': taking(JSON_TYPE, { type: 'array', uniqueItems: true }),
  '/map': taking(JSON_TYPE, { type: 'object', additionalProperties: { type: 'array', items: TEXT } }),
  '/tree': taking(JSON_TYPE, {
    type: 'object',
    required: ['id', 'name'],
    additionalProperties: { $ref: '#/paths/~1tree/post/requestBody/content/application~1json/schema' }
  }),
  '/patterns': taking(JSON_TYPE, {
    type: 'object',
    patternProperties: { '^a': { $ref: '#/paths/~1tree/post/requestBody/content/application~1json/schema' } },
    unevaluatedProperties: false
  }),
  '/short-names': taking(JSON_TYPE, { type: 'object', propertyNames: { maxLength: 3 } }),
  '/closed': taking(JSON_TYPE, {
    type: 'object',
    properties: { name: TEXT, mode: { enum: ['quick', 'thorough'] } },
    additionalProperties: false
  }),
  '/choice': taking(JSON_TYPE, {
    type: 'array',
    items: { anyOf: [{ type: 'object', required: ['a'] }, { type: 'object', required: ['b'] }] }
  }),
  '/one-of-it': taking(JSON_TYPE, { type: 'array', contains: TEXT }),
  '/form': taking(FORM_TYPE, FORM),
  '/open-form': taking(FORM_TYPE, { type: 'object', additionalProperties: COUNT }),
  '/parts': taking(MULTIPART_TYPE, FORM),
  '/xml': taking(XML_TYPE, {
    type: 'object',
    properties: { id: COUNT, item: { type: 'array', items: { type: 'object', properties: { a: COUNT } } } }
  }),
  '/lines': taking(LINES_TYPE, { type: 'object', required: ['id'] }),
  '/text': taking('text/plain', { type: 'string', pattern: '^a+$' })
}

function taking (type: string, schema: object): object {
  return {
    post: {
      requestBody: { content: { [type]: { schema } } },
      responses: { 204: { description: 'It is taken.' } }
    }
  }
}
