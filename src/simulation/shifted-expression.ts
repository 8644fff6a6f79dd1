import { formatSeconds } from '../worlds/clock.ts'
import { compileDatePattern, DATE_FIELDS } from '../worlds/date-pattern.ts'
import { parseDuration } from '../worlds/duration.ts'
import type { Declaration } from './declaration.ts'
import { INSTANT_FORMS, isInstant, readInstant } from './instant-forms.ts'
import type { FormatInstant } from './instant-forms.ts'
import type { Evaluate } from './scope.ts'

/** An expression, the durations that are added to its value, and the form in which that is written. */
export interface ShiftedExpression {
  readonly base: string
  /** `+ PT2H - P1D`; empty where none is added. */
  readonly shifts: string
  /** `date`, or a pattern such as `dd.MM.yyyy`. */
  readonly form: string | undefined
}

const SHIFTED = /^(\S.*?)((?:\s+[+-]\s+\S+)*)(?:\s+\|\s*(.*))?$/s
const SHIFT = /([+-])\s+(\S+)/g

/** The expressions whose values are instants. */
const INSTANTS = /^\$(?:now|created|status\.(?:since|until)|limits\.[^.]+\.reset)$/

/** The longest duration that can be added, in milliseconds: about a thousand years. */
const LONGEST = 365_000 * 86_400_000

/** Splits an expression such as `$now + PT2H | date`; returns `undefined` where it adds nothing and states no form. */
export function splitShifted (text: string): ShiftedExpression | undefined {
  const [, base = text, shifts = '', form] = SHIFTED.exec(text) ?? []
  return shifts === '' && form === undefined ? undefined : { base, shifts, form }
}

/**
 * Compiles an expression for an instant that is shifted or formatted; `compile` compiles what stands before. Its value
 * is `undefined` where that is no instant.
 */
export function compileShifted (
  declaration: Declaration,
  { base, form, shifts }: ShiftedExpression,
  compile: (text: string) => Evaluate
): Evaluate {
  const ms = sumShifts(declaration, shifts)
  const [, head = base, ownForm] = /^(.*)\.([A-Za-z]+)$/s.exec(base) ?? []
  const isFormed = ownForm !== undefined && ownForm in INSTANT_FORMS && INSTANTS.test(head)
  const own = isFormed ? INSTANT_FORMS[ownForm] : undefined
  const format = form === undefined ? own : compileForm(declaration, form.trim())
  const source = isFormed ? head : base
  // Without a fraction, its text would be cut to whole seconds.
  const value = compile(INSTANTS.test(source) ? `${source}.milliseconds` : source)
  const isCut = INSTANTS.test(source) && format === undefined
  return scope => {
    const stated = readInstant(value(scope))
    if (stated === undefined || !isInstant(stated.instant + ms)) return undefined
    const formatOf = format ?? (isCut ? formatSeconds : stated.format)
    return formatOf(stated.instant + ms)
  }
}

function sumShifts (declaration: Declaration, text: string): number {
  let sum = 0
  for (const [, sign, duration = ''] of text.matchAll(SHIFT)) {
    const ms = parseDuration(duration)
    if (ms === undefined) {
      return declaration.refuse(`"${duration}" is no duration to add: write one such as PT2H or P7D`)
    }
    sum += sign === '-' ? -ms : ms
  }
  return Math.abs(sum) <= LONGEST ? sum : declaration.refuse('adds more than a thousand years')
}

function compileForm (declaration: Declaration, form: string): FormatInstant {
  if (Object.hasOwn(INSTANT_FORMS, form)) return INSTANT_FORMS[form]
  const known = Object.keys(INSTANT_FORMS)
  const compiled = compileDatePattern(form)
  if (form !== '' && typeof compiled === 'function') return compiled
  if (/^[A-Za-z]*$/.test(form)) return declaration.refuseWord('form of an instant', form, known)
  const part = typeof compiled === 'function' ? '' : compiled.unknown
  return declaration.refuse(
    `"${form}" is no pattern of dates: ${part} is none of ${DATE_FIELDS.join(', ')}, and text stands in single quotes`
  )
}
