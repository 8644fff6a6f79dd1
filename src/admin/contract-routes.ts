import type { FastifyPluginAsync } from 'fastify'
import type { Contract } from '../contract/contract.ts'
import { UnknownContract } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed } from '../schemas/closed.ts'

/** The contracts that are served. */
export const contractRoutes: FastifyPluginAsync<AdminOptions> = async (app, { contracts }) => {
  app.get('/contracts', { schema: listContracts }, async () => ({
    contracts: contracts.map(showContract)
  }))

  app.get<{ Params: { name: string } }>(
    '/contracts/:name.json',
    { schema: readContract },
    async ({ params: { name } }) => {
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
      return contract.document
    }
  )
}

function showContract ({ document: { info }, file, name, operations }: Contract): object {
  return { name, title: info.title, version: info.version, file, operations: operations.length }
}

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
          operations: { type: 'integer', minimum: 0, description: 'The number of operations.' }
        })
      }
    })
  }
}

const readContract = {
  operationId: 'readContract',
  tags: ['contracts'],
  summary: 'Get a contract',
  params: closed('The contract.', {
    name: { type: 'string', description: 'The name of the contract.' }
  }),
  response: {
    200: { description: 'The OpenAPI document.', type: 'object', required: ['openapi', 'info'] }
  }
}
