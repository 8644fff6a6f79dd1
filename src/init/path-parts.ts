import type { Operation } from '../contract/contract.ts'

/** The parts of an operation's path. */
export interface PathParts {
  /** The segments of the collection, without the one for an item. */
  readonly base: readonly string[]
  /** The parameter that names an item: `petId` of `/pets/{petId}`. */
  readonly id: string | undefined
  /** A trailing verb: `cancel` of `/jobs/{id}/cancel` and `/jobs/{id}:cancel`. */
  readonly verb: string | undefined
}

/** Matches `{id}` and `{id}.json`. */
const PARAMETER = /^\{([^{}]+)\}(?:\.[a-z]+)?$/
/** Matches `{id}:cancel`. */
const PARAMETER_WITH_VERB = /^\{([^{}]+)\}:([A-Za-z]+)$/

const VERB_WORDS = [
  'create', 'add', 'new', 'start', 'run', 'submit', 'cancel', 'abort', 'stop', 'terminate',
  'delete', 'remove', 'update', 'edit', 'get', 'list', 'all', 'search', 'find', 'status', 'state', 'progress'
]

/** Matches last segments that are an action on a collection or an item, or a view of it; they are no collection. */
const VERBS = new RegExp(`^(${VERB_WORDS.join('|')})$`, 'i')

/** Splits the path of an operation: `/users/{userId}/orders/{orderId}` is an item of `/users/{userId}/orders`. */
export function pathParts ({ path }: Pick<Operation, 'path'>): PathParts {
  const segments = path.replace(/\.json$/, '').split('/').filter(segment => segment !== '')
  const last = segments.at(-1) ?? ''
  const [, idWithVerb, verb] = PARAMETER_WITH_VERB.exec(last) ?? []
  if (idWithVerb !== undefined) return { base: segments.slice(0, -1), id: idWithVerb, verb }
  const id = PARAMETER.exec(last)?.[1]
  if (id !== undefined) return { base: segments.slice(0, -1), id, verb: undefined }
  if (!VERBS.test(last) || segments.length < 2) return { base: segments, id: undefined, verb: undefined }
  const before = PARAMETER.exec(segments.at(-2) ?? '')?.[1]
  return { base: segments.slice(0, before === undefined ? -1 : -2), id: before, verb: last }
}

/** Returns the key of a collection, which does not depend on the names of its parameters: `users/{}/orders`. */
export function baseKey ({ base }: PathParts): string {
  return base.map(segment => segment.replace(/\{[^{}]*\}/g, '{}')).join('/')
}

/** Lists the parameters of the collections above, in order: `userId` of `/users/{userId}/orders`. */
export function parentParameters ({ base }: PathParts): string[] {
  return base.flatMap(segment => [...segment.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name))
}

/** Returns the name of a collection: `orders`. */
export function collectionName ({ base }: PathParts): string {
  return base.findLast(segment => !segment.includes('{')) ?? 'things'
}
