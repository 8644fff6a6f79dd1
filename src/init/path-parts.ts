import type { Operation } from '../contract/contract.ts'

/** A path, taken apart. */
export interface PathParts {
  /** The segments of the collection, without those for one of its things. */
  readonly base: readonly string[]
  /** The parameter that names one of its things: `petId` of `/pets/{petId}`. */
  readonly id: string | undefined
  /** What is done with the one thing or with all: `cancel` of `/jobs/{id}/cancel` and `/jobs/{id}:cancel`. */
  readonly verb: string | undefined
}

/** `{id}`, `{id}.json` */
const PARAMETER = /^\{([^{}]+)\}(?:\.[a-z]+)?$/
const PARAMETER_WITH_VERB = /^\{([^{}]+)\}:([A-Za-z]+)$/

/** What may follow the name of a collection or of one of its things without being a collection itself. */
const VERBS = /^(create|add|new|start|run|submit|cancel|abort|stop|terminate|delete|remove|update|edit|get|list|all|search|find)$/i

/** Takes the path of an operation apart: `/users/{userId}/orders/{orderId}` is one of the orders of a user. */
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

/** The key of a collection, the same whatever its parameters are called: `users/{}/orders`. */
export function baseKey ({ base }: PathParts): string {
  return base.map(segment => segment.replace(/\{[^{}]*\}/g, '{}')).join('/')
}

/** The parameters of the collections above: `userId` of `/users/{userId}/orders`, in their order. */
export function parentParameters ({ base }: PathParts): string[] {
  return base.flatMap(segment => [...segment.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name))
}

/** The name of a collection: `orders`. */
export function collectionName ({ base }: PathParts): string {
  return base.findLast(segment => !segment.includes('{')) ?? 'things'
}
