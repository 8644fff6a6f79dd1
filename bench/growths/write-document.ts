import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlannedRequest } from '../load/plan.ts'

const BODY = JSON.stringify({ name: 'a thing', amount: 3, tags: ['small', 'red'], owner: 'someone@example.com' })

/** Returns a schema that differs from all others, so that none is compiled for two operations. */
function thingOf (index: number): object {
  return {
    type: 'object',
    required: ['name', 'amount', 'tags'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 80 + index },
      amount: { type: 'integer', minimum: 0 },
      tags: { type: 'array', maxItems: 10, items: { type: 'string' } },
      owner: { type: 'string', format: 'email' }
    }
  }
}

/** Writes a document of operations that each have schemas of their own, and returns its path. */
export async function writeDocument (directory: string, operations: number): Promise<string> {
  const file = join(directory, `operations-${operations}.json`)
  const paths: Record<string, object> = {}
  for (let index = 0; index < operations; index++) paths[`/things-${index}/{id}`] = pathItem(index)
  const info = { title: `${operations} operations`, version: '1' }
  await writeFile(file, JSON.stringify({ openapi: '3.1.1', info, paths }))
  return file
}

/** Returns a valid request to one of the operations, counted from 0. */
export function requestTo (index: number): PlannedRequest {
  return { method: 'POST', path: `/things-${index}/${index + 1}?verbose=true`, body: BODY }
}

function pathItem (index: number): object {
  const thing = thingOf(index)
  const changed = { type: 'object', required: ['id', 'thing'], properties: { id: { type: 'integer' }, thing } }
  return {
    post: {
      operationId: `changeThing${index}`,
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
        { name: 'verbose', in: 'query', schema: { type: 'boolean' } }
      ],
      requestBody: { required: true, content: { 'application/json': { schema: thing } } },
      responses: {
        200: {
          description: 'The thing as it is now.',
          content: { 'application/json': { schema: changed } }
        }
      },
      'x-standin': { reply: { status: 200, body: { id: '$request.path.id', thing: '$request.body' } } }
    }
  }
}
