import type { JsonObject } from '../documents/is-object.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listObjects } from './list-objects.ts'
import type { Inner } from './list-enveloped.ts'
import { plainName } from './name-words.ts'

const QUANTITY = /^(?:quantity|qty|units)$/
const UNIT_PRICE = /^(?:unit|item)?(?:price|cost|amount)(?:perunit|perpiece)?$/
const LINE_TOTAL = /^(?:(?:line|item)(?:total|amount)|total(?:price|amount|cost)?|subtotal|extendedprice)$/
const LINES = /(?:lines|items|products|positions|entries)$/

const SUBTOTAL = /^(?:subtotal|net(?:total|amount)|itemstotal|totalnet)(?:amount|price)?$/
const TAX = /^(?:total)?(?:tax|vat)(?:total|amount|es)?$/
const TAX_RATE = /^(?:tax|vat)(?:rate|percent|percentage)$/
const SHIPPING = /^(?:shipping|delivery|freight)(?:cost|costs|fee|price|amount|total)?$/
const DISCOUNT = /^(?:total)?discounts?(?:amount|total)?$/
const TOTAL = /^(?:(?:grand|order|gross|invoice)?total(?:price|amount|gross|due)?|amountdue)$/

/** The share of tax where no member states one, in per cent. */
const USUAL_TAX = 20

/** Lists the edits by which lines are their quantity times their price, and totals the sums of lines. */
export function listAmountEdits (value: unknown, { fixed }: Arrangement): Edit[] {
  const amounts = new Amounts(fixed)
  // The parts are summed up before what has them.
  for (const inner of listObjects(value, fixed).toReversed()) {
    amounts.sumLine(inner)
    amounts.sumLines(inner)
  }
  return amounts.edits
}

/** The amounts of a value, as they are after the edits. */
class Amounts {
  readonly edits: Edit[] = []
  readonly #fixed: ReadonlySet<unknown>
  readonly #lines = new Map<unknown, number>()

  constructor (fixed: ReadonlySet<unknown>) {
    this.#fixed = fixed
  }

  /** Computes the total of a line from its quantity and its price. */
  sumLine (inner: Inner): void {
    const { object } = inner
    const quantity = find(object, QUANTITY)
    const price = find(object, UNIT_PRICE)
    if (quantity === undefined || price === undefined) return
    const total = rounded(quantity.amount * price.amount)
    const member = find(object, LINE_TOTAL)
    this.#lines.set(object, member === undefined ? total : this.#set(inner, member, total))
  }

  /** Computes the totals of a thing from its lines. */
  sumLines (inner: Inner): void {
    const { object } = inner
    const lines = this.#linesOf(object)
    if (lines === undefined) return
    let net = lines
    const subtotal = find(object, SUBTOTAL)
    if (subtotal !== undefined) net = this.#set(inner, subtotal, rounded(lines))
    const tax = find(object, TAX)
    const rate = find(object, TAX_RATE)?.amount ?? USUAL_TAX
    const taxes = tax === undefined ? 0 : this.#set(inner, tax, rounded(net * (rate < 1 ? rate : rate / 100)))
    const shipping = find(object, SHIPPING)?.amount ?? 0
    const discount = this.#discount(inner, net)
    const total = find(object, TOTAL)
    if (total !== undefined) this.#set(inner, total, rounded(net + taxes + shipping - discount))
  }

  /** Returns what is taken off, which is less than there is. */
  #discount (inner: Inner, net: number): number {
    const discount = find(inner.object, DISCOUNT)
    if (discount === undefined) return 0
    return discount.amount <= net / 2 ? discount.amount : this.#set(inner, discount, rounded(net / 10))
  }

  #linesOf (object: JsonObject): number | undefined {
    for (const [name, list] of Object.entries(object)) {
      if (!Array.isArray(list) || !LINES.test(plainName(name)) || list.length === 0) continue
      const amounts = list.map(item => this.#lines.get(item))
      const known = amounts.filter(amount => amount !== undefined)
      if (known.length === list.length) return known.reduce((sum, amount) => sum + amount, 0)
    }
    return undefined
  }

  /** Sets an amount in the form that it has; returns what it is then. */
  #set ({ object, path }: Inner, { amount, name }: Amount, wanted: number): number {
    const before = object[name]
    if (this.#fixed.has(before)) return amount
    const isWhole = Number.isInteger(before)
    const text = typeof before === 'string' ? wanted.toFixed(2) : undefined
    this.edits.push({ path: [...path, name], values: [text ?? wanted, ...isWhole ? [Math.round(wanted)] : []] })
    return wanted
  }
}

/** A member that is an amount. */
interface Amount {
  readonly name: string
  readonly amount: number
}

function find (object: JsonObject, names: RegExp): Amount | undefined {
  for (const [name, value] of Object.entries(object)) {
    if (!names.test(plainName(name))) continue
    const isText = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value)
    if (typeof value === 'number' || isText) return { name, amount: Number(value) }
  }
  return undefined
}

function rounded (amount: number): number {
  return Math.round(amount * 100) / 100
}
