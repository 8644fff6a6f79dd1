import { closed } from '../schemas/closed.ts'
import { REQUEST_WHEN } from '../scenarios/stub-schemas.ts'

const COUNT = { type: 'integer', minimum: 0 }

const REQUEST = {
  operation: {
    description: 'Of which operation.',
    anyOf: [
      { type: 'string', description: 'Its id, such as `mews.addExport`.' },
      closed('Its method and path, the path as its document has it.', {
        method: { type: 'string' },
        path: { type: 'string' }
      })
    ]
  },
  when: REQUEST_WHEN
}

export const verifyRequests = {
  operationId: 'verifyRequests',
  tags: ['requests'],
  summary: 'Tell whether requests came as expected',
  body: {
    ...closed(
      'What should have come.',
      {
        ...REQUEST,
        count: closed(
          'How often; at least once where it is left out.',
          { atLeast: COUNT, atMost: COUNT, exactly: COUNT },
          ['atLeast', 'atMost', 'exactly']
        ),
        sequence: {
          type: 'array',
          maxItems: 100,
          description:
            'What should have come after the first of them, in this order; other requests may stand between.',
          items: closed('A request.', REQUEST, ['when'])
        }
      },
      ['when', 'count', 'sequence']
    ),
    examples: [
      {
        operation: 'mews.addExport',
        when: { body: { EntityType: 'Payment' } },
        count: { exactly: 1 }
      }
    ]
  },
  response: {
    200: closed(
      'Whether it is so; if not, what is wrong, and what came nearest.',
      {
        ok: { type: 'boolean' },
        count: { ...COUNT, description: 'How many requests came that are as expected.' },
        requests: {
          type: 'array',
          items: { type: 'string' },
          description: 'Their ids, oldest first.'
        },
        problem: { type: 'string', description: 'What is wrong, in a sentence.' },
        nearest: closed('The request that came nearest to one that is missing.', {
          request: { $ref: 'Exchange#' },
          differences: {
            type: 'array',
            items: closed(
              'A place at which it is not as expected.',
              {
                where: {
                  type: 'string',
                  description:
                    'A part and a JSON pointer, such as `body /EntityType`; `operation` where it is one of another operation, `order` where it came too early.'
                },
                expected: {
                  description:
                    'What was expected; absent where nothing should be there. For a schema, in words.'
                },
                actual: {
                  description: 'What came; absent where nothing did. Credentials are masked.'
                }
              },
              ['expected', 'actual']
            )
          }
        }),
        dropped: {
          ...COUNT,
          description:
            'How many exchanges of this world were dropped to make room: they are not counted.'
        }
      },
      ['problem', 'nearest']
    )
  }
}

export const readVerification = {
  operationId: 'readVerification',
  tags: ['requests'],
  summary: 'Tell everything that is not as it should be',
  description: 'For the end of a test run.',
  response: {
    200: closed('What was found.', {
      ok: { type: 'boolean', description: 'Whether nothing was found.' },
      violations: {
        type: 'array',
        items: { $ref: 'Exchange#' },
        description: 'The requests that broke the contract.'
      },
      unmatched: {
        type: 'array',
        items: { $ref: 'Unmatched#' },
        description: 'The requests that found no operation.'
      },
      unusedStubs: {
        type: 'array',
        items: { $ref: 'Stub#' },
        description: 'The stubs that no request has used.'
      },
      undelivered: {
        type: 'array',
        items: { $ref: 'Delivery#' },
        description: 'The callbacks that failed, were refused, or are still due.'
      },
      dropped: closed('How many were dropped to make room: nothing is known of them.', {
        requests: COUNT,
        callbacks: COUNT
      })
    })
  }
}
