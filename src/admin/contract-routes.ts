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
  summary: 'List the contracts',
  response: {
    200: closed('The contracts.', {
      contracts: {
        type: 'array',
        items: closed('A contract.', {
          name: { type: 'string', description: 'What its operations are addressed by: `mews`.' },
          title: { type: 'string', description: 'As the document has it.' },
          version: { type: 'string', description: 'As the document has it.' },
          file: { type: 'string', description: 'The file that it was read from.' },
          operations: { type: 'integer', minimum: 0, description: 'How many operations it has.' }
        })
      }
    })
  }
}

const readContract = {
  operationId: 'readContract',
  tags: ['contracts'],
  summary: 'Read a contract as it is served',
  params: closed('Which contract.', {
    name: { type: 'string', description: 'The name of the contract.' }
  }),
  response: {
    200: { description: 'The OpenAPI document.', type: 'object', required: ['openapi', 'info'] }
  }
}
