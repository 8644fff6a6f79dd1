import type { JsonObject } from '../documents/is-object.ts'

/** A state in which a provider is before it is sent the request of an interaction, as a pact names it. */
export interface ProviderState {
  readonly name: string
  readonly params?: JsonObject
}

/** What a name of a state asks for. */
export type StateKind =
  /** A world as it starts. */
  | { readonly kind: 'fresh' }
  /** `mews.Export is Success`, `orders.Order exists` */
  | { readonly kind: 'resource', readonly type: string, readonly status: string | undefined }
  /** `orders.Order does not exist` */
  | { readonly kind: 'absent', readonly type: string }
  /** `mews.addExport responds 429` */
  | { readonly kind: 'response', readonly operation: string, readonly status: number }
  /** Any other name: that of a scenario. */
  | { readonly kind: 'scenario', readonly name: string }

/** Parses the name of a state. */
export function parseStateName (name: string): StateKind {
  if (name.trim() === '') return { kind: 'fresh' }
  const [, absent] = /^(\S+) does not exist$/.exec(name) ?? []
  if (absent !== undefined) return { kind: 'absent', type: absent }
  const [, existing] = /^(\S+\.\S+) exists$/.exec(name) ?? []
  if (existing !== undefined) return { kind: 'resource', type: existing, status: undefined }
  const [, operation, code] = /^(\S+\.\S+|[A-Z]+ \/\S*) responds (\d{3})$/.exec(name) ?? []
  if (operation !== undefined) return { kind: 'response', operation, status: Number(code) }
  const [, type, status] = /^(\w[\w-]*\.\S+) is (.+)$/.exec(name) ?? []
  if (type !== undefined) return { kind: 'resource', type, status }
  return { kind: 'scenario', name }
}

/** Returns the name of the parameter that has the id of a resource: `ExportId` for `mews.Export`. */
export function idParameter (type: string, number = 1): string {
  const name = type.slice(type.lastIndexOf('.') + 1)
  return number === 1 ? `${name}Id` : `${name}Id${number}`
}
