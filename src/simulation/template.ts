import { exactJson } from '../exact-json.ts'
import type { Declaration } from './declaration.ts'
import { define } from '../documents/own-member.ts'
import { compileAll, compileEach } from './declaration.ts'
import { compileExpression } from './expression.ts'
import type { Evaluate, Scope } from './scope.ts'
import { showingItems } from './shown-status.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CHOOSE, EACH, FIRST } from '../vocabulary/template-words.ts'

const EMBEDDED = /\{(\$[^{}]+)\}/g

/**
 * Compiles a JSON value with expressions to a function that fills them in. A member whose value is undefined is
 * left out.
 */
export function compileTemplate (declaration: Declaration, vocabulary: Vocabulary): Evaluate {
  const { value } = declaration
  if (typeof value === 'string') return compileText(declaration, value, vocabulary)
  if (typeof value !== 'object' || value === null) return () => value
  if (!mentionsExpression(value)) return () => value
  if (Array.isArray(value)) return compileList(declaration, vocabulary)
  const operator = Object.keys(value).find(isOperator)
  if (operator === undefined) return compileObject(declaration, vocabulary)
  if (operator === '$file') declaration.refuse('a file can only be the whole body of a reply')
  if (!(operator in OPERATORS)) declaration.refuseWord('operator', operator, Object.keys(OPERATORS))
  return OPERATORS[operator](declaration, vocabulary)
}

/** Compiles a template that may be left out: then its value is `undefined`. */
export function compileOptional (declaration: Declaration | undefined, vocabulary: Vocabulary): Evaluate {
  return declaration === undefined ? () => undefined : compileTemplate(declaration, vocabulary)
}

/** Compiles an object of templates to a function that returns an object. */
export function compileObject (
  declaration: Declaration,
  vocabulary: Vocabulary
): (scope: Scope) => Record<string, unknown> {
  const members = compileAll(declaration.entries(), ([name, member]) => {
    if (isOperator(name)) {
      member.refuse(`"${name}" cannot be here, where the members are listed by their names`)
    }
    return { name: withoutEscape(name), evaluate: compileTemplate(member, vocabulary) }
  })
  return scope => {
    const object: Record<string, unknown> = {}
    for (const { name, evaluate } of members) {
      const value = evaluate(scope)
      if (value !== undefined) define(object, name, value)
    }
    return object
  }
}

function compileText (declaration: Declaration, text: string, vocabulary: Vocabulary): Evaluate {
  if (text.startsWith('$') && !text.startsWith('$$')) return compileWhole(declaration, text, vocabulary)
  // A split by a pattern with a group returns text and expressions in turn.
  const parts = compileAll(withoutEscape(text).split(EMBEDDED), (part, index) => {
    if (index % 2 === 0) return () => part
    return part.startsWith('$$')
      ? () => `{${withoutEscape(part)}}`
      : compileEmbedded(declaration, part, vocabulary)
  })
  if (parts.length === 1) return () => withoutEscape(text)
  return scope => parts.map(part => toText(part(scope))).join('')
}

function compileWhole (declaration: Declaration, text: string, vocabulary: Vocabulary): Evaluate {
  const evaluate = compileExpression(declaration, text, vocabulary)
  return scope => scope.budget.fill(evaluate(scope))
}

function compileEmbedded (declaration: Declaration, text: string, vocabulary: Vocabulary): Evaluate {
  const evaluate = compileExpression(declaration, text, vocabulary)
  return scope => scope.budget.fill(toText(evaluate(scope)))
}

function compileList (declaration: Declaration, vocabulary: Vocabulary): Evaluate {
  const items = compileAll(declaration.list(), item => compileTemplate(item, vocabulary))
  return scope => items.map(item => item(scope)).filter(value => value !== undefined)
}

/** The bytes that an item of a list takes at least. */
const LEAST_ITEM = 16

type Operator = (declaration: Declaration, vocabulary: Vocabulary) => Evaluate

const OPERATORS: Readonly<Record<string, Operator>> = {
  $each (declaration, vocabulary) {
    const { $each, as } = declaration.membersOf(EACH)
    if ($each === undefined || as === undefined) return declaration.refuse('needs "$each" and "as"')
    const { list, item } = compileEach({
      list: () => {
        if (vocabulary.isShown !== true || $each.value !== '$resources') return compileTemplate($each, vocabulary)
        return showingItems(compileTemplate($each, { ...vocabulary, isShown: false }), as.value)
      },
      item: () => compileTemplate(as, { ...vocabulary, heads: new Set([...vocabulary.heads, 'item']) })
    })
    // What is fixed in it is repeated too.
    const size = LEAST_ITEM + exactJson.stringify(as.value).length
    return scope => {
      const items = list(scope)
      if (!Array.isArray(items)) return undefined
      scope.budget.spend(items.length * size)
      return items.map(value => item({ ...scope, item: value }))
    }
  },
  $first (declaration, vocabulary) {
    const { $first } = declaration.membersOf(FIRST)
    const choices = compileAll($first?.list() ?? [], choice => compileTemplate(choice, vocabulary))
    return scope => {
      for (const choice of choices) {
        const value = choice(scope)
        if (value !== undefined) return value
      }
      return undefined
    }
  },
  $choose (declaration, vocabulary) {
    const { $choose, of, else: otherwise } = declaration.membersOf(CHOOSE)
    if ($choose === undefined || of === undefined) return declaration.refuse('needs "$choose" and "of"')
    const statuses = $choose.value === '$status' ? vocabulary.known.status?.names : undefined
    const { key, choices, fallback } = compileEach({
      key: () => compileTemplate($choose, vocabulary),
      choices: () => compileAll(of.entries(), ([name, choice]) => {
        if (statuses !== undefined && !statuses.includes(name)) choice.refuseWord('status', name, statuses)
        return [name, compileTemplate(choice, vocabulary)] as const
      }),
      fallback: () => otherwise === undefined ? () => undefined : compileTemplate(otherwise, vocabulary)
    })
    const byValue = new Map(choices)
    return scope => (byValue.get(toText(key(scope))) ?? fallback)(scope)
  }
}

function isOperator (name: string): boolean {
  return name.startsWith('$') && !name.startsWith('$$')
}

/** Returns a text whose `$$` at the start is replaced by a dollar sign. */
function withoutEscape (text: string): string {
  return text.startsWith('$$') ? text.slice(1) : text
}

function mentionsExpression (value: unknown): boolean {
  return exactJson.stringify(value).includes('$')
}

/** Formats a value within a text: empty for null and undefined, JSON for objects and lists. */
export function toText (value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? exactJson.stringify(value) : String(value)
}
