import { readFileSync } from 'node:fs'

/** A member of the tables in `docs/reference/generated-data.md`. */
export interface DocumentedMember {
  readonly name: string
  readonly schema: object
  /** What the page says that it yields. */
  readonly yields: string
}

/** A kind of things, and the members that the page lists. */
export interface DocumentedThing {
  readonly name: string
  readonly members: readonly DocumentedMember[]
}

/** The schemas that the words of the tables stand for. */
const SCHEMAS: Readonly<Record<string, object>> = {
  text: { type: 'string' },
  'date-time': { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  uri: { type: 'string', format: 'uri' },
  number: { type: 'number' },
  integer: { type: 'integer' }
}

/** Reads the tables of names: one for each thing. */
export function readDocumentedNames (): DocumentedThing[] {
  const page = readFileSync(new URL('../reference/generated-data.md', import.meta.url), 'utf8')
  const things: DocumentedThing[] = []
  for (const section of page.split(/^### /m).slice(1)) {
    const members: DocumentedMember[] = []
    for (const [, name = '', type = '', yields = ''] of section.matchAll(/^\| `(\w+)` \| ([\w-]+) \| (.+) \|$/gm)) {
      const schema = SCHEMAS[type]
      if (schema === undefined) throw new Error(`${name} is of no known type: ${type}`)
      members.push({ name, schema, yields })
    }
    const [name = ''] = section.split('\n')
    things.push({ name, members })
  }
  return things
}

/** Returns an OpenAPI document with an operation for each thing, which lists some: `GET /Customer?limit=10`. */
export function documentOf (things: readonly DocumentedThing[]): object {
  const paths: Record<string, object> = {}
  const schemas: Record<string, object> = {}
  for (const { members, name } of things) {
    const properties = Object.fromEntries(members.map(member => [member.name, member.schema]))
    schemas[name] = { type: 'object', required: Object.keys(properties), properties }
    const schema = { type: 'array', items: { $ref: `#/components/schemas/${name}` } }
    const response = { description: '', content: { 'application/json': { schema } } }
    const parameters = [{ name: 'limit', in: 'query', schema: { type: 'integer' } }]
    paths[`/${name}`] = { get: { operationId: `list${name}`, parameters, responses: { 200: response } } }
  }
  return { openapi: '3.1.1', info: { title: 'Things', version: '1' }, paths, components: { schemas } }
}
