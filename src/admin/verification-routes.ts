import type { FastifyPluginAsync } from 'fastify'
import { maskStub } from '../journal/mask-stub.ts'
import { listJournal } from '../journal/list-journal.ts'
import { listUnmatched } from '../journal/list-unmatched.ts'
import { knownRoutes } from '../journal/known-routes.ts'
import { parseExpectation } from '../journal/parse-expectation.ts'
import { toJournalEntry } from '../journal/to-journal-entry.ts'
import { waitForVerdict } from '../journal/wait-for-verdict.ts'
import { replayStubs } from '../scenarios/replay-name.ts'
import { showStub } from '../scenarios/stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { Delivery } from '../worlds/delivery.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { showDelivery } from './show-delivery.ts'
import { readVerification, verifyRequests } from './verification-schemas.ts'

/** The verification of the requests in a world. */
export const verificationRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const operations = options.contracts.flatMap(contract => contract.operations)

  app.post('/requests/verify', { schema: verifyRequests }, async request => {
    const world = worldOf(request, options)
    const { name, store } = world
    const expectation = parseExpectation(request.body, [...operations, ...knownRoutes(store)])
    const { matching, nearest, ok, problem } = await waitForVerdict(world, expectation, expectation.waitMs)
    return {
      ok,
      count: matching.length,
      requests: matching.map(({ id }) => id),
      problem,
      nearest: nearest && {
        request: toJournalEntry(nearest.exchange, name),
        differences: nearest.differences
      },
      dropped: store.droppedExchanges(),
      ...(expectation.warnings.length > 0 && { warnings: expectation.warnings })
    }
  })

  app.get('/verification', { schema: readVerification }, async request => {
    const world = worldOf(request, options)
    const { name, store } = world
    const replayed = replayStubs(world)
    const found = {
      violations: listJournal(world)
        .filter(({ requestViolations }) => requestViolations.length > 0)
        .map(exchange => toJournalEntry(exchange, name)),
      unmatched: listUnmatched(store.exchanges(), options.served, name),
      unusedStubs: store
        .stubs()
        .filter(({ id, used }) => used === 0 && !replayed.has(id))
        .map(stub => stub as Stub) // the store holds only stubs of the parser
        .map(stub => maskStub(showStub(stub), stub.credentials)),
      undelivered: store.deliveries().filter(isUndelivered).map(showDelivery)
    }
    const ok = Object.values(found).every(list => list.length === 0)
    return {
      ok,
      ...found,
      dropped: { requests: store.droppedExchanges(), callbacks: store.droppedDeliveries() }
    }
  })
}

/** Returns whether a callback failed, was refused or is still due. */
function isUndelivered ({ due, state }: Delivery): boolean {
  return state === 'failed' || state === 'refused' || (state === 'waiting' && due !== undefined)
}
