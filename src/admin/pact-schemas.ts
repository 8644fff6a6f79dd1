import { PACT_VERSIONS } from '../pact/pact-versions.ts'
import { closed } from '../schemas/closed.ts'

export const putPactState = {
  operationId: 'setUpPactState',
  tags: ['pact'],
  summary: 'Set up a provider state',
  description:
    'Verifiers of Pact call it before each interaction. `setup` puts the world back to its start, unless nothing but ' +
    'states has been set up in it since, and sets the state up: `mews.Export is Success`, `orders.Order exists`, ' +
    '`orders.Order does not exist`, `mews.addExport responds 429`, or the name of a scenario. No state is the start ' +
    'itself. The response has the values for the generators of the pact. `teardown` drops the world.',
  body: {
    type: 'object',
    description: 'The state.',
    properties: {
      action: { type: 'string', enum: ['setup', 'teardown'], default: 'setup' },
      state: { type: ['string', 'null'], description: 'Its name.' },
      params: {
        type: 'object',
        description:
          'Of a resource: its id (`ExportId`), its hidden members under `hidden`, and its other members. ' +
          'Of a response: `headers` and `body`.'
      }
    },
    examples: [{ action: 'setup', state: 'mews.Export is Success', params: { EntityType: 'OrderItem' } }]
  },
  response: {
    200: { type: 'object', description: 'The values for generators, such as `ExportId`.', additionalProperties: true }
  }
}

const STATE = {
  type: 'object',
  description: 'A state.',
  required: ['name'],
  properties: { name: { type: 'string' }, params: { type: 'object' } }
}

export const readPactMessage = {
  operationId: 'readPactMessage',
  tags: ['pact'],
  summary: 'Get the message of a callback',
  description: 'Verifiers of Pact ask it for the messages of a pact: the path of their transport of messages.',
  body: {
    type: 'object',
    description: 'The message.',
    required: ['description'],
    properties: {
      description: { type: 'string', description: 'Such as `webadmit.runExport/exportFileReady is sent`.' },
      providerStates: { type: 'array', items: STATE }
    }
  },
  response: { 200: { description: 'The body of the callback.' } }
}

const COUNT = { type: 'integer', minimum: 0 }

export const readPact = {
  operationId: 'readPact',
  tags: ['pact'],
  summary: 'Get pacts',
  description:
    'Returns a pact for each API that the world was asked for, of exchanges and callbacks that kept the contract. ' +
    'Each interaction was tried with its provider states. Secrets are replaced by placeholders.',
  querystring: closed(
    'The pacts.',
    {
      consumer: { type: 'string', minLength: 1, description: 'The name of the consumer.' },
      provider: { type: 'string', minLength: 1, description: 'The name of the provider; by default that of the API.' },
      api: { type: 'string', description: 'The name of the one API to write a pact for.' },
      spec: { type: 'string', enum: PACT_VERSIONS, default: '4', description: 'The version of the specification.' }
    },
    ['provider', 'api', 'spec']
  ),
  response: {
    200: closed('The pacts.', {
      pacts: {
        type: 'array',
        items: closed('A pact.', {
          api: { type: 'string' },
          pact: { type: 'object', additionalProperties: true, description: 'The pact itself.' },
          interactions: { ...COUNT, description: 'The number of its interactions.' },
          messages: { ...COUNT, description: 'The number of its messages.' },
          leftOut: {
            type: 'array',
            description: 'What is not in it.',
            items: closed('Exchanges of one operation.', {
              operation: { type: 'string' },
              why: { type: 'string' },
              count: COUNT
            })
          }
        })
      }
    })
  }
}

export const loadPactStubs = {
  operationId: 'loadPactStubs',
  tags: ['pact'],
  summary: 'Add the stubs of a pact',
  description:
    'Adds a stub for each interaction of a pact of any version: its request becomes the conditions, with the rules ' +
    'as JSON Schemas, and its response the reply. What a stub cannot say is in `warnings`.',
  body: {
    type: 'object',
    description: 'The pact.',
    required: ['consumer', 'provider'],
    properties: { consumer: { type: 'object' }, provider: { type: 'object' } }
  },
  response: {
    201: closed('The stubs.', {
      stubs: {
        type: 'array',
        items: closed('A stub.', { id: { type: 'string' }, operation: { type: 'string' } })
      },
      warnings: { type: 'array', items: { type: 'string' }, description: 'What the stubs cannot say.' }
    })
  }
}
