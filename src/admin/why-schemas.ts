import { closed, nullable } from '../schemas/closed.ts'
import { SOURCE } from './exchange-schemas.ts'

const TEXT = { type: 'string' }

const OUTCOME = {
  type: 'string',
  enum: ['answered', 'passedOver', 'notAsked'],
  description: '`notAsked`: another answered before, or the request was refused before.'
}

const DIFFERENCE = closed(
  'A place at which the request does not match.',
  {
    where: { ...TEXT, description: 'A part of the request, and a JSON pointer within it: `body /EntityType`.' },
    expected: { description: 'Absent where nothing should be there.' },
    actual: { description: 'Absent where nothing came. Credentials are masked.' }
  },
  ['expected', 'actual']
)

const STUB = closed('A stub for the operation, as it is now.', {
  id: TEXT,
  operation: { ...TEXT, description: 'The operations that it is for: `mews.addExport`, `mews.*`, `*`.' },
  outcome: OUTCOME,
  why: nullable({ ...TEXT, description: 'Why it did not answer, where there is no difference.' }),
  differences: { type: 'array', items: DIFFERENCE }
})

/** The schema of why a request got its answer. */
export const EXPLANATION = {
  $id: 'Explanation',
  ...closed('Why a request got its answer.', {
    id: { ...TEXT, description: 'The id of the exchange.' },
    world: TEXT,
    operation: nullable(TEXT),
    source: nullable(SOURCE),
    summary: { ...TEXT, description: 'A sentence.' },
    sources: {
      type: 'array',
      description: 'The sources in the order in which they are asked.',
      items: closed('A source.', {
        source: SOURCE,
        outcome: OUTCOME,
        why: { ...TEXT, description: 'Why it was passed over; else empty.' }
      })
    },
    stubs: { type: 'array', items: STUB, description: 'The one that answered, then the nearest first; 10 at most.' },
    operations: {
      type: 'array',
      description: 'Where the request matches none: the nearest first.',
      items: closed('An operation.', {
        operation: TEXT,
        method: TEXT,
        path: TEXT,
        why: { ...TEXT, description: 'How the request differs.' }
      })
    },
    notes: { type: 'array', items: TEXT, description: 'What cannot be told any more.' }
  })
}

export const readWhy = {
  operationId: 'explainRequest',
  tags: ['requests'],
  summary: 'Explain a response',
  description:
    'Returns which sources of responses were passed over for a request and why, the stubs that nearly matched it ' +
    'with each difference, and the nearest operations where it matched none. It compares the request with what is ' +
    'there now: stubs may have changed since.',
  params: closed('The exchange.', {
    id: { type: 'string', description: 'The id of the exchange.' }
  }),
  response: { 200: { $ref: 'Explanation#', description: 'Why.' } }
}
