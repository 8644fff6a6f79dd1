import type { MediaType, Operation } from '../contract/contract.ts'
import { compileAll, compileEach } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import type { Violation } from '../schemas/violation.ts'
import { exactJson } from '../exact-json.ts'
import { compileSchema } from './compile-schema.ts'
import { listUndeclared } from './list-undeclared.ts'
import type { ProblemCollector } from './problem-collector.ts'
import type { StubTarget } from './stub-target.ts'
import { MOST_UNORDERED } from './compile-unordered.ts'
import { compileWhen, PARTS } from './when.ts'
import type { Schemas, When } from './when.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

/** The parsed `when` of a stub. */
export interface ParsedWhen {
  readonly when: When
  readonly matches: ReturnType<typeof compileWhen>
  readonly calls: StoredStub['calls']
  readonly chance: StoredStub['chance']
}

const WORDS = [...PARTS, 'exact', 'anyOrder', 'contains', 'schemas', 'call', 'chance', 'resource']

/** Parses a `when`. Rejects parts that no valid request of the operation could have. */
export function parseWhen (
  declaration: Declaration,
  target: Pick<StubTarget, 'finds' | 'id' | 'operations'>,
  collector: ProblemCollector
): ParsedWhen {
  const { anyOrder, body, call, chance, contains, exact, path, resource, schemas, ...parts } = declaration.parts()
  const compiled = compileEach({
    words: () => declaration.members(WORDS),
    objects: () => compileAll([parts.query, parts.headers, parts.cookies], part => part?.parts()),
    path: () => path && checkPath(path, target),
    body: () => body && checkBody(body, target, collector),
    exact: () => exact && checkExact(exact, declaration),
    lists: () => checkLists({ anyOrder, contains }, declaration),
    schemas: () => (schemas === undefined ? {} : compileSchemas(schemas, target)),
    calls: () => call && parseCalls(call),
    chance: () => chance && parseChance(chance),
    resource: () => resource && checkResource(resource, target.finds)
  })
  const when = declaration.value as When // each part has been parsed
  const [operation, ...others] = target.operations
  // Of several operations, any may declare a name.
  const undeclared = operation === undefined || others.length > 0 ? [] : listUndeclared(when, operation)
  for (const { message, pointer } of undeclared) collector.warn(declaration.pointer + pointer, message)
  return { when, matches: compileWhen(when, compiled.schemas), calls: compiled.calls, chance: compiled.chance }
}

type Addressed = Pick<StubTarget, 'id' | 'operations'>

function checkPath (declaration: Declaration, { id, operations }: Addressed): void {
  const placeholders = operations
    .flatMap(({ parameters }) => parameters)
    .filter(parameter => parameter.in === 'path')
    .map(({ name }) => name)
  compileAll(
    declaration.entries(),
    ([name, value]) =>
      placeholders.includes(name) || value.refuseWord(`path parameter of ${id}`, name, placeholders)
  )
}

function checkBody (
  declaration: Declaration,
  { id, operations }: Addressed,
  collector: ProblemCollector
): void {
  const content = operations.flatMap(({ body }) => body?.content ?? [])
  if (takesNoBody(operations)) return declaration.refuse(`${id} takes no body`)
  // Of several operations, any may allow a member.
  if (operations.length > 1) return
  const problems = content.map(mediaType => findUnknownMembers(declaration.value, mediaType))
  const [violations] = problems
  if (violations === undefined || problems.some(({ length }) => length === 0)) return
  collector.reject(declaration, `no request of ${id} can match this`, violations)
}

/** Lists the members of a partial body that the schema does not allow. */
function findUnknownMembers (body: unknown, { schema }: MediaType): readonly Violation[] {
  const errors = schema && schemaValidator(schema, 'request')(body)
  // Within alternatives, another one may allow the member.
  if (
    schema === undefined ||
    errors === undefined ||
    errors.some(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  ) {
    return []
  }
  const violations = new ViolationList()
  violations.addErrors(
    errors.filter(({ keyword }) => keyword === 'additionalProperties'),
    schema,
    { in: 'body', pointer: '' }
  )
  return violations.list()
}

/** The parts that can be exact: not the headers, as clients add their own. */
const EXACT_PARTS = PARTS.filter(part => part !== 'headers')

function checkExact (declaration: Declaration, when: Declaration): void {
  const given = when.parts()
  compileAll(declaration.list(), part => {
    const name = part.word('part that can be exact', EXACT_PARTS)
    if (given[name] === undefined) {
      part.refuse(`"${name}" needs when.${name}, which is missing`)
    }
  })
}

/** The parts that can have lists. */
const LIST_PARTS = ['query', 'body'] as const

interface ListWords {
  readonly anyOrder: Declaration | undefined
  readonly contains: Declaration | undefined
}

function checkLists ({ anyOrder, contains }: ListWords, when: Declaration): void {
  const given = when.parts()
  const unordered: unknown[] = Array.isArray(anyOrder?.value) ? anyOrder.value : []
  compileAll([anyOrder, contains], word => word && compileAll(word.list(), part => {
    const name = part.word('part that can have lists', LIST_PARTS)
    const own = given[name]
    if (own === undefined) return part.refuse(`"${name}" needs when.${name}, which is missing`)
    if (word === contains && unordered.includes(name)) part.refuse(`"${name}" is in "anyOrder" too: keep one of them`)
    if (hasManyObjects(own.value)) {
      own.refuse(`has a list of more than ${MOST_UNORDERED} objects: give fewer, or compare it in order`)
    }
  }))
}

function hasManyObjects (value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const members: unknown[] = Object.values(value)
  const objects = members.filter(member => typeof member === 'object' && member !== null)
  return (Array.isArray(value) && objects.length > MOST_UNORDERED) || objects.some(hasManyObjects)
}

function takesNoBody (operations: readonly Operation[]): boolean {
  return operations.every(({ body }) => body === undefined)
}

function compileSchemas (declaration: Declaration, { id, operations }: Addressed): Schemas {
  const declared = declaration.members(PARTS)
  if (takesNoBody(operations)) declared.body?.refuse(`${id} takes no body`)
  return Object.fromEntries(
    compileAll(
      Object.entries(declared),
      ([part, schema]) => [part, schema && compileSchema(schema)] as const
    )
  )
}

/** Parses which calls are meant: `3`, or `{ from: 2, to: 4 }`. */
function parseCalls (declaration: Declaration): NonNullable<StoredStub['calls']> {
  if (typeof declaration.value !== 'object') {
    const call = declaration.integer(1)
    return { from: call, to: call }
  }
  const declared = declaration.members(['from', 'to'])
  if (declared.from === undefined && declared.to === undefined) {
    return declaration.refuse('needs "from" or "to"')
  }
  const { from, to } = compileEach({
    from: () => declared.from?.integer(1) ?? 1,
    to: () => declared.to?.integer(1) ?? Infinity
  })
  return from <= to ? { from, to } : declaration.refuse(`"from" is ${from}, which is after "to"`)
}

function parseChance (declaration: Declaration): number {
  const { value } = declaration
  if (typeof value === 'number' && value >= 0 && value <= 1) return value
  return declaration.refuse(`must be a number from 0 to 1, such as 0.1, but is ${exactJson.stringify(value)}`)
}

function checkResource (declaration: Declaration, finds: StubTarget['finds']): void {
  if (finds === undefined) {
    return declaration.refuse('needs an operation that finds a resource')
  }
  const { status } = declaration.members(['status'], ['status'])
  const known = [...finds.statuses]
  if (Array.isArray(status?.value)) status.words(`status of ${finds.id}`, known)
  else status?.word(`status of ${finds.id}`, known)
}
