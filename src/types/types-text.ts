import type { Contract } from '../contract/contract.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import { TypeNames } from './type-names.ts'
import type { NamedSchema } from './type-names.ts'
import { operationMember } from './operation-member.ts'
import { interfaceBody, schemaType } from './schema-type.ts'
import { block, blockOrNone, commentLines, quoted, union } from './type-syntax.ts'
import type { ResourceType } from '../simulation/scope.ts'

/** What `standin types` writes of. */
export interface TypesContent {
  readonly contracts: readonly Contract[]
  readonly types: Iterable<Pick<ResourceType, 'id' | 'lifecycles' | 'statuses'>>
  /** What the one type that has all the others in it is called. */
  readonly name?: string
}

/** Writes contracts as TypeScript, for the client to be typed by. */
export function typesText ({ contracts, types, name = 'Contracts' }: TypesContent): string {
  const names = new TypeNames([name])
  const operations = contracts.flatMap(contract => contract.operations.map(operation => operationMember(operation, contract, names)))
  const resources = [...types].map(({ id, lifecycles, statuses }) =>
    `${quoted(id)}: ${block([`status: ${union([...statuses].map(quoted))}`, `lifecycle: ${union([...lifecycles.keys()].map(quoted))}`])}`)
  // Writing one may name further ones.
  const declarations = Array.from(names.all(), named => declaration(named, names))

  return `${[
    `// Written by "standin types" from ${contracts.map(({ file }) => file).join(', ')}. Do not edit: write it again.`,
    `/** The operations and resources of the contracts, to be given to the client: \`standin<${name}>(url)\`. */\n` +
      `export interface ${name} ${block([`operations: ${blockOrNone(operations)}`, `resources: ${blockOrNone(resources)}`])}`,
    ...declarations
  ].join('\n\n')}\n`
}

function declaration ({ name, pointer, source }: NamedSchema, names: TypeNames): string {
  const schema = getByPointer(source.document, pointer)
  const comment = isObject(schema) ? commentLines(schema.description) : []
  const members = interfaceBody(schema, { source, names })
  const text = members === undefined
    ? `export type ${name} = ${schemaType(schema, { source, names, self: pointer })}`
    : `export interface ${name} ${members}`
  return [...comment, text].join('\n')
}
