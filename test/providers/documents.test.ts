import { access, readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import t from 'tap'
import { parse } from 'yaml'

type Json = null | boolean | number | string | Json[] | JsonObject
interface JsonObject { [member: string]: Json }

interface Found {
  readonly pointer: string
  readonly value: JsonObject
}

/** What the five documents list: the document of each operation, and the statuses that it has there. */
const DOCUMENTED: Record<string, Record<string, { source: string, statuses: string[] }>> = {
  et: {
    exportClaims: { source: '000_010f4f68562d0844.txt', statuses: ['400'] },
    exportResponses: { source: '001_8af012c3cae2b218.txt', statuses: ['400'] }
  },
  mews: {
    getAllExports: { source: '002_223357b69c5debc3.txt', statuses: ['200'] },
    addExport: { source: '002_223357b69c5debc3.txt', statuses: ['200'] }
  },
  vcf: {
    startExport: { source: '003_e21d5e95e9e8ce70.txt', statuses: ['202', '400', '429', '500'] },
    getExport: { source: '003_e21d5e95e9e8ce70.txt', statuses: [] },
    getExportData: { source: '003_e21d5e95e9e8ce70.txt', statuses: [] }
  },
  webadmit: {
    runExport: { source: '004_32463291c9225590.txt', statuses: ['201', '401', '404'] },
    exportFileReady: { source: '004_32463291c9225590.txt', statuses: [] },
    getExportFile: { source: '004_32463291c9225590.txt', statuses: [] },
    listExportFiles: { source: '004_32463291c9225590.txt', statuses: [] }
  }
}

for (const [api, operations] of Object.entries(DOCUMENTED)) {
  const file = `openapi/${api}.yaml`
  const document: JsonObject = parse(await readFile(file, 'utf8'))
  const objects = listObjects(document)
  const found = objects.flatMap(object => 'operationId' in object.value ? [object.value] : [])

  t.test(`${file} is valid against the meta-schema of OpenAPI 3.1`, async t => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document))
    t.ok(valid, JSON.stringify(errors))
    t.equal(validator.version, '3.1')
  })

  t.test(`every $ref in ${file} leads somewhere`, async t => {
    for (const { pointer, value } of objects) {
      if (typeof value.$ref === 'string') t.ok(resolve(document, value.$ref), `${pointer} → ${value.$ref}`)
    }
  })

  t.test(`the operations of ${file} are those of its documents, and say which`, async t => {
    t.same(found.map(operation => operation.operationId).sort(), Object.keys(operations).sort())
    for (const operation of found) {
      t.equal(
        operation['x-source'],
        operations[String(operation.operationId)]?.source,
        `${operation.operationId} has its source`
      )
      t.ok(Array.isArray(operation.tags) && operation.tags.length > 0, `${operation.operationId} has a tag`)
      t.ok(operation.summary && operation.description, `${operation.operationId} is described`)
    }
  })

  t.test(`every response in ${file} is in its document or inferred, and every documented one is there`, async t => {
    for (const operation of found) {
      const responses = toObject(operation.responses)
      const documented = operations[String(operation.operationId)]?.statuses ?? []
      // An operation of which its document lists nothing is inferred as a whole.
      const whole = documented.length === 0 ? operation['x-inferred'] : undefined
      for (const [status, response] of Object.entries(responses)) {
        const inferred = whole ?? toObject(dereference(document, response))['x-inferred']
        t.ok(documented.includes(status) || inferred, `${operation.operationId} ${status}`)
      }
      t.same(documented.filter(status => !(status in responses)), [], `${operation.operationId} lacks none`)
    }
  })

  t.test(`whatever is inferred in ${file} says why`, async t => {
    for (const { pointer, value } of objects) {
      if ('x-inferred' in value) t.match(value['x-inferred'], /^[A-Z].{10,}\.$/s, pointer)
    }
  })

  t.test(`every example in ${file} satisfies its schema`, async t => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false })
    addFormats.default(ajv)
    ajv.addSchema(document, file)
    let count = 0
    for (const { pointer, value } of objects) {
      for (const [name, example] of listExamples(value)) {
        const schema = 'schema' in value ? `${pointer}/schema` : pointer
        const valid = ajv.validate({ $ref: toUri(file, schema) }, example)
        t.ok(valid, `${pointer} ${name} ${ajv.errorsText()}`)
        count++
      }
    }
    t.ok(count > 0, `${count} examples`)
  })

  t.test(`every media type and header in ${file} has an example`, async t => {
    for (const { pointer, value } of objects) {
      if (/\/(content|headers)\/[^/]+$/.test(pointer) && !('$ref' in value)) {
        t.ok('example' in value || 'examples' in value, pointer)
      }
    }
  })

  t.test(`no integer in ${file} may be past what JSON numbers tell apart`, async t => {
    for (const { pointer, value } of objects) {
      if (value.type !== 'integer' || 'const' in value) continue
      t.ok(Number.isSafeInteger(value.maximum) && Number.isSafeInteger(value.minimum), pointer)
    }
  })

  t.test(`every file of rows that ${file} names is there and ends its last line`, async t => {
    for (const rows of listRows(document)) {
      await t.resolves(access(`fixtures/${rows}`), rows)
      t.match(await readFile(`fixtures/${rows}`, 'utf8'), /^[^\r]+\n$/, `${rows} is made of lines`)
    }
  })
}

/** Every object of a document with its JSON pointer, without the values of examples and what is ours alone. */
function listObjects (value: Json, pointer = ''): Found[] {
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value).filter(
    ([name]) => Array.isArray(value) || !['example', 'examples', 'x-standin'].includes(name)
  )
  const below = members.flatMap(([name, member]) =>
    listObjects(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  )
  return Array.isArray(value) ? below : [{ pointer, value }, ...below]
}

/**
 * The examples of a parameter, header, media type or schema, by name. Where no schema is beside them, there is
 * nothing to hold them to.
 */
function listExamples (value: JsonObject): Array<[string, Json]> {
  if (Array.isArray(value.examples)) return value.examples.map((example, index) => [String(index), example])
  if (!('schema' in value)) return []
  const named = Object.entries(toObject(value.examples ?? {})).map(
    ([name, example]): [string, Json] => [name, toObject(example).value ?? null]
  )
  return 'example' in value ? [...named, ['example', value.example ?? null]] : named
}

/** The files of rows that resource types name, one for each value that a member in the name may have. */
function listRows (document: JsonObject): string[] {
  const types = Object.entries(toObject(toObject(document['x-standin']).resources))
  return types.flatMap(([type, definition]) => {
    const rows = toObject(toObject(definition).files ?? {}).rows
    if (typeof rows !== 'string') return []
    const member = /\{\$resource\.(\w+)\}/.exec(rows)
    if (member === null) return [rows]
    const [expression, name = ''] = member
    const property = toObject(resolve(document, `#/components/schemas/${type}/properties/${name}`) ?? null)
    const values = toObject(dereference(document, property)).enum
    return Array.isArray(values) ? values.map(value => rows.replace(expression, String(value))) : [rows]
  })
}

function dereference (document: JsonObject, value: Json): Json {
  const { $ref } = toObject(value)
  return typeof $ref === 'string' ? dereference(document, resolve(document, $ref) ?? null) : value
}

function resolve (document: JsonObject, reference: string): Json | undefined {
  const names = reference
    .split('/')
    .slice(1)
    .map(name => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'))
  return names.reduce<Json | undefined>((value, name) => toObject(value ?? null)[name], document)
}

function toUri (file: string, pointer: string): string {
  return `${file}#${pointer.split('/').map(encodeURIComponent).join('/')}`
}

function toObject (value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
