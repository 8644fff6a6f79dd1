import type { MediaType } from '../contract/contract.ts'
import { isJson } from '../messages/media-type.ts'
import { parseAccept, weightOf } from './accept.ts'
import { writtenName } from './written-type.ts'

/** Puts the media types that we like to write before others: JSON, and what is written as JSON. */
export function jsonFirst (content: readonly MediaType[]): readonly MediaType[] {
  return content.toSorted((a, b) => taste(a) - taste(b))
}

/**
 * Chooses the media type that a client likes best (RFC 9110 section 12.5.1), the first of those it likes alike.
 * Where it likes none it still gets one: whether to refuse is for others to say.
 */
export function chooseMediaType (content: readonly MediaType[], accept: unknown): MediaType | undefined {
  if (content.length < 2 || typeof accept !== 'string') return content[0]
  const accepted = parseAccept(accept)
  return content.toSorted((a, b) => weightOf(b, accepted) - weightOf(a, accepted))[0]
}

function taste ({ name }: MediaType): number {
  if (name === 'application/json') return 0
  return isJson(writtenName(name)) ? 1 : 2
}
