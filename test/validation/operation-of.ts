import { parseContract } from '../../src/contract/parse-contract.ts'
import type { Operation } from '../../src/contract/contract.ts'

/** The one operation of a document that is given by its parts. */
export function operationOf (
  definition: object,
  {
    path = '/things',
    method = 'post',
    ...rest
  }: { path?: string, method?: string, components?: object } = {}
): Operation {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { [path]: { [method]: { operationId: 'thing', ...definition } } },
    ...rest
  }
  const [operation] = parseContract(JSON.stringify(document), {
    file: 'things.json',
    name: 'things'
  }).operations
  if (operation === undefined) throw new TypeError('the document has no operation')
  return operation
}
