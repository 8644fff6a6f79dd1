import { exactJson } from '../exact-json.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { chooseRows } from './choose-rows.ts'
import type { FilesContext } from './files-context.ts'
import { listRows } from './rows.ts'
import { generatedRows, shownRows, toTable } from './row-table.ts'
import type { Columns } from './row-table.ts'
import type { DeclaredRows, LineRows, MadeRows, ResourceType } from './scope.ts'
import { compileObject, compileTemplate } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'
import { rejectUnstored } from './where.ts'
import type { Condition } from './where.ts'
import { DEFAULT_ROWS, MOST_ROWS, RESOURCE_ROWS, SCHEMA_ROWS } from '../vocabulary/row-words.ts'

/** Compiles `rows` of files: the name of a fixture, a list of lines, `{ resources }` or `{ schema }`. */
export function compileRows (declaration: Declaration, context: FilesContext): DeclaredRows {
  if (typeof declaration.value === 'string') return compileFixture(declaration, context)
  if (Array.isArray(declaration.value)) return compileLines(declaration, context)
  if (typeof declaration.value !== 'object') {
    declaration.refuse('must be the name of a fixture, a list of lines, { resources: Type } or { schema: Name }')
  }
  return 'schema' in declaration.parts()
    ? compileSchemaRows(declaration, context)
    : compileResourceRows(declaration, context)
}

function compileFixture (declaration: Declaration, { rowFiles, vocabulary }: FilesContext): LineRows {
  const name = declaration.text()
  if (rowFiles !== undefined && !name.includes('$') && !rowFiles.has(name)) {
    declaration.refuse(`there is no file of rows "${name}"${rowFiles.hint(name)}`)
  }
  const template = compileTemplate(declaration, vocabulary)
  return { kind: 'lines', read: (header, scope) => scope.rowFiles.read(String(template(scope)), header) }
}

/** Compiles rows that the document lists itself, a line each. */
function compileLines (declaration: Declaration, { vocabulary }: FilesContext): LineRows {
  const lines = declaration.list()
  if (lines.length === 0) declaration.refuse('needs at least one line')
  for (const line of lines) line.text()
  const template = compileTemplate(declaration, vocabulary)
  return {
    kind: 'lines',
    read (header, scope) {
      const made = template(scope)
      return listRows(Array.isArray(made) ? made.map(toLine) : [], header)
    }
  }
}

/** Returns a value as one line, whatever breaks it has. */
function toLine (value: unknown): string {
  return String(value).replace(/[\r\n]+/g, ' ')
}

function compileSchemaRows (declaration: Declaration, { schemas, vocabulary }: FilesContext): MadeRows {
  const { columns: declared, count: number, schema: named } = declaration.membersOf(SCHEMA_ROWS)
  const name = named?.text() ?? ''
  const { columns, count, schema } = compileEach({
    schema: () => schemas.find(name) ?? declaration.refuseWord('schema among the components', name, schemas.names()),
    count: () => countOf(number),
    columns: () => declared && compileColumns(declared, vocabulary)
  })
  const form = { name, schema, columns }
  return {
    kind: 'made',
    choose: undefined,
    list: (subject, scope) => toTable(generatedRows({ schema, count }, subject, scope), form, subject, scope)
  }
}

function countOf (declaration: Declaration | undefined): number {
  const count = declaration?.integer(1) ?? DEFAULT_ROWS
  if (count > MOST_ROWS) declaration?.refuse(`"count" must be at most ${MOST_ROWS}`)
  return count
}

function compileResourceRows (declaration: Declaration, context: FilesContext): MadeRows {
  const { schemas, types, vocabulary } = context
  const { columns: declared, resources, where, while: whileIn } = declaration.membersOf(RESOURCE_ROWS)
  const name = resources?.text() ?? ''
  if (!types.names.includes(name)) (resources ?? declaration).refuseWord('type of resource', name, types.names)
  // The id is not known yet when the rows are chosen.
  const choosing = withHeads(vocabulary, 'resource', 'hidden')
  const { columns, conditions, statuses } = compileEach({
    conditions: () => compileAll(where?.entries() ?? [], ([member, value]): Condition => {
      return [member, compileTemplate(value, choosing)]
    }),
    statuses: () => whileIn && new Set(compileAll(whileIn.list(), status => status.text())),
    columns: () => declared && compileColumns(declared, vocabulary)
  })
  types.onceKnown(() => checkAgainst(types.find(name), where, whileIn))
  const choice = { typeOfRows: () => types.find(name), conditions, whileIn: statuses }
  const choose: MadeRows['choose'] = (resource, type, scope) => chooseRows(choice, resource, type, scope)
  const form = { name, schema: schemas.find(name), columns }
  return {
    kind: 'made',
    choose,
    list (subject, scope) {
      // A document that was loaded again may declare other rows than before.
      const rows = subject.resource.rows ?? choose(subject.resource, subject.type, scope)
      return toTable(shownRows(rows, types.find(name), subject, scope), form, subject, scope)
    }
  }
}

/** Checks what is said of the resources that are rows, once their type is known. */
function checkAgainst (
  type: ResourceType | undefined,
  where: Declaration | undefined,
  whileIn: Declaration | undefined
): void {
  // Mistakes of the type are reported at its own place.
  if (type === undefined) return
  compileEach({
    where: () => compileAll(where?.entries() ?? [], ([name, value]) => rejectUnstored(name, value, type)),
    whileIn: () => whileIn?.words('status', [...type.statuses])
  })
}

/** The expressions that are the same at each download. */
const LASTING: readonly string[] = [
  'item', 'id', 'created', 'resource', 'hidden', 'server', 'each', 'first', 'choose'
]

function compileColumns (declaration: Declaration, vocabulary: Vocabulary): Columns {
  const names = declaration.entries().map(([name]) => name)
  if (names.length === 0) declaration.refuse('at least one column is needed, as name: $item.name')
  const heads = exactJson.stringify(declaration.value).match(/(?<!\$)\$[A-Za-z]+/g) ?? []
  const passing = heads.find(head => !LASTING.includes(head.slice(1)))
  if (passing !== undefined) {
    declaration.refuse(`"${passing}" is not the same at each download: columns are made of $item, $id, $created, ` +
      '$resource and $hidden')
  }
  const columns = withHeads(vocabulary, 'id', 'created', 'resource', 'hidden', 'item')
  return { names, toRow: compileObject(declaration, columns) }
}

function withHeads (vocabulary: Vocabulary, ...heads: string[]): Vocabulary {
  return { ...vocabulary, heads: new Set(heads) }
}
