import { parseContract } from '../../src/contract/parse-contract.ts'
import { toOverlayParts } from '../../src/init/overlay-parts.ts'
import { propose, without } from '../../src/init/proposal.ts'
import type { Proposal } from '../../src/init/proposal.ts'

type Json = Readonly<Record<string, unknown>>

/** Returns the proposal for a document with paths and schemas. */
export function proposalOf (paths: Json, schemas: Json = {}, root: Json = {}): Proposal {
  const document = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths, components: { schemas }, ...root }
  const contract = parseContract(JSON.stringify(document), { file: 'test.json', name: 'test' })
  return without(propose(contract), [])
}

/** Returns the proposed `x-standin`: the types of resources, and the declarations by operation. */
export function declarationsOf (proposal: Proposal): {
  resources: Record<string, Record<string, unknown>>
  operations: Record<string, Record<string, unknown>>
} {
  const { operations, root } = toOverlayParts(proposal.resources)
  return {
    resources: root.resources as Record<string, Record<string, unknown>>,
    operations: Object.fromEntries(operations.map(({ operation, update }) => [
      `${operation.method} ${operation.path}`,
      update['x-standin'] as Record<string, unknown>
    ]))
  }
}

/** Creates an operation with the schemas of its response and of its request. */
export function operation (status: number, answer?: Json, { body, parameters = [], ...others }: {
  body?: Json
  parameters?: Json[]
} & Json = {}): Json {
  return {
    parameters,
    ...body && { requestBody: { content: { 'application/json': { schema: body } } } },
    responses: {
      [status]: { description: 'Well.', ...answer && { content: { 'application/json': { schema: answer } } } }
    },
    ...others
  }
}

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

export const pathId = (name: string, type = 'string'): Json => ({ name, in: 'path', required: true, schema: { type } })

export const query = (name: string, type = 'string', more: Json = {}): Json => ({
  name,
  in: 'query',
  schema: { type, ...more }
})
