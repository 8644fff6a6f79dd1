import type { Evaluate } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'
import type { KnownNames } from './known-names.ts'
import { memberAt, parsePath } from './parse-path.ts'

type Compiler = (rest: string, known: KnownNames) => Evaluate

const HEADS: Readonly<Record<string, Compiler>> = {
  url: rest => plain(rest, ({ exchange }) => exchange?.response.url),
  method: rest => plain(rest, ({ exchange }) => exchange?.request.method),
  statusCode: rest => plain(rest, ({ exchange }) => exchange?.response.status),
  self: (rest, { self }) => plain(rest, () => self),
  request: compileRequest,
  response: compileResponse,
  message: compileMessage,
  inputs: (rest, { inputs }) => named('input', parsePath(rest), inputs, ({ inputs }) => inputs),
  outputs: (rest, { outputs }) => named('output', parsePath(rest), outputs, ({ outputs }) => outputs),
  steps: compileSteps,
  workflows: compileWorkflows,
  sourceDescriptions: compileSources,
  components: compileComponents
}

const EXPRESSION = new RegExp(`^\\$(?:${Object.keys(HEADS).join('|')})(?![A-Za-z0-9_])`)

/** Returns whether a text is meant as a runtime expression: it begins with the name of one. */
export function isExpression (text: string): boolean {
  return EXPRESSION.test(text)
}

/**
 * Compiles a runtime expression (Arazzo 1.1, "Runtime Expressions"): `$response.body#/order/id`. Throws
 * `ExpressionFault` for one that can have no value.
 */
export function compileExpression (text: string, known: KnownNames): Evaluate {
  const [, head = '', rest = ''] = /^\$([A-Za-z]+)(.*)$/s.exec(text) ?? []
  if (!Object.hasOwn(HEADS, head)) {
    return rejectUnknown('expression', text, Object.keys(HEADS).map(name => `$${name}`))
  }
  return (HEADS[head] as Compiler)(rest, known)  // it was just checked to be there
}

function plain (rest: string, evaluate: Evaluate): Evaluate {
  if (rest !== '') throw new ExpressionFault(`nothing may follow in "${rest}": its value has no members`)
  return evaluate
}

/** Compiles the access to a named value, whose name may have dots, and to a member of it. */
function named (
  what: string,
  path: readonly string[],
  known: readonly string[] | undefined,
  valuesOf: (context: JourneyContext) => Readonly<Record<string, unknown>> | undefined
): Evaluate {
  const [first] = path
  if (first === undefined) throw new ExpressionFault(`the name of the ${what} is missing`)
  const length = lengthOfName(path, known)
  if (length === undefined) return rejectUnknown(what, first, known ?? [])
  const name = path.slice(0, length).join('.')
  const members = path.slice(length)
  return context => memberAt(memberAt(valuesOf(context), [name]), members)
}

/** Returns how many parts of a path are the longest name that is known. */
function lengthOfName (path: readonly string[], known: readonly string[] | undefined): number | undefined {
  if (known === undefined) return 1
  for (let length = path.length; length > 0; length--) {
    if (known.includes(path.slice(0, length).join('.'))) return length
  }
}

function compileSteps (rest: string, { steps }: KnownNames): Evaluate {
  const [id = '', outputs, ...path] = parsePath(rest)
  const known = steps.get(id)
  if (known === undefined) return rejectUnknown('step', id, steps.keys())
  if (outputs !== 'outputs') throw new ExpressionFault(`write $steps.${id}.outputs.NAME: a step has only outputs`)
  return named(`output of the step ${id}`, path, known, context => context.steps.get(id))
}

function compileWorkflows (rest: string, { workflows }: KnownNames): Evaluate {
  const [id = '', part, ...path] = parsePath(rest)
  const known = workflows.get(id)
  if (known === undefined) return rejectUnknown('workflow', id, workflows.keys())
  if (part !== 'inputs' && part !== 'outputs') {
    throw new ExpressionFault(`write $workflows.${id}.inputs.NAME or $workflows.${id}.outputs.NAME`)
  }
  return named(`${part.slice(0, -1)} of the workflow ${id}`, path, known[part], context =>
    context.workflows.get(id)?.[part])
}

function compileSources (rest: string, { sources }: KnownNames): Evaluate {
  const [name = '', member = ''] = parsePath(rest)
  const source = sources.get(name)
  if (source === undefined) return rejectUnknown('source description', name, sources.keys())
  if (!Object.hasOwn(source, member)) rejectUnknown('member of a source description', member, Object.keys(source))
  return () => source[member]
}

function compileComponents (rest: string, { parameters }: KnownNames): Evaluate {
  const [part, name = '', ...path] = parsePath(rest)
  if (part !== 'parameters') throw new ExpressionFault('only $components.parameters.NAME has a value')
  if (!parameters.has(name)) rejectUnknown('parameter among the components', name, parameters.keys())
  return () => memberAt(parameters.get(name), path)
}

function compileRequest (rest: string): Evaluate {
  const { part, name, path } = splitMessage(rest, ['header', 'query', 'path', 'body'])
  if (part === 'body') return ({ exchange }) => memberAt(exchange?.request.values.body, path)
  if (part === 'header') return ({ exchange }) => exchange?.request.headers[name.toLowerCase()]
  const at = part === 'path' ? 'path' : 'query'
  return ({ exchange }) => memberAt(exchange?.request.values[at], [name])
}

function compileResponse (rest: string): Evaluate {
  const { part, name, path } = splitMessage(rest, ['header', 'body'])
  if (part === 'body') return ({ exchange }) => memberAt(exchange?.response.body, path)
  const header = name.toLowerCase()
  return ({ exchange }) => {
    const value = exchange?.response.headers[header]
    return typeof value === 'object' ? value.join(', ') : value
  }
}

function compileMessage (rest: string): Evaluate {
  const { part, name, path } = splitMessage(rest, ['header', 'payload'])
  if (part === 'payload') return ({ message }) => memberAt(message?.payload, path)
  return ({ message }) => message?.headers[name.toLowerCase()]
}

interface MessagePart {
  readonly part: string
  /** The name of a header or of a parameter. */
  readonly name: string
  /** The path within a body. */
  readonly path: readonly string[]
}

function splitMessage (rest: string, parts: readonly string[]): MessagePart {
  const [, part = '', after = ''] = /^\.([A-Za-z]*)(.*)$/s.exec(rest) ?? []
  if (!parts.includes(part)) return rejectUnknown('part of the message', part, parts)
  if (part === 'body' || part === 'payload') return { part, name: '', path: parsePath(after) }
  const name = after.slice(1)
  if (name === '') throw new ExpressionFault(`the name is missing: write .${part}.NAME`)
  return { part, name, path: [] }
}
