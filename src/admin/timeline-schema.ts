import { FAULTS } from '../messages/fault.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'
import { ATTEMPT, STATE } from './show-delivery.ts'

const COUNT = { type: 'integer', minimum: 0 }

const LANE = closed('The statuses of a resource over time.', {
  type: { type: 'string', description: 'The type, such as `mews.Export`.' },
  id: { type: 'string' },
  number: { type: 'integer', minimum: 1, description: 'The number of the resource in the world.' },
  created: INSTANT,
  status: nullable({ type: 'string', description: 'Its status now; null for a type without lifecycles.' }),
  until: nullable({ ...INSTANT, description: 'When the clock will advance it; null if the clock alone will not.' }),
  running: { type: 'boolean', description: 'Whether it is in a running status now.' },
  lifecycle: nullable({ type: 'string', description: 'The lifecycle that it follows.' }),
  statuses: {
    type: 'array',
    items: closed('A status.', {
      status: { type: 'string' },
      since: INSTANT,
      until: nullable({ ...INSTANT, description: 'Null if the clock alone does not end it.' })
    }),
    description:
      'Its statuses in order of time, up to those that the clock will bring. They begin where it was last put into ' +
      'a status by a read, a request or this API; those before are not known any longer.'
  }
})

const CALLBACK = closed('A callback, without its message.', {
  id: { type: 'string' },
  callback: { type: 'string', description: 'Its name, such as `webadmit.runExport/exportFileReady`.' },
  resource: nullable({ $ref: 'ResourceName#' }),
  url: { type: 'string', description: 'Credentials in the query are masked.' },
  state: STATE,
  due: nullable({ ...INSTANT, description: 'When the next attempt is due, by the clock of the world.' }),
  attempts: { type: 'array', items: closed('An attempt.', ATTEMPT) }
})

const WAITING = closed('A request whose response is still due.', {
  id: { type: 'string', description: 'The id of the exchange.' },
  operation: nullable({ type: 'string', description: 'The id of the operation; null if the request matched none.' }),
  method: { type: 'string' },
  url: { type: 'string', description: 'Credentials in it are masked.' },
  fault: nullable({ type: 'string', enum: [...FAULTS], description: 'The fault of its connection.' }),
  at: { ...INSTANT, description: 'When the request came, by the clock of the world.' },
  due: nullable({ ...INSTANT, description: 'When its delay is over, by the clock of the world.' }),
  realDue: nullable({ ...INSTANT, description: 'When its delay is over in real time, if no clock decides that.' })
})

export const readTimelineSchema = {
  operationId: 'readTimeline',
  tags: ['clock'],
  summary: 'Get the timeline',
  description:
    'The resources of the world with their statuses over time, past and to come, the callbacks with their attempts, ' +
    'and the requests that wait for their response. It does not count as a read that advances a resource.',
  querystring: closed(
    'How much.',
    {
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 5000,
        default: 1000,
        description: 'How many resources: the latest.'
      }
    },
    ['limit']
  ),
  response: {
    200: closed('The timeline.', {
      now: INSTANT,
      mode: { type: 'string', enum: ['running', 'frozen'] },
      resources: { type: 'array', items: LANE, description: 'Latest first, of all types.' },
      total: { ...COUNT, description: 'How many resources the world has.' },
      callbacks: { type: 'array', items: CALLBACK, description: 'Oldest first.' },
      waiting: {
        type: 'array',
        items: WAITING,
        description: 'The requests whose response is still due, oldest first; those without a delay wait for a handler.'
      }
    })
  }
}
