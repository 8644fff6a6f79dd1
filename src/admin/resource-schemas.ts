import { SEED } from '../scenarios/scenario-schema.ts'
import { closed, INSTANT, noContent, nullable } from '../schemas/closed.ts'

const MEMBERS = { type: 'object', additionalProperties: true }

const TYPE = { type: 'string', description: 'The type, such as `mews.Export`.' }

const ONE = closed('Which resource.', {
  type: TYPE,
  id: { type: 'string', description: 'The id of the resource.' }
})

const COUNT = { type: 'integer', minimum: 0 }

/** The schema of a resource. */
export const RESOURCE = {
  $id: 'Resource',
  ...closed('A record in a world.', {
    type: TYPE,
    id: { type: 'string' },
    number: {
      type: 'integer',
      minimum: 1,
      description: 'Counts up with each resource of the world.'
    },
    created: INSTANT,
    status: nullable({ type: 'string', description: 'Null for a type without lifecycles.' }),
    since: { ...INSTANT, description: 'When it came to this status.' },
    until: nullable({
      ...INSTANT,
      description: 'When the clock will take it on; null where the clock alone will not.'
    }),
    lifecycle: nullable({
      type: 'string',
      description: 'The way that it takes through its statuses.'
    }),
    progression: {
      description: 'What moves it on: the clock, so many reads for a step, or only this API.',
      anyOf: [
        { type: 'string', enum: ['clock', 'manual'] },
        closed('By reads.', { polls: { type: 'integer', minimum: 1 } })
      ]
    },
    shown: { ...MEMBERS, description: 'What clients see of it, credentials masked.' },
    hidden: { ...MEMBERS, description: 'What is kept of it and never shown, credentials masked.' },
    files: {
      type: 'array',
      items: closed('A file that can be downloaded.', {
        url: { type: 'string' },
        name: { type: 'string' },
        size: { ...COUNT, description: 'In bytes.' }
      }),
      description: 'The files that it has now.'
    }
  })
}

export const listTypes = {
  operationId: 'listResourceTypes',
  tags: ['resources'],
  summary: 'List the types of resources with how many there are',
  response: {
    200: closed('The types that the documents declare.', {
      types: {
        type: 'array',
        items: closed('A type.', {
          type: TYPE,
          count: { ...COUNT, description: 'How many this world holds.' },
          lifecycles: {
            type: 'array',
            items: closed('A way through the statuses.', {
              name: { type: 'string' },
              default: {
                type: 'boolean',
                description: 'Whether it is taken where nothing else is said.'
              },
              statuses: {
                type: 'array',
                items: closed('A status.', {
                  status: { type: 'string' },
                  lasts: nullable({
                    type: 'string',
                    description: 'An ISO 8601 duration; null where it has no end.'
                  })
                })
              }
            })
          },
          running: {
            type: 'array',
            items: { type: 'string' },
            description: 'The statuses of a job that has not ended.'
          }
        })
      }
    })
  }
}

export const listResources = {
  operationId: 'listResources',
  tags: ['resources'],
  summary: 'List the resources of a type',
  params: closed('Which type.', { type: TYPE }),
  querystring: closed(
    'Which of them.',
    {
      limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100, description: 'How many.' },
      after: {
        ...COUNT,
        description: 'Only those whose `number` is larger: the `next` of the page before.'
      }
    },
    ['limit', 'after']
  ),
  response: {
    200: closed('A page of them.', {
      resources: { type: 'array', items: { $ref: 'Resource#' }, description: 'By their numbers.' },
      total: { ...COUNT, description: 'How many there are.' },
      next: nullable({
        type: 'integer',
        description: 'What to ask with `after` for the next page; null where this is the last.'
      })
    })
  }
}

export const readResource = {
  operationId: 'readResource',
  tags: ['resources'],
  summary: 'Read a resource',
  description: 'Reading it here does not move it on, whatever its progression.',
  params: ONE,
  response: { 200: { $ref: 'Resource#', description: 'The resource.' } }
}

export const putResource = {
  operationId: 'putResource',
  tags: ['resources'],
  summary: 'Seed a resource',
  description:
    'It begins its way now, in the place of any with its id. What is seeded stays when room is needed.',
  params: ONE,
  body: SEED,
  response: {
    200: { $ref: 'Resource#', description: 'It took the place of another.' },
    201: { $ref: 'Resource#', description: 'It was seeded.' }
  }
}

export const deleteResource = {
  operationId: 'deleteResource',
  tags: ['resources'],
  summary: 'Make a resource missing',
  description:
    'From then on its id does not exist in this world, even if its type takes such ids to exist.',
  params: ONE,
  response: noContent('It does not exist.')
}

export const putStatus = {
  operationId: 'putResourceStatus',
  tags: ['resources'],
  summary: 'Force a resource into a status',
  description:
    'It goes on from there as its progression has it. Callbacks that wait for the status are sent.',
  params: ONE,
  body: {
    ...closed('The status.', {
      status: {
        type: 'string',
        description:
          'A status of its lifecycle, or else of another lifecycle of its type, which it then takes.'
      }
    }),
    examples: [{ status: 'Success' }]
  },
  response: { 200: { $ref: 'Resource#', description: 'The resource as it is now.' } }
}
