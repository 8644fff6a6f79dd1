import type { MediaType } from '../contract/contract.ts'
import { ownMember } from '../documents/own-member.ts'
import { takesMediaType, toParameters } from '../messages/find-media-type.ts'

/** A media type, or a range of them, that a client accepts, with its weight. */
export interface Accepted {
  readonly range: string
  readonly parameters: Readonly<Record<string, string>>
  /** From 0, which rejects the type, to 1. */
  readonly weight: number
}

/** Matches the text from one comma to the next; commas within quotes do not count. */
const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g

/** The header that was parsed last: a client sends the same one with all of its requests, as a rule. */
let last: { readonly accept: string, readonly accepted: readonly Accepted[] } = { accept: '', accepted: [] }

/** Parses an `Accept` header (RFC 9110, section 12.5.1). */
export function parseAccept (accept: string): readonly Accepted[] {
  if (accept !== last.accept) {
    const items = accept.match(ITEMS) ?? []
    last = { accept, accepted: items.map(toAccepted).filter(({ range }) => range !== '') }
  }
  return last.accepted
}

/** Matches the text from one semicolon to the next; semicolons within quotes do not count. */
const PARTS = /(?:[^";]|"(?:[^"\\]|\\.)*"?)+/g

function toAccepted (item: string): Accepted {
  const [range = '', ...rest] = item.match(PARTS) ?? []
  // Parameters after the weight do not describe the media type.
  const end = rest.findIndex(part => /^\s*q\s*=/i.test(part))
  const parameters = end === -1 ? rest : rest.slice(0, end)
  const weight = end === -1 ? 1 : Number(rest[end]?.split('=')[1]?.trim() || NaN)
  const name = range.trim().toLowerCase()
  return {
    // Some clients write `*` for every media type.
    range: name === '*' ? '*/*' : name,
    parameters: toParameters([range, ...parameters].join(';')),
    weight: Number.isNaN(weight) ? 1 : Math.min(1, Math.max(0, weight))
  }
}

/**
 * Returns how much a client prefers a media type: the weight of the most exact range that includes it. A media type
 * that is documented as a range can be any type within it, and `application/json` stands for all that is JSON too.
 */
export function weightOf (
  { name, parameters }: Pick<MediaType, 'name' | 'parameters'>,
  accepted: readonly Accepted[]
): number {
  let best: Accepted | undefined
  for (const candidate of accepted) {
    if (!takesMediaType(candidate.range, name) || !hasParameters(parameters, candidate)) continue
    if (best === undefined || exactness(candidate) > exactness(best)) best = candidate
  }
  if (best !== undefined && exactness(best) >= NAMED) return best.weight
  let weight = best?.weight ?? 0
  for (const candidate of accepted) {
    if (isRange(name) && takesMediaType(name, candidate.range)) weight = Math.max(weight, candidate.weight)
    else if (isSyntaxOf(name, candidate.range)) weight = Math.max(weight, candidate.weight * NEARLY)
  }
  return weight
}

/** How exact a range is that is a media type itself. */
const NAMED = 2

/** The weight of a media type that a client names by its syntax alone: a little less than one that it names. */
const NEARLY = 0.9999

function isRange (name: string): boolean {
  return name.includes('*')
}

/** Tells whether a media type is the syntax that another has by its suffix (RFC 6839). */
function isSyntaxOf (name: string, mediaType: string): boolean {
  if (mediaType === 'application/json' || mediaType === 'text/json') return name.endsWith('+json')
  return (mediaType === 'application/xml' || mediaType === 'text/xml') && name.endsWith('+xml')
}

/**
 * Tells whether a media type has the parameters that a range names. One that the contract does not name excludes
 * nothing: servers ignore parameters that they do not know.
 */
function hasParameters (own: MediaType['parameters'], { parameters }: Accepted): boolean {
  return Object.entries(parameters).every(([name, value]) => {
    const known = ownMember(own, name)
    return known === undefined || known.toLowerCase() === value.toLowerCase()
  })
}

function exactness ({ parameters, range }: Accepted): number {
  if (range === '*/*') return 0
  if (range.includes('*+')) return 1.5
  return range.endsWith('/*') ? 1 : NAMED + Object.keys(parameters).length
}
