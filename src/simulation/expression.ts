import type { Operation } from '../contract/contract.ts'
import { formatSeconds, stopwatch } from '../worlds/clock.ts'
import { percentOf } from './progress.ts'
import type { Declaration } from './declaration.ts'
import { shownMembers } from './shown-members.ts'
import { INSTANT_FORMS } from './instant-forms.ts'
import { compileRandom, isRandom } from './random.ts'
import type { Evaluate, Scope, Subject } from './scope.ts'
import { compileShifted, splitShifted } from './shifted-expression.ts'
import { listFiles } from './open-files.ts'
import { splitExpression } from './split-expression.ts'
import { showing, showListed } from './shown-status.ts'
import { subjectIn } from './subject-in.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import type { KnownWords, Vocabulary } from './vocabulary.ts'
import { PAGE_PARTS } from './page-parts.ts'
import { whenOutOf } from './when-in.ts'

const ALWAYS = [
  'url',
  'method',
  'statusCode',
  'request',
  'server',
  'now',
  'uuid',
  'elapsed',
  'random',
  'limits',
  'operation'
]

/**
 * Compiles a runtime expression such as `$request.body#/ExportIds` (OpenAPI 3.1 section 4.8.18.4, and this
 * product's own). An instant may be shifted and formatted: `$now + PT2H | date`.
 */
export function compileExpression (declaration: Declaration, text: string, vocabulary: Vocabulary): Evaluate {
  if (isRandom(text)) return compileRandom(declaration, text)
  const shifted = splitShifted(text)
  if (shifted !== undefined) {
    return compileShifted(declaration, shifted, base => compileExpression(declaration, base, vocabulary))
  }
  const parts = splitExpression(text)
  if (parts === undefined) {
    const forms = '$name, $name.member, $name#/json/pointer or $name + PT2H ($$ for a literal dollar sign)'
    declaration.refuse(`"${text}" is no expression: write ${forms}`)
  }
  const { fragment, head, members, names } = parts
  const known = [...ALWAYS, ...vocabulary.heads]
  if (!known.includes(head)) refuseHead(declaration, head, known.map(name => `$${name}`))
  if (members === undefined) return declaration.refuse(`"${fragment}" is no JSON pointer: write #/member/0`)
  return COMPILERS[head](declaration, [...names, ...members], vocabulary)
}

function refuseHead (declaration: Declaration, head: string, known: readonly string[]): never {
  if (head in COMPILERS) declaration.refuse(`there is no "$${head}" here (there are: ${known.join(', ')})`)
  return declaration.refuseWord('expression', `$${head}`, known)
}

type Compiler = (declaration: Declaration, names: readonly string[], vocabulary: Vocabulary) => Evaluate

const COMPILERS: Readonly<Record<string, Compiler>> = {
  url: plain(({ request }) => request.url),
  method: plain(({ request }) => request.method),
  statusCode: plain(({ statusCode }) => statusCode),
  operation: plain(({ request }) => request.operation?.id),
  uuid: plain(({ world }) => world.random.uuid()),
  elapsed: plain(({ request }) => ((stopwatch() - request.receivedAt) / 1_000).toFixed(6)),
  now: instant(({ now }) => now),
  created: instant(scope => subjectIn(scope)?.resource.created),
  id: plain(idIn),
  n: plain(({ found }) => found?.kind === 'file' ? found.fileNumber : undefined),
  item: plain(({ item }) => item),
  event: compileEvent,
  problems: plain(({ reason }) => reason?.kind === 'problems' ? reason.problems : undefined),
  retryAfter: plain(({ reason }) =>
    reason !== undefined && 'retryAfter' in reason ? reason.retryAfter : undefined),
  resource: shown('resource', subjectIn),
  resources: compileResources,
  page: compilePage,
  conflict: shown('conflict', conflictIn),
  hidden: known('hidden', scope => subjectIn(scope)?.resource.hidden),
  files: plain(filesIn),
  request: compileRequest,
  server: compileServer,
  status: compileStatus,
  limits: compileLimit,
  violations: compileViolations
}

function idIn (scope: Scope): unknown {
  if (scope.reason?.kind === 'missing') return scope.reason.id
  const subject = subjectIn(scope)
  return subject?.type.showId(subject.resource)
}

/** Compiles an expression for a resource as clients see it. */
function shown (head: 'resource' | 'conflict', subjectIn: (scope: Scope) => Subject | undefined): Compiler {
  const compile = known(head, scope => {
    const subject = subjectIn(scope)
    return subject && shownMembers(subject, scope)
  })
  return (declaration, names, vocabulary) => {
    const evaluate = compile(declaration, names, vocabulary)
    return vocabulary.isShown === true ? showing(evaluate, subjectIn, names) : evaluate
  }
}

function compileResources (
  declaration: Declaration,
  names: readonly string[],
  vocabulary: Vocabulary
): Evaluate {
  const evaluate = plain(resourcesIn)(declaration, names, vocabulary)
  if (vocabulary.isShown !== true) return evaluate
  return scope => {
    showListed(scope)
    return evaluate(scope)
  }
}

function resourcesIn (scope: Scope): unknown {
  const { budget, list } = scope
  if (list === undefined) return undefined
  budget.spend(list.subjects.length)
  return list.subjects.map(subject => shownMembers(subject, scope))
}

function conflictIn ({ reason }: Scope): Subject | undefined {
  return reason?.kind === 'conflict' ? reason.conflict : undefined
}

function filesIn (scope: Scope): unknown {
  const subject = subjectIn(scope)
  return subject && listFiles(subject, scope)
}

/** Compiles an expression whose members may have any name. */
function plain (value: Evaluate): Compiler {
  return (_declaration, names) => names.length === 0 ? value : scope => memberOf(value(scope), names)
}

/** Compiles an expression whose members may be known by name. */
function known (head: keyof KnownWords, value: Evaluate): Compiler {
  return (declaration, names, vocabulary) => {
    const [name] = names
    const members = vocabulary.known[head]
    if (name !== undefined && members !== undefined && !members.names.includes(name)) {
      declaration.refuseWord(members.what, name, members.names)
    }
    return plain(value)(declaration, names, vocabulary)
  }
}

function instant (value: (scope: Scope) => number | undefined): Compiler {
  return (declaration, names) => {
    const [form, ...rest] = names
    const known = Object.keys(INSTANT_FORMS)
    if (form !== undefined && (!known.includes(form) || rest.length > 0)) {
      declaration.refuseWord('form of an instant', names.join('.'), known)
    }
    const format = form === undefined ? formatSeconds : INSTANT_FORMS[form]
    return scope => {
      const instant = value(scope)
      return instant === undefined ? undefined : format(instant)
    }
  }
}

const REQUEST_PARTS = ['path', 'query', 'header', 'cookie', 'body']

function compileRequest (
  declaration: Declaration,
  names: readonly string[],
  { isOpen = false, operations }: Vocabulary
): Evaluate {
  const [part = '', ...rest] = names
  if (!REQUEST_PARTS.includes(part)) declaration.refuseWord('part of the request', part, REQUEST_PARTS)
  if (part === 'body') {
    if (operations.every(({ body }) => body === undefined)) {
      declaration.refuse(`there is no body here: ${operations.map(({ id }) => id).join(', ')} takes none`)
    }
    return ({ request }) => memberOf(request.body, rest)
  }
  const [name, ...members] = rest
  if (name === undefined) return declaration.refuse(`say which: $request.${part}.NAME`)
  const header = name.toLowerCase()
  if (part === 'header') return ({ request }) => memberOf(request.headers, [header, ...members])
  if (part === 'cookie') return ({ request }) => memberOf(request.cookies, rest)
  const known = operations.flatMap(operation => listNames(operation, part))
  const isAny = isOpen && part === 'query'
  if (!isAny && !known.includes(name)) declaration.refuseWord(`${part} parameter`, name, [...new Set(known)])
  if (part === 'path') return ({ request }) => memberOf(request.path, rest)
  return ({ request }) => memberOf(request.query, rest)
}

/** Lists the parameters of an operation in its path or in its query, and the API keys there. */
function listNames ({ parameters, querystring, security }: Operation, part: string): string[] {
  const keys = security.flat().flatMap(({ definition }) => definition.type === 'apiKey' ? [definition] : [])
  const names = [...parameters, ...keys].filter(named => named.in === part).map(({ name }) => name)
  if (part !== 'query' || querystring === undefined) return names
  return [...names, querystring.name, ...shapeOf(querystring.mediaType.schema).names]
}

function compileServer (declaration: Declaration, names: readonly string[]): Evaluate {
  if (names.length === 1 && names[0] === 'url') return ({ request }) => request.serverUrl
  if (names.length === 1 && names[0] === 'path') return ({ request }) => request.serverPath
  return declaration.refuseWord('part of the server', names.join('.'), ['url', 'path'])
}

function compileEvent (declaration: Declaration, names: readonly string[]): Evaluate {
  if (names.length === 1 && names[0] === 'id') return ({ event }) => event?.id
  return declaration.refuseWord('part of the event', names.join('.'), ['id'])
}

function compileStatus (declaration: Declaration, names: readonly string[], { isShown }: Vocabulary): Evaluate {
  const [part, ...rest] = names
  if (part === undefined) {
    const evaluate: Evaluate = scope => subjectIn(scope)?.position.status
    return isShown === true ? showing(evaluate, subjectIn, []) : evaluate
  }
  if (part === 'since') return instant(scope => subjectIn(scope)?.position.since)(declaration, rest, NOTHING)
  if (part === 'until') return instant(scope => subjectIn(scope)?.position.until)(declaration, rest, NOTHING)
  if (part === 'progress' && rest.length === 0) return progressIn
  if (part === 'left' && rest.length === 0) return leftIn
  return declaration.refuseWord('part of the status', names.join('.'), ['since', 'until', 'progress', 'left'])
}

function compileLimit (declaration: Declaration, names: readonly string[], { limits }: Vocabulary): Evaluate {
  const [name = '', part, ...rest] = names
  if (!limits.includes(name)) declaration.refuseWord('limit', name, limits)
  const usage = (scope: Scope) => scope.limits.get(name)?.usage(scope)
  if (part === 'max') return scope => scope.limits.get(name)?.max(scope)
  if (part === 'remaining') return scope => usage(scope)?.remaining
  if (part === 'reset') return instant(scope => usage(scope)?.reset)(declaration, rest, NOTHING)
  return declaration.refuseWord('part of a limit', part ?? '', ['max', 'remaining', 'reset'])
}

function compilePage (declaration: Declaration, [part = '', ...rest]: readonly string[]): Evaluate {
  const known = PAGE_PARTS.find(known => known === part && rest.length === 0)
  if (known === undefined) {
    return declaration.refuseWord('part of the page', [part, ...rest].join('.'), PAGE_PARTS)
  }
  return ({ list }) => list?.page[known]
}

function compileViolations (_declaration: Declaration, names: readonly string[]): Evaluate {
  if (names[0] === 'text') return scope => violationsIn(scope)?.map(({ message }) => message).join('; ')
  return scope => memberOf(violationsIn(scope), names)
}

function violationsIn ({ reason }: Scope): readonly Violation[] | undefined {
  return reason?.kind === 'violations' ? reason.violations : undefined
}

function progressIn (scope: Scope): number | undefined {
  const subject = subjectIn(scope)
  return subject && percentOf(subject, scope.now)
}

/** Returns the whole seconds until the clock has ended a job; `undefined` where it has ended, or the clock will not. */
function leftIn (scope: Scope): number | undefined {
  const subject = subjectIn(scope)
  const { status } = subject?.position ?? {}
  if (subject === undefined || status === undefined || !subject.type.running.has(status)) return undefined
  const end = whenOutOf(subject.type.running, subject.resource, subject.type, scope.now)
  return end === undefined ? undefined : Math.max(1, Math.ceil((end - scope.now) / 1_000))
}

const NOTHING: Vocabulary = { heads: new Set(), limits: [], operations: [], known: {} }

function memberOf (value: unknown, names: readonly string[]): unknown {
  let member = value
  for (const name of names) {
    if (typeof member !== 'object' || member === null || !Object.hasOwn(member, name)) return undefined
    member = (member as Record<string, unknown>)[name]  // it was just checked to be there
  }
  return member
}
