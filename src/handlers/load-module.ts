import { readFileSync, statSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contract, Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { nearest } from '../documents/nearest.ts'
import type { Problem } from '../documents/problem.ts'
import { shownPath } from '../documents/shown-path.ts'
import type { OperationHandler } from './operation-handler.ts'
import type { SourcePosition } from '../documents/source-position.ts'

/** The module beside a document, read. */
export interface LoadedModule {
  /** By operation id. */
  readonly handlers: ReadonlyMap<string, OperationHandler>
  readonly problems: readonly Problem[]
}

const ENDINGS = ['.standin.ts', '.standin.js', '.standin.mjs']

const NONE: LoadedModule = { handlers: new Map(), problems: [] }

/** Loads the module beside a document, `tally.standin.ts` beside `tally.yaml`, where there is one. `onRead` is told of each place that is looked at. */
export async function loadModule ({ file, operations }: Contract, onRead: (path: string) => void = () => {}): Promise<LoadedModule> {
  const { dir, name } = parse(resolve(file))
  const paths = ENDINGS.map(ending => join(dir, `${name}${ending}`))
  for (const path of paths) onRead(path)
  const found = paths.flatMap(path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats?.isFile() === true ? [{ path, version: stats.mtimeMs }] : []
  })
  const [first, second] = found
  if (first === undefined) return NONE
  if (second !== undefined) return { ...NONE, problems: [{ file: shownPath(second.path), message: `stands beside ${shownPath(first.path)}: keep one of them` }] }
  // What was imported once is kept for good: another version has another URL.
  const url = `${pathToFileURL(first.path).href}?version=${first.version}`
  try {
    return listHandlers(first.path, await import(url), operations)
  } catch (error) {
    return { ...NONE, problems: [{ file: shownPath(first.path), place: placeOf(error, first.path), message: `cannot be loaded: ${error instanceof Error ? error.message : String(error)}` }] }
  }
}

/** What a module exports, by name: functions that are called like operations, or an object of such as the default. */
function listHandlers (path: string, exported: unknown, operations: readonly Operation[]): LoadedModule {
  const { default: others, ...named } = { ...isObject(exported) ? exported : {} }
  const problems: Problem[] = []
  const refuse = (name: string, message: string): [] => {
    problems.push({ file: shownPath(path), place: placeOfExport(name, path), message })
    return []
  }
  if (others !== undefined && !isObject(others)) refuse('default', 'the default export must be an object of functions that are called like operations')
  const handlers = [...Object.entries(named), ...isObject(others) ? Object.entries(others) : []].flatMap(([name, handler]) => {
    const operation = operations.find(operation => operation.name === name)
    if (operation === undefined) return refuse(name, `exports "${name}", which is no operation${suggest(name, operations)}`)
    if (typeof handler !== 'function') return refuse(name, `exports "${name}" as ${typeof handler}: it must be a function that answers the operation`)
    return [[operation.id, handler as OperationHandler] as const]  // what it takes and gives is seen when it is called
  })
  return { handlers: new Map(handlers), problems }
}

function suggest (name: string, operations: readonly Operation[]): string {
  const near = nearest(name, operations.map(({ name }) => name))
  return near === undefined ? '' : `, did you mean "${near}"?`
}

/** The first line that exports a name, as far as can be told from the text. */
function placeOfExport (name: string, path: string): SourcePosition | undefined {
  const lines = readFileSync(path, 'utf8').split('\n')
  const exports = lines.findIndex(line => /\bexport\b/.test(line) && line.includes(name))
  const line = exports === -1 ? lines.findIndex(line => line.includes(name)) : exports
  return line === -1 ? undefined : { line: line + 1, column: (lines[line] ?? '').indexOf(name) + 1 }
}

/** Where an error was raised in a file, by its stack. */
function placeOf (error: unknown, path: string): SourcePosition | undefined {
  const stack = error instanceof Error ? error.stack ?? '' : ''
  const at = stack.split(pathToFileURL(dirname(path)).href).slice(1).find(text => text.startsWith(`/${encodeURI(parse(path).base)}`))
  const [, line, column] = /^[^\s:]*:(\d+)(?::(\d+))?/.exec(at ?? '') ?? []
  return line === undefined ? undefined : { line: Number(line), column: Number(column ?? 1) }
}
