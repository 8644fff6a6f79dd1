import { RE2JS } from 're2js'
import { escapePattern } from '../documents/escape-pattern.ts'
import type { Rule } from './matcher.ts'
import { ruleOf } from './matcher.ts'
import type { SchemaView } from './schema-view.ts'

/** Regular expressions of formats. */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  email: '^[^@\\s]+@[^@\\s]+$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$',
  'uri-reference': '^\\S*$',
  ipv4: '^\\d{1,3}(\\.\\d{1,3}){3}$',
  duration: '^P\\S+$',
  time: '^\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$',
  byte: '^[A-Za-z0-9+/]*={0,2}$'
}

/** An instant may have milliseconds or not. */
const INSTANT: Rule = {
  combine: 'OR',
  matchers: [
    { match: 'datetime', format: "yyyy-MM-dd'T'HH:mm:ssXXX" },
    { match: 'datetime', format: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX" }
  ]
}

const INSTANT_TEXT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/

/** Returns the rule for a text: that of its values, its pattern or its format, or else any text. */
export function textRule (text: string, view: SchemaView): Rule {
  const values = view.keyword('enum')
  const pattern = view.keyword('pattern')
  if (view.keyword('const') !== undefined) return ruleOf({ match: 'equality' })
  if (Array.isArray(values)) return valuesRule(values, text)
  const format = String(view.keyword('format'))
  if (format === 'date-time' && INSTANT_TEXT.test(text)) return INSTANT
  if (format === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return ruleOf({ match: 'date', format: 'yyyy-MM-dd' })
  const regex = typeof pattern === 'string' ? wholePattern(pattern) : FORMATS[format]
  return regex !== undefined && fits(regex, text) ? ruleOf({ match: 'regex', regex }) : ruleOf({ match: 'type' })
}

function valuesRule (values: readonly unknown[], text: string): Rule {
  const texts = values.filter(value => typeof value === 'string').map(escapePattern)
  const regex = `^(${texts.join('|')})$`
  return ruleOf(fits(regex, text) ? { match: 'regex', regex } : { match: 'equality' })
}

/** Some tools match a regular expression with the whole text, and others with any part of it; both are to agree. */
function wholePattern (pattern: string): string {
  const start = pattern.startsWith('^') ? '' : '^[\\s\\S]*'
  const end = /(?:^|[^\\])\$$/.test(pattern) ? '' : '[\\s\\S]*$'
  return start === '' && end === '' ? pattern : `${start}(${pattern})${end}`
}

/** Returns whether a text matches by an engine without look-around, as that of the verifier is. */
function fits (regex: string, text: string): boolean {
  try {
    return RE2JS.compile(regex).matcher(text).find()
  } catch {
    return false
  }
}
