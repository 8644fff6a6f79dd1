import { decodeText } from '../messages/split-pairs.ts'
import { writePreference } from '../responses/parse-prefer.ts'
import type { CreateAnswer } from './answer.ts'

const NAMES: readonly string[] = ['__code', '__example', '__dynamic', '__seed']

/**
 * Wraps the function that answers requests, so that their query may state preferences as Prism has them. They are read
 * as if they came after the client's own `Prefer`, which therefore wins, and are no parameters of the operation.
 */
export function preferByQuery (answer: CreateAnswer): CreateAnswer {
  return (facts, raw, world) => {
    if (!raw.query.includes('__')) return answer(facts, raw, world)
    const preferences: string[] = []
    const others: string[] = []
    for (const part of raw.query.split('&')) {
      const [name = '', value = ''] = part.split(/=(.*)/s, 2)
      if (NAMES.includes(name)) preferences.push(writePreference(name.slice(2), decodeText(value) ?? value))
      else others.push(part)
    }
    if (preferences.length === 0) return answer(facts, raw, world)
    const prefer = [raw.headers.prefer ?? [], preferences].flat(2).join(', ')
    return answer(facts, { ...raw, query: others.join('&'), headers: { ...raw.headers, prefer } }, world)
  }
}
