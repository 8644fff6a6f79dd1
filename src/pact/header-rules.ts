import type { Operation, SchemaReference } from '../contract/contract.ts'
import { escapePattern } from '../documents/escape-pattern.ts'
import { mediaTypeOf } from '../messages/media-type.ts'
import { ruleOf } from './matcher.ts'
import type { Rule, Rules } from './matcher.ts'
import { SchemaView } from './schema-view.ts'
import { textRule } from './text-rule.ts'

/** Returns the rules for the headers of a message, whose schemas `schemaOf` finds by their names in lower case. */
export function headerRules (
  headers: Readonly<Record<string, string>>,
  schemaOf: (name: string) => SchemaReference | undefined,
  { credentials }: Operation
): Rules {
  const rules: Record<string, Rule> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (lower === 'accept') continue
    if (lower === 'content-type') {
      rules[name] = ruleOf({ match: 'regex', regex: `^${escapePattern(mediaTypeOf(value))}(\\s*;.*)?$` })
      continue
    }
    const isSecret = lower === 'authorization' || credentials.headers.has(lower)
    const schema = isSecret ? undefined : schemaOf(lower)
    rules[name] = headerRule(value, SchemaView.of(schema, value))
  }
  return rules
}

function headerRule (value: string, view: SchemaView): Rule {
  if (view.hasType('integer') && /^-?\d+$/.test(value)) return ruleOf({ match: 'regex', regex: '^-?\\d+$' })
  const isText = view.schemas.length > 0 && view.hasType('string')
  return isText ? textRule(value, view) : ruleOf({ match: 'type' })
}
