import type { FastifyPluginAsync } from 'fastify'
import type { Example, Operation, ResponseDefinition } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { didYouMeanOperation, findOperation } from '../contract/find-operation.ts'
import { UnknownOperation } from '../errors.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, nullable } from '../schemas/closed.ts'

/** The steps of a simulation, in the order in which they run. */
const STEPS = [
  'idempotent',
  'requires',
  'find',
  'unique',
  'capacity',
  'create',
  'update',
  'patch',
  'delete',
  'async',
  'reply'
] as const

/** The operations that are served, with their responses and simulations. */
export const operationRoutes: FastifyPluginAsync<AdminOptions> = async (
  app,
  { contracts, simulations }
) => {
  const operations = contracts.flatMap(contract => contract.operations)
  const show = (operation: Operation) => showOperation(operation, simulations.get(operation.api))

  app.get('/operations', { schema: listOperations }, async () => ({
    operations: operations.map(show)
  }))

  app.get<{ Params: { id: string } }>(
    '/operations/:id',
    { schema: readOperation },
    async ({ params: { id } }) => {
      const operation = findOperation(operations, id)
      if (operation === undefined) {
        throw new UnknownOperation(id, didYouMeanOperation(operations, id))
      }
      return show(operation)
    }
  )
}

function showOperation (operation: Operation, simulation: ApiSimulation | undefined): object {
  const { api, basePath, definition, id, method, path, responses } = operation
  return {
    id,
    api,
    method,
    path,
    basePath,
    summary: definition.summary ?? null,
    statuses: responses.map(showResponse),
    simulation: showSimulation(operation, simulation)
  }
}

function showResponse ({ content, description, status }: ResponseDefinition): object {
  const examples = content.flatMap(({ examples }) => examples)
  return {
    status,
    description,
    examples: namesOf(examples, 'example'),
    fixtures: namesOf(examples, 'fixture')
  }
}

function namesOf (examples: readonly Example[], source: Example['source']): string[] {
  return [...new Set(examples.filter(example => example.source === source).map(({ name }) => name))]
}

function showSimulation (
  { api, definition, id }: Operation,
  simulation: ApiSimulation | undefined
): object | null {
  const declared = 'x-standin' in definition ? definition['x-standin'] : undefined
  if (!isObject(declared)) return null
  return {
    steps: STEPS.filter(step => step in declared),
    creates: typeIn(declared.create, api),
    finds: typeIn(declared.find, api),
    callbacks: simulation?.operations.get(id)?.callbacks.map(({ id }) => id) ?? []
  }
}

function typeIn (step: unknown, api: string): string | null {
  return isObject(step) && typeof step.type === 'string' ? `${api}.${step.type}` : null
}

const NAMES = { type: 'array', items: { type: 'string' } }

/** The schema of an operation. */
export const OPERATION = {
  $id: 'Operation',
  ...closed('One method of one path of a contract.', {
    id: { type: 'string', description: 'The id, such as `mews.addExport`.' },
    api: { type: 'string' },
    method: { type: 'string' },
    path: { type: 'string', description: 'The path as documented, with its placeholders.' },
    basePath: { type: 'string', description: 'What comes before the path: `/api/v1`; empty where there is nothing.' },
    summary: nullable({ type: 'string' }),
    statuses: {
      type: 'array',
      items: closed('A documented status.', {
        status: { type: 'string', description: 'A status (`200`), a range (`4XX`) or `default`.' },
        description: { type: 'string' },
        examples: {
          ...NAMES,
          description: 'The examples of the document; `default` is one without a name.'
        },
        fixtures: { ...NAMES, description: 'The fixtures.' }
      })
    },
    simulation: nullable(
      closed('What the document declares of it; null where it declares nothing.', {
        steps: {
          type: 'array',
          items: { type: 'string', enum: STEPS },
          description: 'The steps, in the order in which they run.'
        },
        creates: nullable({ type: 'string', description: 'The type of resource that it creates.' }),
        finds: nullable({ type: 'string', description: 'The type of resource that it finds.' }),
        callbacks: { ...NAMES, description: 'The callbacks that it gives rise to.' }
      })
    )
  })
}

const listOperations = {
  operationId: 'listOperations',
  tags: ['operations'],
  summary: 'List operations',
  response: {
    200: closed('The operations, in the order of their documents.', {
      operations: { type: 'array', items: { $ref: 'Operation#' } }
    })
  }
}

const readOperation = {
  operationId: 'readOperation',
  tags: ['operations'],
  summary: 'Get an operation',
  params: closed('Which operation.', {
    id: { type: 'string', description: 'The id of the operation, such as `mews.addExport`.' }
  }),
  response: { 200: { $ref: 'Operation#', description: 'The operation.' } }
}
