import type { Stage } from '../worlds/resource.ts'
import type { Writable } from '../worlds/writable.ts'
import type { Operation } from '../contract/contract.ts'
import type { Declaration, Declared } from './declaration.ts'
import { compileAll, compileEach } from './declaration.ts'
import { compileFiles } from './files.ts'
import { textsLike } from './texts-like.ts'
import type { MakeText } from './texts-like.ts'
import type { KnownMembers } from './known-members.ts'
import type { RowFiles } from './rows.ts'
import type { DeclaredFiles, ResourceType } from './scope.ts'
import { compileObject } from './template.ts'
import type { KnownWords, Vocabulary } from './vocabulary.ts'

/** Compiles a JSON Schema in a declaration to a test of values. */
export type SchemaTest = (declaration: Declaration) => (value: unknown) => boolean

/** The context in which a type is compiled. */
export interface TypeContext {
  readonly limits: readonly string[]
  readonly operations: readonly Operation[]
  readonly created: KnownMembers | undefined
  readonly rowFiles: RowFiles | undefined
  readonly testOf: SchemaTest
}

const WORDS = ['exists', 'id', 'status', 'lifecycles', 'always', 'while', 'files']

/** Compiles one of `x-standin.resources`. */
export function compileResourceType (
  id: string,
  declaration: Declaration,
  { created, limits, operations, rowFiles, testOf }: TypeContext
): ResourceType {
  const declared = declaration.parts()
  const { lifecycles, statuses } = compileLifecycles(declared.lifecycles)
  const { identity, status } = compileEach({
    words: () => declaration.members(WORDS),
    identity: () => compileId(id, declared.id),
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
  const { assumed, files, shown } = compileEach({
    assumed: () => declared.exists === undefined ? () => false : testOf(declared.exists),
    files: () => declared.files && compileFiles(declared.files, { vocabulary, statuses, rowFiles }),
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

/**
 * The expressions and operators whose values change only with the status of a resource. The URLs of its files
 * do, too, unless they expire.
 */
const STEADY = [
  'id',
  'created',
  'resource',
  'hidden',
  'status',
  'files',
  'n',
  'server',
  'item',
  'each',
  'first',
  'choose'
]

function isSteady ({ always, files, while: whileIn }: Declared): boolean {
  const text = JSON.stringify([always?.value, files?.value, whileIn?.value])
  const heads = text.match(/\$[A-Za-z]+/g) ?? []
  const namesProgress = /\$status[.#/]+progress/.test(text)
  const filesExpire = files?.parts().validFor !== undefined
  return heads.every(head => STEADY.includes(head.slice(1))) && !namesProgress && !filesExpire
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

function compileLifecycles (
  declaration: Declaration | undefined
): { lifecycles: Map<string, Stage[]>, statuses: string[] } {
  const lifecycles = new Map(
    compileAll(declaration?.entries() ?? [], ([name, stages]) => [name, compileStages(stages)] as const)
  )
  if (lifecycles.size === 0) {
    declaration?.refuse('at least one lifecycle is needed, as success: [{ Pending: PT2S }, Done]')
  }
  return { lifecycles, statuses: [...new Set([...lifecycles.values()].flat().map(({ status }) => status))] }
}

function compileStatus (
  declaration: Declaration | undefined,
  statuses: readonly string[]
): Pick<ResourceType, 'statusMember' | 'running'> {
  if (statuses.length === 0) declaration?.refuse('there are no statuses: declare "lifecycles" too')
  const { member, running } = declaration?.members(['member', 'running']) ?? {}
  return { statusMember: member?.text(), running: new Set(running?.words('status', statuses)) }
}

function compileId (
  type: string,
  declaration: Declaration | undefined
): Pick<ResourceType, 'idMember' | 'showId' | 'makeId'> {
  const declared = declaration?.members(['member', 'format', 'from', 'pattern'])
  const format = declared?.format?.word('format of an id', ['uuid', 'integer']) ?? 'uuid'
  if (format === 'uuid') {
    declared?.from?.refuse('only ids that count up have a first one: write "format: integer" too')
  }
  if (declared?.format !== undefined) declared.pattern?.refuse('is the whole form of the id: leave out "format"')
  const from = declared?.from?.integer(0) ?? 1
  const idMember = declared?.member?.text()
  const makeText = declared?.pattern && compilePattern(declared.pattern)
  if (makeText !== undefined) {
    return {
      idMember,
      showId: ({ id }) => id,
      makeId: ({ random }) => makeText(random)
    }
  }
  if (format === 'uuid') return { idMember, showId: ({ id }) => id, makeId: ({ random }) => random.uuid() }
  return {
    idMember,
    showId: ({ id }) => Number(id),
    makeId: ({ store }) => String(store.nextNumber(type, from))
  }
}

function compilePattern (declaration: Declaration): MakeText {
  return textsLike(declaration.text()) ??
    declaration.refuse('no ids can be made of this pattern: write letters, classes, groups and how often each is ' +
      'repeated, as ^ord_[a-z0-9]{16}$, for a million ids or more')
}

/** Compiles a lifecycle: `[{ Pending: PT2S }, { Success: P7D }, Expired]`. */
function compileStages (declaration: Declaration): Stage[] {
  const items = declaration.list()
  if (items.length === 0) declaration.refuse('a lifecycle needs at least one status')
  return compileAll(items, (item, index) => {
    const isLast = index === items.length - 1
    if (typeof item.value === 'string') {
      if (!isLast) {
        refuseEndless(item, item.value)
      }
      return { status: item.value, ms: undefined }
    }
    const [entry, ...others] = item.entries()
    if (entry === undefined || others.length > 0) {
      return item.refuse('must be one status with its duration, as { Pending: PT2S }')
    }
    const [status, duration] = entry
    if (isLast) item.refuse(`"${status}" comes last and has no end: write it without a duration`)
    return { status, ms: duration.duration() }
  })
}

function refuseEndless (item: Declaration, status: string): never {
  return item.refuse(`"${status}" needs a duration, as { ${status}: PT5S }: only the last status has no end`)
}
