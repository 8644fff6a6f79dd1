import { isObject } from '../documents/is-object.ts'
import { memberPath } from './body-rules.ts'
import type { Matcher, Rules } from './matcher.ts'

/** Returns whether a body of JSON fits an example by its rules, as Pact reads them: it may have further members. */
export function fitsBody (actual: unknown, example: unknown, rules: Rules, path = '$', at = path): boolean {
  const rule = rules[at]
  if (Array.isArray(example)) return fitsList(actual, example, { rules, path, at })
  if (isObject(example)) {
    if (!isObject(actual)) return false
    if (rule?.matchers.some(({ match }) => match === 'values') === true) return true
    return Object.entries(example).every(([name, member]) => {
      const own = memberPath(path, name) ?? path
      const within = memberPath(at, name) ?? at
      return Object.hasOwn(actual, name) && fitsBody(actual[name], member, rules, own, within)
    })
  }
  if (rule === undefined) return actual === example
  const fits = (matcher: Matcher): boolean => fitsMatcher(actual, example, matcher)
  return rule.combine === 'OR' ? rule.matchers.some(fits) : rule.matchers.every(fits)
}

interface ListContext {
  readonly rules: Rules
  readonly path: string
  readonly at: string
}

function fitsList (actual: unknown, example: readonly unknown[], { at, path, rules }: ListContext): boolean {
  if (!Array.isArray(actual)) return false
  if (rules[at] === undefined) {
    return actual.length === example.length &&
      actual.every((item, index) => fitsBody(item, example[index], rules, `${path}[${index}]`, `${at}[${index}]`))
  }
  return actual.length > 0 && actual.every((item, index) => {
    return fitsBody(item, example[index] ?? example[0], rules, `${path}[${index}]`, `${at}[*]`)
  })
}

function fitsMatcher (actual: unknown, example: unknown, matcher: Matcher): boolean {
  switch (matcher.match) {
    case 'equality': return actual === example
    case 'null': return actual === null
    case 'boolean': return typeof actual === 'boolean'
    case 'integer': return typeof actual === 'bigint' || Number.isInteger(actual)
    case 'number': return typeof actual === 'number' || typeof actual === 'bigint'
    case 'regex': return new RegExp(matcher.regex).test(String(actual))
    case 'date': return /^\d{4}-\d\d-\d\d$/.test(String(actual))
    case 'datetime': return hasForm(String(actual), matcher.format)
    case 'type':
    case 'values': return typeof actual === typeof example
  }
}

function hasForm (text: string, format: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && format.includes('SSS') === text.includes('.')
}
