import type { Contract, Operation, SchemaReference } from '../../src/contract/contract.ts'
import { childSchema, followSchema, listMembers, partsOf } from '../../src/init/member.ts'

/** A status of a job that an operation creates and another one shows. */
export interface JobStatus {
  /** The operation that shows it. */
  readonly shownBy: string
  /** The operation that creates the job. */
  readonly createdBy: string
  readonly values: readonly string[]
}

const NAMES = /(status|state|phase)$/i
const PROGRESS =
  /(pend|queue|progress|runn|process|creating|provision|starting|waiting|importing|exporting|building)/i
const ENDS = /(succe|complete|done|finish|ready|available|active|created|ended|imported|exported|processed)/i

/** Limits how deep responses are searched. */
const MAX_DEPTH = 4

/**
 * Lists the statuses of a document that are those of jobs: a member whose name ends in "status", "state" or "phase",
 * with values for progress and for an end, that a GET shows and a POST or PUT creates: its response has a status
 * of the same values, or with the id that the path of the GET ends in. Paths with a fragment do not count, as HTTP does
 * not send it.
 */
export function listJobStatuses (contract: Pick<Contract, 'operations'>): JobStatus[] {
  const operations = contract.operations.filter(({ path }) => !path.includes('#'))
  const creates = operations.filter(({ method }) => method === 'POST' || method === 'PUT').map(operation => {
    const schemas = successSchemas(operation)
    return {
      operation,
      statuses: new Set(schemas.flatMap(schema => statusesIn(schema)).map(values => values.join())),
      names: new Set(schemas.flatMap(schema => [...listMembers(schema).keys()]).map(plain))
    }
  })
  const found: JobStatus[] = []
  for (const read of operations.filter(({ method }) => method === 'GET')) {
    const id = plain(/\{([^{}]+)\}[^{}]*$/.exec(read.path)?.[1] ?? '')
    for (const values of successSchemas(read).flatMap(schema => statusesIn(schema))) {
      const create = creates.find(({ names, statuses }) =>
        statuses.has(values.join()) || (/.(id|arn|name)$/.test(id) && names.has(id)))
      if (create !== undefined) found.push({ shownBy: read.name, createdBy: create.operation.name, values })
    }
  }
  return found
}

function successSchemas ({ responses }: Operation): SchemaReference[] {
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.map(({ schema }) => schema).filter(schema => schema !== undefined))
}

/** Lists the values of the status members in a schema, of its items and of the objects in it too. */
function statusesIn (reference: SchemaReference, depth = 0): string[][] {
  const schema = followSchema(reference)
  const items = childSchema(schema, 'items')
  if (depth > MAX_DEPTH) return []
  const found: string[][] = items === undefined ? [] : statusesIn(items, depth + 1)
  for (const { name, schema: member } of listMembers(schema).values()) {
    const values = NAMES.test(name) ? valuesIn(member) : []
    const hasProgress = values.some(value => PROGRESS.test(value))
    if (hasProgress && values.some(value => ENDS.test(value) && !PROGRESS.test(value))) found.push(values)
    found.push(...statusesIn(member, depth + 1))
  }
  return found
}

function valuesIn (schema: SchemaReference): string[] {
  const parts = [schema, ...(['allOf', 'oneOf', 'anyOf'] as const).flatMap(word => partsOf(schema, word))]
  return parts
    .map(part => followSchema(part).definition.enum)
    .flatMap(values => Array.isArray(values) ? values.filter(value => typeof value === 'string') : [])
}

function plain (name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
