import { isObject } from '../documents/is-object.ts'
import { readText } from '../documents/draft.ts'
import { readSource } from '../documents/list-documents.ts'
import { shownPath } from '../documents/shown-path.ts'
import { InvalidOption } from '../errors.ts'
import type { Redactor } from './redactor.ts'

export type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads the values that exist in a service: of an object, or of a YAML or JSON file that has one. Rejects with
 * `InvalidOption` for a file that has none, and for a variable that is not set.
 */
export async function readData (
  data: string | Readonly<Record<string, unknown>>,
  env: Env,
  redactor: Redactor
): Promise<Readonly<Record<string, unknown>>> {
  const value = typeof data === 'string' ? await readFile(data) : data
  return Object.fromEntries(Object.entries(value).map(([name, value]) => [name, filled(value, env, redactor)]))
}

async function readFile (path: string): Promise<Readonly<Record<string, unknown>>> {
  const file = shownPath(path)
  const { value } = readText(await readSource(path, file, false), file)
  if (!isObject(value)) throw new InvalidOption('--data', 'name a file with an object of names and values', file)
  return value
}

function filled (value: unknown, env: Env, redactor: Redactor): unknown {
  if (typeof value === 'string') {
    return /^\$(?:\w+|\{\w+\})$/.test(value) ? fillVariables(value, '--data', env, redactor) : value
  }
  if (Array.isArray(value)) return value.map(item => filled(item, env, redactor))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, env, redactor)]))
}

/** Replaces `$NAME` and `${NAME}` by variables, which are kept out of reports. Throws `InvalidOption`. */
export function fillVariables (text: string, option: string, env: Env, redactor: Redactor): string {
  return text.replace(/\$(?:(\w+)|\{(\w+)\})/g, (whole, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? ''
    const value = env[name]
    if (value === undefined || value === '') {
      throw new InvalidOption(option, 'name variables that are set', JSON.stringify(whole))
    }
    redactor.add(value, name)
    return value
  })
}
