import { readFileSync, statSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contract, Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { nearest } from '../documents/nearest.ts'
import type { Problem } from '../documents/problem.ts'
import { isUrl, shownPath } from '../documents/shown-path.ts'
import type { OperationHandler } from './operation-handler.ts'
import type { SourcePosition } from '../documents/source-position.ts'

/** The module beside a document, loaded. */
export interface LoadedModule {
  /** By operation id. */
  readonly handlers: ReadonlyMap<string, OperationHandler>
  readonly problems: readonly Problem[]
}

const ENDINGS = ['.standin.ts', '.standin.js', '.standin.mjs']

const NONE: LoadedModule = { handlers: new Map(), problems: [] }

/**
 * Loads the module beside a document, `tally.standin.ts` beside `tally.yaml`, where there is one. It calls
 * `onRead` with each path that it looks at.
 */
export async function loadModule (
  { file, operations }: Contract,
  onRead: (path: string) => void = () => {}
): Promise<LoadedModule> {
  if (isUrl(file)) return NONE
  const { dir, name } = parse(resolve(file))
  const paths = ENDINGS.map(ending => join(dir, `${name}${ending}`))
  for (const path of paths) onRead(path)
  const [first, second] = listFiles(paths)
  if (first === undefined) return NONE
  if (second !== undefined) {
    const message = `is beside ${shownPath(first.path)}: keep one of them`
    return withProblem({ file: shownPath(second.path), message })
  }
  // Node keeps each imported URL for good: another version needs another URL.
  const url = `${pathToFileURL(first.path).href}?version=${first.version}`
  try {
    return listHandlers(first.path, await import(url), operations)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const place = placeOf(error, first.path)
    return withProblem({ file: shownPath(first.path), place, message: `cannot be loaded: ${reason}` })
  }
}

function withProblem (problem: Problem): LoadedModule {
  return { ...NONE, problems: [problem] }
}

/** Lists those paths at which there are files, each with a number that differs when the file does. */
function listFiles (paths: readonly string[]): Array<{ readonly path: string, readonly version: number }> {
  const files = []
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats?.isFile() === true) files.push({ path, version: stats.mtimeMs })
  }
  return files
}

/**
 * Lists the handlers of a module: functions with the names of operations, exported by name or in a default
 * object.
 */
function listHandlers (path: string, exported: unknown, operations: readonly Operation[]): LoadedModule {
  const { default: others, ...named } = { ...isObject(exported) ? exported : {} }
  const problems: Problem[] = []
  const handlers = new Map<string, OperationHandler>()
  const report = (name: string, message: string): void => {
    problems.push({ file: shownPath(path), place: placeOfExport(name, path), message })
  }
  const add = (name: string, handler: unknown): void => {
    const operation = operations.find(operation => operation.name === name)
    if (operation === undefined) {
      report(name, `exports "${name}", which is no operation${suggest(name, operations)}`)
    } else if (typeof handler !== 'function') {
      report(name, `exports "${name}" as ${typeof handler}: it must be a function that responds to the operation`)
    } else {
      handlers.set(operation.id, handler as OperationHandler)  // each call checks what it returns
    }
  }

  if (others !== undefined && !isObject(others)) {
    report('default', 'the default export must be an object of functions with the names of operations')
  }
  for (const [name, handler] of Object.entries(named)) add(name, handler)
  for (const [name, handler] of Object.entries(isObject(others) ? others : {})) add(name, handler)
  return { handlers, problems }
}

function suggest (name: string, operations: readonly Operation[]): string {
  const near = nearest(name, operations.map(({ name }) => name))
  return near === undefined ? '' : `, did you mean "${near}"?`
}

/** Returns the place of the first line that seems to export a name. */
function placeOfExport (name: string, path: string): SourcePosition | undefined {
  const lines = readFileSync(path, 'utf8').split('\n')
  const exports = lines.findIndex(line => /\bexport\b/.test(line) && line.includes(name))
  const line = exports === -1 ? lines.findIndex(line => line.includes(name)) : exports
  return line === -1 ? undefined : { line: line + 1, column: (lines[line] ?? '').indexOf(name) + 1 }
}

/** Returns the place in a file where an error was raised, by its stack. */
function placeOf (error: unknown, path: string): SourcePosition | undefined {
  const stack = error instanceof Error ? error.stack ?? '' : ''
  const at = stack.split(pathToFileURL(dirname(path)).href).slice(1).find(text =>
    text.startsWith(`/${encodeURI(parse(path).base)}`))
  const [, line, column] = /^[^\s:]*:(\d+)(?::(\d+))?/.exec(at ?? '') ?? []
  return line === undefined ? undefined : { line: Number(line), column: Number(column ?? 1) }
}
