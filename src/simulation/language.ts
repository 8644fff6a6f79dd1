import type { Operation } from '../contract/contract.ts'
import { DeclarationRefused } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import type { Limit } from './limit.ts'
import type { ResourceType } from './scope.ts'
import type { ResourceIndex } from '../worlds/resource-verbs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the declarations of one document can refer to while they are compiled. */
export interface Language {
  readonly api: string
  readonly operations: readonly Operation[]
  readonly limits: ReadonlyMap<string, Limit>
  /** Of all limits that are declared, those with mistakes in them too. */
  readonly limitNames: readonly string[]
  /** By their names in the document: `Export`. */
  readonly types: ReadonlyMap<string, ResourceType>
  /** Of all types that are declared, those with mistakes in them too. */
  readonly typeNames: readonly string[]
  readonly replies: ReadonlyMap<string, Declaration>
  /** The replies that something has named so far. */
  readonly usedReplies: Set<string>
  /** Makes an index of a type by the names of members; the same one again where `shared` ones have the same names. */
  index (type: ResourceType, names: readonly string[], use: 'shared' | 'own'): ResourceIndex
}

/** An operation whose declarations are being compiled, with its language. */
export interface OperationLanguage extends Language {
  readonly operation: Operation
}

/** The resources that can be spoken of at a place; `unknown` where there is one whose type has a mistake in it. */
export interface Spoken {
  readonly resource?: ResourceType | 'unknown'
  readonly conflict?: ResourceType | 'unknown'
}

/** The words for what a place in a document may speak of. */
export function vocabularyOf (language: Pick<Language, 'limitNames' | 'operations'> | OperationLanguage, { conflict, resource }: Spoken = {}, ...heads: string[]): Vocabulary {
  return {
    heads: new Set([...heads, ...resource === undefined ? [] : resourceHeads(resource), ...conflict === undefined ? [] : ['conflict']]),
    limits: language.limitNames,
    operations: 'operation' in language ? [language.operation] : language.operations,
    known: {
      ...typeof resource === 'object' && resource.known,
      ...typeof conflict === 'object' && conflict.known.resource !== undefined && { conflict: conflict.known.resource }
    }
  }
}

const RESOURCE_HEADS = ['resource', 'id', 'created', 'hidden', 'status', 'files'] as const

/** What can be said of one resource. */
function resourceHeads (type: ResourceType | 'unknown'): string[] {
  if (type === 'unknown') return [...RESOURCE_HEADS]
  return RESOURCE_HEADS.filter(head => (head !== 'status' || type.statuses.size > 0) && (head !== 'files' || type.files !== undefined))
}

/** The type that a declaration names. */
export function typeNamed (declaration: Declaration, { typeNames, types }: Language): ResourceType {
  const name = declaration.text()
  const type = types.get(name)
  if (type !== undefined) return type
  // What is wrong with the type has been reported where it stands.
  if (typeNames.includes(name)) throw new DeclarationRefused()
  return declaration.refuseWord('type of resource', name, typeNames)
}
