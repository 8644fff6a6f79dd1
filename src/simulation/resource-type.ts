import type { Writable } from '../worlds/writable.ts'
import type { Operation } from '../contract/contract.ts'
import type { Declaration, Declared } from './declaration.ts'
import { compileAll, compileEach } from './declaration.ts'
import { compileSeed } from './compile-seed.ts'
import { compileFiles } from './files.ts'
import type { ComponentSchemas, OtherTypes } from './files-context.ts'
import type { KnownMembers } from './known-members.ts'
import type { RowFiles } from './rows.ts'
import type { DeclaredFiles, ResourceType } from './scope.ts'
import { compileObject } from './template.ts'
import type { KnownWords, Vocabulary } from './vocabulary.ts'
import { compileResourceId } from './resource-id.ts'
import { compileLifecycles } from './lifecycles.ts'
import { isSteady } from './is-steady.ts'
import { RESOURCE_WORDS, STATUS } from '../vocabulary/resource-words.ts'

/** Compiles a JSON Schema in a declaration to a test of values. */
export type SchemaTest = (declaration: Declaration) => (value: unknown) => boolean

/** The context in which a type is compiled. */
export interface TypeContext {
  readonly limits: readonly string[]
  readonly operations: readonly Operation[]
  readonly created: KnownMembers | undefined
  readonly rowFiles: RowFiles | undefined
  readonly types: OtherTypes
  readonly schemas: ComponentSchemas
  readonly testOf: SchemaTest
}

/** Compiles one of `x-standin.resources`. */
export function compileResourceType (
  id: string,
  declaration: Declaration,
  context: TypeContext
): ResourceType {
  const { created, limits, operations, testOf } = context
  const declared = declaration.parts()
  const { lifecycles, statuses } = compileLifecycles(declared.lifecycles)
  const { identity, status } = compileEach({
    words: () => declaration.membersOf(RESOURCE_WORDS),
    identity: () => compileResourceId(id, declared.id),
    status: () => compileStatus(declared.status, statuses)
  })
  const names = [
    identity.idMember,
    status.statusMember,
    ...created === undefined || created.shown === 'any' ? [] : created.shown
  ].filter(name => name !== undefined)
  const heads = ['id', 'created', 'resource', 'hidden', ...statuses.length > 0 ? ['status'] : []]
  const vocabulary: Vocabulary = {
    heads: new Set(heads),
    limits,
    operations,
    known: knownWords(id, { names, statuses, created })
  }
  const withFiles = { ...vocabulary, heads: new Set([...heads, 'files']) }
  const { assumed, files, seed, shown } = compileEach({
    assumed: () => declared.exists === undefined ? () => false : testOf(declared.exists),
    seed: () => declared.seed && compileSeed(declared.seed),
    files: () => declared.files && compileFiles(declared.files, { ...context, vocabulary, statuses }),
    shown: () => compileShown(declared, statuses, declared.files === undefined ? vocabulary : withFiles)
  })
  return {
    id,
    ...identity,
    ...status,
    lifecycles,
    statuses: new Set(statuses),
    defaultLifecycle: lifecycles.keys().next().value ?? '',
    ...shown,
    files,
    seed,
    declared: new Set(declaredNames(declared)),
    isSteady: isSteady(declared),
    shown: new WeakMap(),
    assumed,
    known: knownWords(id, { names: [...names, ...declaredNames(declared)], statuses, created, files }),
    stored: created && listStored(created, [identity.idMember, status.statusMember])
  }
}

function compileShown (
  declared: Declared,
  statuses: readonly string[],
  vocabulary: Vocabulary
): Pick<ResourceType, 'always' | 'whileIn'> {
  const { always, whileIn } = compileEach({
    always: () => declared.always === undefined ? () => ({}) : compileObject(declared.always, vocabulary),
    whileIn: () => compileAll(declared.while?.entries() ?? [], ([status, members]) => {
      if (!statuses.includes(status)) members.refuseWord('status', status, statuses)
      return [status, compileObject(members, vocabulary)] as const
    })
  })
  return { always, whileIn: new Map(whileIn) }
}

/** Lists the members that requests give, without the id and the status. */
function listStored (
  { hidden, shown }: KnownMembers,
  own: ReadonlyArray<string | undefined>
): string[] | undefined {
  return shown === 'any' || hidden === 'any'
    ? undefined
    : [...shown, ...hidden].filter(name => !own.includes(name))
}

/** Lists the members that a type declares, for all statuses. */
function declaredNames (declared: Declared): string[] {
  const groups = [declared.always, ...Object.values(declared.while?.parts() ?? {})]
  return groups.flatMap(members => members?.entries().map(([name]) => name) ?? [])
}

/** The names that the words of a type are made of. */
interface TypeNames {
  readonly names: readonly string[]
  readonly statuses: readonly string[]
  readonly created: KnownMembers | undefined
  readonly files?: DeclaredFiles | undefined
}

/**
 * Returns the words for the resources of a type. Where no operation creates them, their members may have any
 * name.
 */
function knownWords (id: string, { created, files, names, statuses }: TypeNames): KnownWords {
  const known: Writable<KnownWords> = { status: { what: `status of ${id}`, names: statuses } }
  if (files !== undefined) {
    known.files = { what: `file of ${id}`, names: Array.from({ length: files.count }, (_, index) => String(index)) }
  }
  if (created === undefined) return known
  const { hidden, shown } = created
  if (shown !== 'any') known.resource = { what: `member of ${id}`, names: [...new Set(names)] }
  if (hidden !== 'any') known.hidden = { what: `hidden member of ${id}`, names: [...hidden] }
  return known
}

function compileStatus (
  declaration: Declaration | undefined,
  statuses: readonly string[]
): Pick<ResourceType, 'statusMember' | 'running'> {
  if (statuses.length === 0) declaration?.refuse('there are no statuses: declare "lifecycles" too')
  const { member, running } = declaration?.membersOf(STATUS) ?? {}
  return { statusMember: member?.text(), running: new Set(running?.words('status', statuses)) }
}
