import { isObject } from '../documents/is-object.ts'
import { isAccepted } from './recording.ts'
import type { VerifyExchange } from './recording.ts'
import { declarationOf, idsOf } from './sightings.ts'
import { kept } from './verify-check.ts'
import type { Judgement, VerifyCheck } from './verify-check.ts'

/** Checks that what was created, and not deleted since, is shown to the requests that ask for it. */
export const ensureResourceAvailability: VerifyCheck = {
  name: 'ensure_resource_availability',
  judge: ({ exchanges }, context) => {
    const created = new Set<string>()
    const judgements: Judgement[] = []
    for (const exchange of exchanges) {
      const { operation, method, values } = exchange.request
      if (operation === undefined) continue
      const declared = declarationOf(operation)
      const asked = [...textsIn(values.path), ...textsIn(values.body)].filter(text => created.has(text))
      if (method === 'DELETE' && isAccepted(exchange)) for (const id of asked) created.delete(id)
      if (declared?.create !== undefined && isAccepted(exchange)) {
        for (const id of idsOf(exchange, context)) created.add(id)
      }
      if (!isObject(declared?.find) || 'while' in declared.find || method === 'DELETE' || asked.length === 0) continue
      const shown = idsOf(exchange, context)
      const isHidden = exchange.response.status === 404 ||
        (isAccepted(exchange) && declared.find.many === true && asked.some(id => !shown.includes(id)))
      judgements.push(isHidden ? hidden(exchange) : kept(operation))
    }
    return judgements
  }
}

function hidden ({ request: { operation }, response: { status } }: VerifyExchange): Judgement {
  const difference = {
    contract: `that ${operation?.name ?? 'it'} shows what was created`,
    service: `responds ${status} without what it has just created`,
    pointer: operation?.pointer
  }
  return { operation, difference }
}

/** Lists the texts and numbers in a value, at most 1,000. */
function textsIn (value: unknown): string[] {
  const texts: string[] = []
  const queue = [value]
  for (const item of queue) {
    if (texts.length >= 1_000) break
    if (typeof item === 'string' || typeof item === 'number') texts.push(String(item))
    else if (Array.isArray(item)) queue.push(...item)
    else if (isObject(item)) queue.push(...Object.values(item))
  }
  return texts
}
