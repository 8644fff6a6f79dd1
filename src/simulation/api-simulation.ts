import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Contract, Operation, SchemaReference } from '../contract/contract.ts'
import { componentSchema, componentSchemaNames } from '../contract/component-schema.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { listUnusable, schemaValidator } from '../schemas/schema-validator.ts'
import type { Validate } from '../schemas/schema-compiler.ts'
import { compileApiReplies } from './api-replies.ts'
import type { ApiReplies } from './api-replies.ts'
import { Declaration, attempt } from './declaration.ts'
import type { ReportProblem } from './declaration.ts'
import { listKnownMembers } from './known-members.ts'
import { vocabularyOf } from './language.ts'
import type { Language } from './language.ts'
import type { Limit } from './limit.ts'
import { reportMisplaced } from './report-misplaced.ts'
import { compileOperation } from './operation-simulation.ts'
import type { CallbackDeclaration, OperationSimulation } from './operation-simulation.ts'
import { compileReply } from './reply.ts'
import { compileResourceType } from './resource-type.ts'
import type { SchemaTest, TypeContext } from './resource-type.ts'
import type { RowFiles } from './rows.ts'
import type { ResourceType } from './scope.ts'
import { compileWebhook } from './webhook.ts'
import type { DeclaredWebhook } from './webhook.ts'
import type { ResourceIndex } from '../worlds/resource-verbs.ts'
import { compileLimit } from './compile-limit.ts'
import { listLimits } from './list-limits.ts'
import type { LimitDeclaration, OwnLimits } from './list-limits.ts'
import { ROOT_WORDS } from '../vocabulary/root-words.ts'

/** All that one document declares under `x-standin`, compiled. */
export interface ApiSimulation {
  readonly replies: ApiReplies
  readonly limits: ReadonlyMap<string, Limit>
  /** By their names in the document: `Export`. */
  readonly types: ReadonlyMap<string, ResourceType>
  readonly indexes: readonly ResourceIndex[]
  /** By operation id. */
  readonly operations: ReadonlyMap<string, OperationSimulation>
  readonly webhooks: readonly DeclaredWebhook[]
  /** The warnings about what works otherwise than the document lets clients expect. */
  readonly warnings: readonly Problem[]
}

export interface SimulationOptions {
  /** The files of rows; without them, their names are not checked. */
  readonly rowFiles?: RowFiles
  /** Whether its schemas are known to compile: then each is compiled when it is first used. */
  readonly isPrechecked?: boolean
}

/**
 * Compiles what a contract declares under `x-standin`. Throws `InvalidDocument` with every mistake and its
 * place in the file.
 */
export function compileSimulation (
  contract: Contract,
  { isPrechecked = false, rowFiles }: SimulationOptions = {}
): ApiSimulation {
  const mistakes: Problem[] = []
  const warnings: Problem[] = []
  const report: ReportProblem = (pointer, message) => {
    mistakes.push({ file: contract.file, place: contract.locate(pointer), message: `in x-standin: ${message}` })
  }
  const root = declarationAt(contract, '', report)
  attempt(() => root?.membersOf(ROOT_WORDS))
  const declared = attempt(() => root?.parts()) ?? {}
  const indexes = new Map<string, ResourceIndex>()
  const limitDeclarations = listLimits(declared.limits, listOwnLimits(contract, report), contract.operations)
  const limitNames = limitDeclarations.map(({ name }) => name)
  const limits = compileLimits(limitDeclarations, contract.name)
  const types = compileTypes(contract, declared.resources, {
    limits: limitNames,
    rowFiles,
    isPrechecked
  })
  const language: Language = {
    api: contract.name,
    operations: contract.operations,
    limits,
    limitNames,
    types,
    typeNames: namesOf(declared.resources),
    replies: new Map(attempt(() => declared.replies?.entries())),
    usedReplies: new Set(),
    warn: (pointer, message) => { warnings.push(contract.warningAt(pointer, `in x-standin: ${message}`)) },
    index: (type, names, use) => indexOf(indexes, type, names, use)
  }
  const replies = attempt(() => compileApiReplies(declared, limitDeclarations, language))
  const operations = new Map<string, OperationSimulation>()
  for (const operation of contract.operations) {
    const compiled = attempt(() => compileDeclared(contract, operation, language, report))
    if (compiled !== undefined) operations.set(operation.id, compiled)
  }
  const webhooks: DeclaredWebhook[] = []
  for (const webhook of contract.webhooks) {
    const declaration = declarationAt(contract, webhook.pointer, report, webhook.definition)
    const compiled = declaration && attempt(() => compileWebhook(webhook, declaration, language))
    if (compiled !== undefined) webhooks.push(compiled)
  }
  checkUnusedReplies(language)
  if (contract.mentionsStandin) reportMisplaced(contract, report)
  if (replies === undefined || mistakes.length > 0) throw createInvalidDocument(mistakes)
  return { replies, limits, types, indexes: [...indexes.values()], operations, webhooks, warnings }
}

/** Lists the limits under the `x-standin` of operations. */
function listOwnLimits (contract: Contract, report: ReportProblem): OwnLimits[] {
  const own: OwnLimits[] = []
  for (const owner of contract.operations) {
    if (!isObject(owner.definition['x-standin' as never])) continue
    const limits = declarationAt(contract, owner.pointer, report, owner.definition)?.parts().limits
    if (limits !== undefined) own.push({ owner, limits })
  }
  return own
}

/** Compiles limits by name, and leaves out those with mistakes. */
function compileLimits (declarations: readonly LimitDeclaration[], api: string): Map<string, Limit> {
  const limits = new Map<string, Limit>()
  for (const declaration of declarations) {
    const compiled = attempt(() => compileLimit(declaration, api))
    if (compiled !== undefined) limits.set(declaration.name, compiled)
  }
  return limits
}

type TypesContext = Pick<TypeContext, 'limits' | 'rowFiles'> & Pick<SimulationOptions, 'isPrechecked'>

function compileTypes (
  contract: Contract,
  declaration: Declaration | undefined,
  { isPrechecked, limits, rowFiles }: TypesContext
): Map<string, ResourceType> {
  const { document, name: api, operations } = contract
  const created = listKnownMembers(contract)
  const testOf: SchemaTest = declaration => {
    const { pointer, value } = declaration
    const definition = value as object  // schemaValidator refuses what is no schema
    const reference = { contract: api, document, pointer, definition }
    const validate = schemaValidator(reference)
    if (isPrechecked !== true) refuseUnusable(declaration, reference, validate)
    return value => validate(value) === undefined
  }
  const types = new Map<string, ResourceType>()
  const checks: Array<() => void> = []
  const context = {
    limits,
    operations,
    rowFiles,
    testOf,
    types: {
      names: namesOf(declaration),
      find: (name: string) => types.get(name),
      onceKnown: (check: () => void) => { checks.push(check) }
    },
    schemas: {
      find: (name: string) => componentSchema(contract, name),
      names: () => componentSchemaNames(contract)
    }
  }
  compileNamed(declaration, types, (name, resource) => {
    return compileResourceType(`${api}.${name}`, resource, { ...context, created: created.get(name) })
  })
  for (const check of checks) attempt(check)
  return types
}

function refuseUnusable (declaration: Declaration, reference: SchemaReference, validate: Validate): void {
  try {
    validate(undefined)
  } catch (error) {
    declaration.refuse(error instanceof Error ? error.message : String(error))
  }
  for (const problem of listUnusable(reference)) {
    declaration.refuse(`the schema at ${problem.pointer} ${problem.message}`)
  }
}

/** Compiles each of some named parts, and leaves out those with mistakes. */
function compileNamed<T> (
  declaration: Declaration | undefined,
  all: Map<string, T>,
  compile: (name: string, part: Declaration) => T
): void {
  const entries = attempt(() => declaration?.entries()) ?? []
  for (const [name, part] of entries) {
    const compiled = attempt(() => compile(name, part))
    if (compiled !== undefined) all.set(name, compiled)
  }
}

function namesOf (declaration: Declaration | undefined): string[] {
  return attempt(() => declaration?.entries())?.map(([name]) => name) ?? []
}

function compileDeclared (
  contract: Contract,
  operation: Operation,
  language: Language,
  report: ReportProblem
): OperationSimulation | undefined {
  const declaration = declarationAt(contract, operation.pointer, report, operation.definition)
  const callbacks = listDeclaredCallbacks(contract, operation, report)
  if (declaration !== undefined) return compileOperation(declaration, { ...language, operation }, callbacks)
  for (const callback of callbacks) {
    callback.declaration.refuse(`is never sent: ${operation.id} needs "create" and "reply" under x-standin`)
  }
  return undefined
}

function listDeclaredCallbacks (
  contract: Contract,
  operation: Operation,
  report: ReportProblem
): CallbackDeclaration[] {
  const declared: CallbackDeclaration[] = []
  for (const definition of operation.callbacks) {
    const { expression, name, pointer } = definition
    const declaration = declarationAt(contract, pointer, report, definition.definition)
    if (declaration === undefined) continue
    const at = `${operation.pointer}/callbacks/${escapePointer(name)}/${escapePointer(expression)}`
    declared.push({ definition, declaration, expression: new Declaration(expression, at, report) })
  }
  return declared
}

/** Reports the mistakes in replies that nothing uses. They may name anything, as their place is not known. */
function checkUnusedReplies (language: Language): void {
  const heads = ['resources', 'page', 'problems', 'violations', 'retryAfter']
  const vocabulary = vocabularyOf(language, { resource: 'unknown', conflict: 'unknown' }, ...heads)
  for (const [name, reply] of language.replies) {
    if (language.usedReplies.has(name)) continue
    attempt(() =>
      typeof reply.value === 'string'
        ? reply.refuse('must be a reply, not the name of another')
        : compileReply(reply, { language, vocabulary, source: 'simulation' }))
  }
}

/** Returns the `x-standin` of an object in the document. */
function declarationAt (
  { document }: Contract,
  pointer: string,
  report: ReportProblem,
  object: object = document
): Declaration | undefined {
  if (!('x-standin' in object)) return undefined
  return new Declaration(object['x-standin'], `${pointer}/${escapePointer('x-standin')}`, report)
}

function indexOf (
  indexes: Map<string, ResourceIndex>,
  type: ResourceType,
  names: readonly string[],
  use: 'shared' | 'own'
): ResourceIndex {
  const id = `${type.id} ${names.join(' ')}${use === 'own' ? ` ${indexes.size}` : ''}`
  const index = indexes.get(id) ?? { id, type: type.id, names }
  indexes.set(id, index)
  return index
}
