import type { Operation } from '../contract/contract.ts'
import { DeclarationRefused } from './declaration.ts'
import type { Declaration, ReportProblem } from './declaration.ts'
import type { Limit } from './limit.ts'
import type { ResourceType } from './scope.ts'
import type { ResourceIndex } from '../worlds/resource-verbs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The names that the declarations of one document can use while they are compiled. */
export interface Language {
  readonly api: string
  readonly operations: readonly Operation[]
  readonly limits: ReadonlyMap<string, Limit>
  /** The names of all limits that are declared, with mistakes or without. */
  readonly limitNames: readonly string[]
  /** By their names in the document: `Export`. */
  readonly types: ReadonlyMap<string, ResourceType>
  /** The names of all types that are declared, with mistakes or without. */
  readonly typeNames: readonly string[]
  readonly replies: ReadonlyMap<string, Declaration>
  /** The names of the replies that are used so far. */
  readonly usedReplies: Set<string>
  /** Reports at a JSON pointer of the document what does not keep it from being served. */
  readonly warn: ReportProblem
  /** Returns an index of a type by the names of members: for `shared`, the same one for the same names. */
  index (type: ResourceType, names: readonly string[], use: 'shared' | 'own'): ResourceIndex
}

/** The language of one operation. */
export interface OperationLanguage extends Language {
  readonly operation: Operation
}

/** The types of the resources that expressions can name at a place; `unknown` where the type has a mistake. */
export interface Spoken {
  readonly resource?: ResourceType | 'unknown'
  readonly conflict?: ResourceType | 'unknown'
}

/** Returns the words that expressions can use at a place in a document. */
export function vocabularyOf (
  language: Pick<Language, 'limitNames' | 'operations'> | OperationLanguage,
  { conflict, resource }: Spoken = {},
  ...heads: string[]
): Vocabulary {
  return {
    heads: new Set([
      ...heads,
      ...resource === undefined ? [] : resourceHeads(resource),
      ...conflict === undefined ? [] : ['conflict']
    ]),
    limits: language.limitNames,
    operations: 'operation' in language ? [language.operation] : language.operations,
    known: {
      ...typeof resource === 'object' && resource.known,
      ...typeof conflict === 'object' &&
        conflict.known.resource !== undefined &&
        { conflict: conflict.known.resource }
    }
  }
}

const RESOURCE_HEADS = ['resource', 'id', 'created', 'hidden', 'status', 'files'] as const

/** Returns the expressions for one resource. */
function resourceHeads (type: ResourceType | 'unknown'): string[] {
  if (type === 'unknown') return [...RESOURCE_HEADS]
  return RESOURCE_HEADS.filter(head =>
    (head !== 'status' || type.statuses.size > 0) && (head !== 'files' || type.files !== undefined))
}

/** Returns the type that a declaration names. */
export function typeNamed (declaration: Declaration, { typeNames, types }: Language): ResourceType {
  const name = declaration.text()
  const type = types.get(name)
  if (type !== undefined) return type
  // Mistakes of the type are reported at its own place.
  if (typeNames.includes(name)) throw new DeclarationRefused()
  return declaration.refuseWord('type of resource', name, typeNames)
}
