import { closed } from '../schemas/closed.ts'
import { REQUEST_WHEN, WARNINGS } from '../scenarios/stub-schemas.ts'

const COUNT = { type: 'integer', minimum: 0 }

const REQUEST = {
  operation: {
    description: 'The operation.',
    anyOf: [
      { type: 'string', description: 'Its id, such as `mews.addExport`.' },
      closed('Its method, and its path as documented.', {
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
  summary: 'Verify requests',
  body: {
    ...closed(
      'The expected requests.',
      {
        ...REQUEST,
        count: closed(
          'How many requests; by default at least one.',
          { atLeast: COUNT, atMost: COUNT, exactly: COUNT },
          ['atLeast', 'atMost', 'exactly']
        ),
        sequence: {
          type: 'array',
          maxItems: 100,
          description:
            'The requests that should follow the first, in this order. Others may come between.',
          items: closed('A request.', REQUEST, ['when'])
        },
        wait: {
          type: 'string',
          description:
            'How long to wait for the requests in real time: an ISO 8601 duration of at most a minute. The response ' +
            'comes as soon as they have come, or too many; by default at once.'
        }
      },
      ['when', 'count', 'sequence', 'wait']
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
      'The result.',
      {
        ok: { type: 'boolean' },
        count: { ...COUNT, description: 'How many requests match.' },
        requests: {
          type: 'array',
          items: { type: 'string' },
          description: 'The ids of the matching requests, oldest first.'
        },
        problem: { type: 'string', description: 'The problem, as a sentence.' },
        nearest: closed('The request that is nearest to a missing one.', {
          request: { $ref: 'Exchange#' },
          differences: {
            type: 'array',
            items: closed(
              'A place at which the request does not match.',
              {
                where: {
                  type: 'string',
                  description:
                    'A part and a JSON pointer, such as `body /EntityType`; `operation` for a ' +
                    'request of another operation, `order` for one that came too early.'
                },
                expected: {
                  description:
                    'The expected value; absent if none should be there. For a schema, in words.'
                },
                actual: {
                  description: 'The value that came, credentials masked; absent if none came.'
                }
              },
              ['expected', 'actual']
            )
          }
        }),
        dropped: {
          ...COUNT,
          description: 'How many exchanges were dropped to make room. They are not counted.'
        },
        warnings: WARNINGS
      },
      ['problem', 'nearest', 'warnings']
    )
  }
}

export const readVerification = {
  operationId: 'readVerification',
  tags: ['requests'],
  summary: 'Get the verification report',
  description: 'Lists everything that a test run should have avoided, for the end of the run.',
  response: {
    200: closed('The report.', {
      ok: { type: 'boolean', description: 'Whether the report is empty.' },
      violations: {
        type: 'array',
        items: { $ref: 'Exchange#' },
        description: 'The requests that broke the contract.'
      },
      unmatched: {
        type: 'array',
        items: { $ref: 'Unmatched#' },
        description: 'The requests that matched no operation.'
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
      dropped: closed('How many were dropped to make room. They are not in the report.', {
        requests: COUNT,
        callbacks: COUNT
      })
    })
  }
}
