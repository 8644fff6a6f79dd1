import { parseHttpDate } from '../worlds/clock.ts'
import type { JourneyResponse } from './target.ts'

/**
 * Returns how long a response asks to wait (Retry-After, RFC 9110 section 10.2.3), in milliseconds from `now`;
 * `undefined` where it does not say.
 */
export function retryAfterMs ({ headers }: Pick<JourneyResponse, 'headers'>, now: number): number | undefined {
  const [text] = [headers['retry-after']].flat()
  if (text === undefined) return undefined
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1_000
  const date = parseHttpDate(text)
  return date === undefined ? undefined : Math.max(0, date - now)
}
