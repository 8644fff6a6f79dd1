import type { MediaType } from '../contract/contract.ts'
import { isJson } from '../validation/media-type.ts'

/** A media type, or a range of them, that a client accepts, with its weight. */
interface Accepted {
  readonly range: string
  readonly weight: number
}

/** Puts the media types that we like to write before others: JSON, and what is written as JSON. */
export function inOrderOfTaste (content: readonly MediaType[]): readonly MediaType[] {
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

/** Whether a client takes one of some media types. */
export function isAcceptable (content: readonly MediaType[], accept: string): boolean {
  const accepted = parseAccept(accept)
  return content.some(mediaType => weightOf(mediaType, accepted) > 0)
}

/** What a media type is called when it is written: a range stands for a type within it. */
export function writtenName (name: string): string {
  if (!name.includes('*')) return name
  return name.startsWith('text/') ? 'text/plain' : 'application/json'
}

function taste ({ name }: MediaType): number {
  if (name === 'application/json') return 0
  return isJson(writtenName(name)) ? 1 : 2
}

function parseAccept (accept: string): Accepted[] {
  return accept.split(',').map(item => {
    const [range = '', ...parameters] = item.split(';').map(part => part.trim().toLowerCase())
    const weight = Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? 1)
    return { range, weight: Number.isNaN(weight) ? 1 : weight }
  })
}

/** The weight of the most exact range that takes the type. */
function weightOf ({ name }: MediaType, accepted: readonly Accepted[]): number {
  const family = `${name.slice(0, name.indexOf('/'))}/*`
  for (const range of [name, family, '*/*']) {
    const found = accepted.find(candidate => candidate.range === range)
    if (found !== undefined) return found.weight
  }
  return name.includes('*') ? rangeWeight(name, accepted) : 0
}

/** A response that is documented as a range can be of any type within it. */
function rangeWeight (range: string, accepted: readonly Accepted[]): number {
  const start = range.slice(0, range.indexOf('*')).replace('*/', '')
  return Math.max(0, ...accepted.filter(candidate => candidate.range.startsWith(start)).map(({ weight }) => weight))
}
