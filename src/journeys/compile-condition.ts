import { shortJson } from '../schemas/short-json.ts'
import { compileExpression } from './compile-expression.ts'
import type { Evaluate } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'
import { ExpressionFault } from './known-names.ts'
import type { KnownNames } from './known-names.ts'
import { compare, isEqual } from './loose-compare.ts'
import { splitCondition } from './split-condition.ts'
import type { ConditionToken } from './split-condition.ts'

/** A simple condition, compiled. */
export interface Condition {
  readonly holds: (context: JourneyContext) => boolean
  /** Lists the values of its expressions, for a message: `$statusCode is 400`. */
  readonly values: (context: JourneyContext) => string[]
}

/** Compiles a condition: `$statusCode == 200 && $response.body#/status != 'Failed'`. Throws `ExpressionFault`. */
export function compileCondition (text: string, known: KnownNames): Condition {
  const tokens = splitCondition(text)
  if (tokens.length === 0) throw new ExpressionFault('the condition is empty')
  const parser = new ConditionParser(text, tokens, known)
  const evaluate = parser.parse()
  return {
    holds: context => Boolean(evaluate(context)),
    values: context => [...parser.expressions].map(([text, value]) =>
      `${text} is ${shortJson(value(context) ?? null, lastName(text))}`)
  }
}

function lastName (text: string): string | undefined {
  return /[.#/]([^.#/]+)$/.exec(text)?.[1]
}

const COMPARISONS: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '<': (left, right) => (compare(left, right) ?? 0) < 0,
  '>': (left, right) => (compare(left, right) ?? 0) > 0,
  '<=': (left, right) => (compare(left, right) ?? 1) <= 0,
  '>=': (left, right) => (compare(left, right) ?? -1) >= 0
}

function comparisonOf (operator: string): ((left: unknown, right: unknown) => boolean) | undefined {
  return Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined
}

/** Parses a condition by recursive descent: `||` binds least, then `&&`, then comparisons, then `!`. */
class ConditionParser {
  readonly expressions = new Map<string, Evaluate>()
  readonly #text: string
  readonly #tokens: readonly ConditionToken[]
  readonly #known: KnownNames
  #at = 0

  constructor (text: string, tokens: readonly ConditionToken[], known: KnownNames) {
    this.#text = text
    this.#tokens = tokens
    this.#known = known
  }

  parse (): Evaluate {
    const evaluate = this.#or()
    const rest = this.#tokens[this.#at]
    if (rest !== undefined) this.#refuse(rest)
    return evaluate
  }

  #or (): Evaluate {
    const parts = this.#separated('||', () => this.#and())
    return parts.length === 1 ? parts[0] : context => parts.some(part => Boolean(part(context)))
  }

  #and (): Evaluate {
    const parts = this.#separated('&&', () => this.#comparison())
    return parts.length === 1 ? parts[0] : context => parts.every(part => Boolean(part(context)))
  }

  #separated (operator: string, parse: () => Evaluate): [Evaluate, ...Evaluate[]] {
    const parts: [Evaluate, ...Evaluate[]] = [parse()]
    while (this.#takes(operator)) parts.push(parse())
    return parts
  }

  #comparison (): Evaluate {
    let evaluate = this.#unary()
    for (;;) {
      const operator = this.#tokens[this.#at]
      const compareBy = operator?.kind === 'operator' ? comparisonOf(operator.text) : undefined
      if (compareBy === undefined) return evaluate
      this.#at++
      const left = evaluate
      const right = this.#unary()
      evaluate = context => compareBy(left(context), right(context))
    }
  }

  #unary (): Evaluate {
    if (!this.#takes('!')) return this.#primary()
    const inner = this.#unary()
    return context => !inner(context)
  }

  #primary (): Evaluate {
    const token = this.#tokens[this.#at]
    if (token === undefined) throw new ExpressionFault(`"${this.#text}" ends where a value is expected`)
    this.#at++
    if (token.kind === 'literal') return () => token.value
    if (token.kind === 'expression') return this.#expression(token.text)
    if (token.text !== '(') this.#refuse(token)
    const inner = this.#or()
    if (!this.#takes(')')) throw new ExpressionFault(`a closing ) is missing in "${this.#text}"`)
    return inner
  }

  #expression (text: string): Evaluate {
    const evaluate = compileExpression(text, this.#known)
    this.expressions.set(text, evaluate)
    return evaluate
  }

  #takes (operator: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'operator' || token.text !== operator) return false
    this.#at++
    return true
  }

  #refuse ({ text }: ConditionToken): never {
    throw new ExpressionFault(`"${text}" is not expected at this place of "${this.#text}"`)
  }
}
