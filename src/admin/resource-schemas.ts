import { SEED } from '../scenarios/scenario-schemas.ts'
import { closed, INSTANT, noContent, nullable } from '../schemas/closed.ts'

const MEMBERS = { type: 'object', additionalProperties: true }

const TYPE = { type: 'string', description: 'The type, such as `mews.Export`.' }

const ONE = closed('The resource.', {
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
      description: 'The number of the resource in the world.'
    },
    created: INSTANT,
    status: nullable({ type: 'string', description: 'Null for a type without lifecycles.' }),
    since: { ...INSTANT, description: 'When it reached this status.' },
    until: nullable({
      ...INSTANT,
      description: 'When the clock will advance it; null if the clock alone will not.'
    }),
    lifecycle: nullable({
      type: 'string',
      description: 'The lifecycle that it follows.'
    }),
    progression: {
      description: 'What advances it: the clock, a number of reads per step, or only this API.',
      anyOf: [
        { type: 'string', enum: ['clock', 'manual'] },
        closed('A step every nth read.', { polls: { type: 'integer', minimum: 1 } })
      ]
    },
    shown: { ...MEMBERS, description: 'The members that clients see, credentials masked.' },
    hidden: { ...MEMBERS, description: 'The members that clients never see, credentials masked.' },
    files: {
      type: 'array',
      items: closed('A file that can be downloaded.', {
        url: { type: 'string' },
        name: { type: 'string' },
        size: { ...COUNT, description: 'In bytes.' }
      }),
      description: 'Its current files.'
    }
  })
}

export const listTypes = {
  operationId: 'listResourceTypes',
  tags: ['resources'],
  summary: 'List resource types',
  response: {
    200: closed('The types that the documents declare.', {
      types: {
        type: 'array',
        items: closed('A type.', {
          type: TYPE,
          count: { ...COUNT, description: 'How many resources of the type this world holds.' },
          lifecycles: {
            type: 'array',
            items: closed('A lifecycle.', {
              name: { type: 'string' },
              default: {
                type: 'boolean',
                description: 'Whether it is the default.'
              },
              statuses: {
                type: 'array',
                items: closed('A status.', {
                  status: { type: 'string' },
                  lasts: nullable({
                    type: 'string',
                    description: 'An ISO 8601 duration; null if the status has no end.'
                  })
                })
              }
            })
          },
          running: {
            type: 'array',
            items: { type: 'string' },
            description: 'The statuses of a job that is running.'
          }
        })
      }
    })
  }
}

export const listResources = {
  operationId: 'listResources',
  tags: ['resources'],
  summary: 'List resources',
  params: closed('The type.', { type: TYPE }),
  querystring: closed(
    'The page.',
    {
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        default: 100,
        description: 'How many resources.'
      },
      after: {
        ...COUNT,
        description: 'Only resources with a larger `number`: the `next` of the previous page.'
      }
    },
    ['limit', 'after']
  ),
  response: {
    200: closed('A page of resources.', {
      resources: {
        type: 'array',
        items: { $ref: 'Resource#' },
        description: 'In order of `number`.'
      },
      total: { ...COUNT, description: 'How many resources the type has.' },
      next: nullable({
        type: 'integer',
        description: 'The `after` of the next page; null if this is the last.'
      })
    })
  }
}

export const readResource = {
  operationId: 'readResource',
  tags: ['resources'],
  summary: 'Get a resource',
  description: 'Does not count as a read that advances the resource.',
  params: ONE,
  response: { 200: { $ref: 'Resource#', description: 'The resource.' } }
}

export const putResource = {
  operationId: 'putResource',
  tags: ['resources'],
  summary: 'Create or replace a resource',
  description: 'Seeds a resource whose lifecycle begins now. Seeded resources are not evicted.',
  params: ONE,
  body: SEED,
  response: {
    200: { $ref: 'Resource#', description: 'The resource was replaced.' },
    201: { $ref: 'Resource#', description: 'The resource was created.' }
  }
}

export const deleteResource = {
  operationId: 'deleteResource',
  tags: ['resources'],
  summary: 'Delete a resource',
  description:
    'Its id does not exist in this world any longer, even if its type assumes such ids to exist.',
  params: ONE,
  response: noContent('The resource was deleted.')
}

export const putStatus = {
  operationId: 'putResourceStatus',
  tags: ['resources'],
  summary: 'Set the status of a resource',
  description:
    'The resource continues from this status. Callbacks that wait for the status are sent.',
  params: ONE,
  body: {
    ...closed('The status.', {
      status: {
        type: 'string',
        description:
          'A status of its lifecycle, or of another lifecycle of its type, which it then follows.'
      }
    }),
    examples: [{ status: 'Success' }]
  },
  response: { 200: { $ref: 'Resource#', description: 'The resource.' } }
}
