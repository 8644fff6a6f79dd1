import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { componentSchema } from '../contract/component-schema.ts'
import type { Contract, SchemaReference } from '../contract/contract.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { ReadableFolders } from '../documents/readable-folders.ts'
import { coerce } from '../messages/coerce.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { unknownWord } from '../simulation/declaration.ts'
import type { ResourceType } from '../simulation/scope.ts'
import { readSeedFile, SEED_ENDINGS } from './read-seed-file.ts'
import type { SeedFile } from './read-seed-file.ts'
import type { SeedItem, TypeSeed } from './type-seed.ts'

/** The contracts that are served, and the folder of their fixtures. */
export interface SeedContext {
  readonly contracts: readonly Contract[]
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  /** The folder of fixtures, with `<api>/resources/<Type>.json`, `.yaml` or `.csv`. */
  readonly fixtures?: string | undefined
  /** The folders that symbolic links may lead to. */
  readonly allowPaths?: readonly string[]
}

/**
 * Lists what new worlds have of each type, as documents declare it and as files beside the fixtures give it. Rejects
 * with one `InvalidDocument` that has every mistake.
 */
export async function listTypeSeeds (context: SeedContext): Promise<TypeSeed[]> {
  const problems: Problem[] = []
  const seeds: TypeSeed[] = []
  for (const contract of context.contracts) {
    const types = context.simulations.get(contract.name)?.types ?? new Map()
    const files = await readFiles(contract, context, problems)
    problems.push(...unknownTypes(files, types))
    for (const [name, type] of types) {
      const seed = seedOf({ name, type, contract }, files.filter(file => file.name === name))
      if (seed !== undefined) seeds.push(seed)
    }
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
  return seeds
}

async function readFiles (
  { name }: Contract,
  { allowPaths = [], fixtures }: SeedContext,
  problems: Problem[]
): Promise<SeedFile[]> {
  if (fixtures === undefined) return []
  const folder = join(fixtures, name, 'resources')
  // Most APIs have no such folder.
  const names = (await readdir(folder).catch(() => [])).toSorted()
  const readable = new ReadableFolders({ folders: [fixtures, ...allowPaths], what: 'the folder of the fixtures' })
  const files: SeedFile[] = []
  for (const name of names.filter(name => SEED_ENDINGS.includes(extname(name).toLowerCase()))) {
    const read = await readSeedFile(join(folder, name), readable)
    if ('items' in read) files.push(read)
    else problems.push(...read)
  }
  return files
}

function unknownTypes (files: readonly SeedFile[], types: ReadonlyMap<string, ResourceType>): Problem[] {
  const unknown = files.filter(({ name }) => !types.has(name))
  return unknown.map(({ file, name }) => {
    return { file, message: `has the name of no type: ${unknownWord('type', name, [...types.keys()])}` }
  })
}

interface SeededType {
  /** `Customer` */
  readonly name: string
  readonly type: ResourceType
  readonly contract: Contract
}

function seedOf ({ contract, name, type }: SeededType, files: readonly SeedFile[]): TypeSeed | undefined {
  const { seed } = type
  if (seed === undefined && files.length === 0) return undefined
  const schema = componentSchema(contract, name)
  const sourceAt = (pointer: string) => (message: string): Problem => {
    return { file: contract.file, place: contract.locate(pointer), pointer, message }
  }
  const declared = seed?.items.map(({ pointer, value }) => ({ value, source: sourceAt(pointer) })) ?? []
  const given = files.flatMap(({ isText, items }) => isText ? items.map(item => withTypes(item, schema)) : items)
  return {
    type,
    schema,
    items: [...declared, ...given],
    count: seed?.count ?? 0,
    source: sourceAt(seed?.pointer ?? '')
  }
}

/** Reads the texts of a row as the values that the members of the schema are. */
function withTypes (item: SeedItem, schema: SchemaReference | undefined): SeedItem {
  if (schema === undefined) return item
  const shape = shapeOf(schema)
  const read = Object.entries(item.value).map(([name, text]) => [name, coerce(String(text), shape.member(name))])
  return { ...item, value: Object.fromEntries(read) }
}
