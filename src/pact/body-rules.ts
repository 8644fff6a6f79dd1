import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { ruleOf } from './matcher.ts'
import type { Matcher, Rule, Rules } from './matcher.ts'
import type { SchemaView } from './schema-view.ts'
import { textRule } from './text-rule.ts'

/** An example of a body with the rules by which other bodies may differ from it. */
export interface RuledBody {
  readonly example: unknown
  readonly rules: Rules
}

/** How the rules of a body are made. */
export interface RuleOptions {
  /** Whether a list whose items are alike is shortened to one. What a request sends stays as it is. */
  readonly shortens: boolean
  /** Returns whether a text stays as it is, such as the status that a provider state names. */
  fixed (text: string): boolean
}

/** Returns the rules that follow from a schema for a value of JSON. */
export function bodyRules (value: unknown, view: SchemaView, options: RuleOptions): RuledBody {
  const rules: Record<string, Rule> = {}
  return { example: new Walk(rules, options).enter(value, view, '$'), rules }
}

class Walk {
  readonly #rules: Record<string, Rule>
  readonly #options: RuleOptions

  constructor (rules: Record<string, Rule>, options: RuleOptions) {
    this.#rules = rules
    this.#options = options
  }

  /** Adds the rules of a value, and returns its example. */
  enter (value: unknown, view: SchemaView, path: string): unknown {
    if (Array.isArray(value)) return this.#enterList(value, view, path)
    if (isObject(value)) return this.#enterObject(value, view, path)
    const rule = typeof value === 'string' ? this.#textRule(value, view) : ruleOf(scalarMatcher(value, view))
    this.#rules[path] = rule
    return value
  }

  #textRule (text: string, view: SchemaView): Rule {
    const isFixed = view.keyword('enum') !== undefined && this.#options.fixed(text)
    return isFixed ? ruleOf({ match: 'equality' }) : textRule(text, view)
  }

  #enterObject (object: JsonObject, view: SchemaView, path: string): JsonObject {
    const names = Object.keys(object)
    const isMap = !view.namesMembers && isObject(view.keyword('additionalProperties')) && names.length > 0
    if (isMap && areAlike(Object.values(object))) {
      const [name = ''] = names
      this.#rules[path] = ruleOf({ match: 'values' })
      return { [name]: this.enter(object[name], view.member(name, object[name]), `${path}.*`) }
    }
    const members = names.map(name => {
      const within = memberPath(path, name)
      const member = view.member(name, object[name])
      return [name, within === undefined ? object[name] : this.enter(object[name], member, within)]
    })
    return Object.fromEntries(members)
  }

  #enterList (list: readonly unknown[], view: SchemaView, path: string): unknown[] {
    const [first] = list
    if (list.length === 0) return []
    if (areAlike(list)) {
      this.#rules[path] = ruleOf({ match: 'type', min: 1 })
      const example = this.enter(first, view.item(0, first), `${path}[*]`)
      return this.#options.shortens ? [example] : [...list]
    }
    return list.map((item, index) => this.enter(item, view.item(index, item), `${path}[${index}]`))
  }
}

function scalarMatcher (value: unknown, view: SchemaView): Matcher {
  if (value === null) return { match: 'null' }
  if (typeof value === 'boolean') return { match: 'boolean' }
  return { match: view.hasType('integer') && !view.hasType('number') ? 'integer' : 'number' }
}

/** Returns the path of a member; `undefined` for a name that a path cannot have. */
export function memberPath (path: string, name: string): string | undefined {
  if (/^[A-Za-z_]\w*$/.test(name)) return `${path}.${name}`
  return /['\\\]]/.test(name) ? undefined : `${path}['${name}']`
}

/** Returns whether values have the same form: the same members of the same types. */
function areAlike (values: readonly unknown[]): boolean {
  const [first, ...others] = values.map(shapeOf)
  return others.every(shape => shape === first)
}

/** Returns the form of a value as a text; two values of one form have the same. */
export function shapeOf (value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join()}]`
  if (!isObject(value)) return value === null ? 'null' : typeof value
  const members = Object.keys(value).sort().map(name => `${exactJson.stringify(name)}:${shapeOf(value[name])}`)
  return `{${members.join()}}`
}
