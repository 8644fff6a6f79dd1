import { startWith } from '../apis/start-with.ts'

/** The schemas of error forms, and an API that documents them. */
export const string = { type: 'string' }
export const integer = { type: 'integer' }
export const DETAIL = 'The request does not fit its contract (things.addThing): body /tags/1 must be a string, but is 7'

export const object = (properties: object, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties
})
export const json = (schema: object) => ({ description: 'No.', content: { 'application/json': { schema } } })

export function startDocumenting (t: Parameters<typeof startWith>[0], responses: object, more: object = {}) {
  return startWith(t, {
    '/things': {
      post: {
        operationId: 'addThing',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', properties: { tags: { type: 'array', items: string } } }
            }
          }
        },
        responses: { 204: { description: 'Done.' }, ...responses },
        ...more
      }
    }
  })
}

export const THING = 'body /tags/1 must be a string, but is 7'
export const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more })
export const described = (description: string) => ({ type: 'string', description })

export const closed = (properties: object) => ({ ...object(properties), additionalProperties: false })
export const map = (values: object) => ({ type: 'object', additionalProperties: values })
