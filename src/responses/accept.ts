import type { MediaType } from '../contract/contract.ts'
import { takesMediaType, toParameters } from '../messages/media-type.ts'

/** A media type, or a range of them, that a client accepts, with its weight. */
export interface Accepted {
  readonly range: string
  readonly parameters: Readonly<Record<string, string>>
  /** From 0, which refuses, to 1. */
  readonly weight: number
}

/** From one comma to the next; those within quotes do not count. */
const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g

/** Clients keep to one header, as a rule. */
let last: { readonly accept: string, readonly accepted: readonly Accepted[] } = { accept: '', accepted: [] }

/** Reads an `Accept` header (RFC 9110, section 12.5.1). */
export function parseAccept (accept: string): readonly Accepted[] {
  if (accept !== last.accept) last = { accept, accepted: (accept.match(ITEMS) ?? []).map(toAccepted).filter(({ range }) => range !== '') }
  return last.accepted
}

function toAccepted (item: string): Accepted {
  const [range = '', ...rest] = item.split(';')
  // What follows the weight says nothing of the media type.
  const end = rest.findIndex(part => /^\s*q\s*=/i.test(part))
  const weight = end === -1 ? 1 : Number(rest[end]?.split('=')[1]?.trim() || NaN)
  return {
    range: range.trim().toLowerCase(),
    parameters: toParameters([range, ...end === -1 ? rest : rest.slice(0, end)].join(';')),
    weight: Number.isNaN(weight) ? 1 : Math.min(1, Math.max(0, weight))
  }
}

/** How much a client likes a media type: the weight of the most exact range that takes it. What is documented as a range can be any type within it. */
export function weightOf ({ name, parameters }: Pick<MediaType, 'name' | 'parameters'>, accepted: readonly Accepted[]): number {
  let best: Accepted | undefined
  for (const candidate of accepted) {
    if (takesMediaType(candidate.range, name) && hasParameters(parameters, candidate) && (best === undefined || exactness(candidate) > exactness(best))) best = candidate
  }
  const within = name.includes('*') ? accepted.filter(({ range }) => takesMediaType(name, range)).map(({ weight }) => weight) : []
  return Math.max(0, best?.weight ?? 0, ...within)
}

/** A parameter that a contract does not speak of rules nothing out: servers pass over those that they do not know. */
function hasParameters (own: MediaType['parameters'], { parameters }: Accepted): boolean {
  return Object.entries(parameters).every(([name, value]) => own[name] === undefined || own[name] === value)
}

function exactness ({ parameters, range }: Accepted): number {
  if (range === '*/*') return 0
  return range.endsWith('/*') ? 1 : 2 + Object.keys(parameters).length
}
