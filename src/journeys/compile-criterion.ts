import type { SourcePosition } from '../documents/source-position.ts'
import { exactJson } from '../exact-json.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { ArazzoCriterion } from './arazzo.ts'
import { compileCondition } from './compile-condition.ts'
import { compileExpression } from './compile-expression.ts'
import { compileEmbedded, MissingValue, rejectType, typeName } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import type { Criterion, Evaluate } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'
import { ExpressionFault } from './known-names.ts'

type Fault = Criterion['fault']

/** Compiles a criterion: a simple condition, a regular expression or a JSONPath. Throws `ExpressionFault`. */
export function compileCriterion (
  criterion: ArazzoCriterion,
  context: ValueContext,
  place: SourcePosition
): Criterion {
  const fault = compileFault(criterion, context)
  return { text: criterion.condition, place, fault: now => orMissing(fault, now) }
}

function orMissing (fault: Fault, context: JourneyContext): string | undefined {
  try {
    return fault(context)
  } catch (error) {
    if (error instanceof MissingValue || error instanceof ExpressionFault || error instanceof RangeError) {
      return error.message
    }
    throw error
  }
}

function compileFault (criterion: ArazzoCriterion, values: ValueContext): Fault {
  const { condition, type = 'simple' } = criterion
  const name = typeName(type)
  if (name === 'simple') return compileSimple(condition, values)
  if (criterion.context === undefined) {
    throw new ExpressionFault(`a condition of the type ${name} needs a "context", as in $response.body`)
  }
  const root = compileExpression(criterion.context, values.known)
  const subject = { root, shown: criterion.context }
  if (name === 'regex') return compileRegex(condition, subject, values)
  return name === 'jsonpath' ? compileJsonPath(condition, subject, values) : rejectType(name)
}

function compileSimple (condition: string, { known }: ValueContext): Fault {
  const { holds, values } = compileCondition(condition, known)
  return context => {
    if (holds(context)) return undefined
    const shown = values(context)
    return `${condition} failed${shown.length === 0 ? '' : `: ${shown.join(', ')}`}`
  }
}

/** The value that a criterion is applied to. */
interface Subject {
  readonly root: Evaluate
  /** As it is written. */
  readonly shown: string
}

function compileRegex (condition: string, { root, shown }: Subject, { known }: ValueContext): Fault {
  const source = compileEmbedded(condition, known)
  const fixed = condition.includes('{$') ? undefined : toRegExp(condition)
  return context => {
    const value = root(context)
    if (value === undefined || value === null) return `${shown} has no value, which ${condition} would match`
    const pattern = fixed ?? toRegExp(String(source(context)))
    const text = typeof value === 'object' ? exactJson.stringify(value) : String(value)
    return pattern.test(text) ? undefined : `${shown} does not match ${condition}: it is ${shortJson(value, undefined)}`
  }
}

function toRegExp (source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch {
    return toLenientRegExp(source)
  }
}

/** Compiles what only is a regular expression without Unicode, such as one with `\-` in it. */
function toLenientRegExp (source: string): RegExp {
  try {
    return new RegExp(source)
  } catch (error) {
    throw new ExpressionFault(error instanceof Error ? error.message : String(error))
  }
}

function compileJsonPath (condition: string, { root, shown }: Subject, { known, paths }: ValueContext): Fault {
  const source = compileEmbedded(condition, known)
  const fixed = condition.includes('{$') ? undefined : paths.compile(condition)
  return context => {
    const value = root(context)
    if (value === undefined || value === null) return `${shown} has no value for ${condition} to look at`
    const path = fixed ?? paths.compile(String(source(context)))
    if (path.all(value).length > 0) return undefined
    return `${condition} finds nothing in ${shown}: it is ${shortJson(value, undefined)}`
  }
}
