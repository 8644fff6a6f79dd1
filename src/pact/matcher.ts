/** A rule of Pact for one value, in the form of version 4. */
export type Matcher =
  | { readonly match: 'type', readonly min?: number }
  | { readonly match: 'integer' | 'number' | 'boolean' | 'null' | 'equality' | 'values' }
  | { readonly match: 'regex', readonly regex: string }
  | { readonly match: 'datetime' | 'date', readonly format: string }

/** Several rules, of which all must hold or any. */
export interface Rule {
  readonly combine: 'AND' | 'OR'
  readonly matchers: readonly Matcher[]
}

/** Rules by the place of the value: a header, a query parameter, or a path in a body such as `$.Exports[*].Id`. */
export type Rules = Readonly<Record<string, Rule>>

/** Returns the rule of one matcher. */
export function ruleOf (matcher: Matcher): Rule {
  return { combine: 'AND', matchers: [matcher] }
}
