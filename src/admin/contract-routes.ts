import type { FastifyPluginAsync } from 'fastify'
import type { Contract } from '../contract/contract.ts'
import { DOWNGRADES } from '../downgrades/downgrades.ts'
import type { DowngradeVersion } from '../downgrades/downgrades.ts'
import type { Problem } from '../documents/problem.ts'
import { UnknownContract } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed } from '../schemas/closed.ts'

/** The contracts that are served. */
export const contractRoutes: FastifyPluginAsync<AdminOptions> = async (app, { contracts }) => {
  app.get('/contracts', { schema: listContracts }, async () => ({
    contracts: contracts.map(showContract)
  }))

  app.get<ContractRequest>(
    '/contracts/:name.json',
    { schema: readContract },
    async ({ params: { name }, query: { openapi } }) => {
      const contract = contracts.find(contract => contract.name === name)
      if (contract === undefined) {
        throw new UnknownContract(
          name,
          hint(
            name,
            contracts.map(({ name }) => name)
          )
        )
      }
      if (openapi === undefined) return contract.document
      const { downgradeDocument } = await import('../downgrades/downgrade-document.ts')
      return downgradeDocument(contract.document, openapi).document
    }
  )
}

interface ContractRequest {
  Params: { readonly name: string }
  Querystring: { readonly openapi?: DowngradeVersion }
}

function showContract ({ basePath, document: { info }, file, name, operations, warnings }: Contract): object {
  return {
    name,
    title: info.title,
    version: info.version,
    file,
    basePath,
    operations: operations.length,
    warnings: warnings.map(showWarning)
  }
}

function showWarning ({ file, message, place, pointer }: Problem): object {
  const { column, file: placeFile, line } = place ?? {}
  return { file: placeFile ?? file, line, column, pointer, message }
}

const WARNING = closed(
  'A mistake: the faulty part is left out, or accepts anything.',
  {
    file: { type: 'string' },
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
    pointer: { type: 'string', description: 'A JSON pointer in the document.' },
    message: { type: 'string' }
  },
  ['line', 'column', 'pointer']
)

const listContracts = {
  operationId: 'listContracts',
  tags: ['contracts'],
  summary: 'List contracts',
  response: {
    200: closed('The contracts.', {
      contracts: {
        type: 'array',
        items: closed('A contract.', {
          name: {
            type: 'string',
            description: 'The name, with which the ids of its operations begin: `mews`.'
          },
          title: { type: 'string', description: 'From the document.' },
          version: { type: 'string', description: 'From the document.' },
          file: { type: 'string', description: 'The file of the document.' },
          basePath: { type: 'string', description: 'The start of its paths: `/api/v1`; empty where there is none.' },
          operations: { type: 'integer', minimum: 0, description: 'The number of operations.' },
          warnings: { type: 'array', items: WARNING, description: 'The mistakes in the document.' }
        })
      }
    })
  }
}

const readContract = {
  operationId: 'readContract',
  tags: ['contracts'],
  summary: 'Get a contract',
  description:
    'Returns the document as it was loaded, or in an older version of OpenAPI for tools that take no newer one. What ' +
    'the older version has other words for is rewritten. The rest is left out and listed in the member `x-downgraded`.',
  params: closed('The contract.', {
    name: { type: 'string', description: 'The name of the contract.' }
  }),
  querystring: closed(
    'The version.',
    { openapi: { type: 'string', enum: DOWNGRADES, description: 'An older version of OpenAPI.' } },
    ['openapi']
  ),
  response: {
    200: { description: 'The OpenAPI document.', type: 'object', required: ['openapi', 'info'] }
  }
}
