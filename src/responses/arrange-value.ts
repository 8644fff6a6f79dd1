import { listAmountEdits } from './amount-edits.ts'
import { listCountEdits } from './count-edits.ts'
import { listDateEdits } from './date-edits.ts'
import { listDistinctIds } from './distinct-ids.ts'
import { listEchoEdits, listQueryEdits } from './echo-edits.ts'
import { withEdits } from './edit.ts'
import type { Arrangement, Edit, ListEdits } from './edit.ts'
import { listEnveloped } from './list-enveloped.ts'
import { listErrorTextEdits } from './error-text-edits.ts'
import { listLinkEdits } from './link-edits.ts'
import { listOutcomeEdits } from './outcome-edits.ts'
import { listPersonEdits } from './person-edits.ts'
import { listCurrencyEdits, listPlaceEdits } from './place-edits.ts'
import { listRelationEdits } from './relation-edits.ts'
import { listSpanEdits } from './span-edits.ts'

/** The edits of the first pass, which ends with the values of the request. */
const FIRST_RULES: readonly ListEdits[] = [listOutcomeEdits, listErrorTextEdits, listIdEdits, listEchoEdits]

/** The edits of the last pass, which keep the values of the request. */
const LAST_RULES: readonly ListEdits[] = [
  listCountEdits,
  listDateEdits,
  listSpanEdits,
  listPersonEdits,
  listLinkEdits,
  listPlaceEdits,
  listCurrencyEdits,
  listRelationEdits,
  listAmountEdits
]

/** Returns a generated value whose parts agree with each other, the request and the clock, as its schema allows. */
export function arrangeValue (value: unknown, arrangement: Arrangement): unknown {
  const first = byRules(value, FIRST_RULES, arrangement)
  let filtered = first
  for (const edits of listQueryEdits(first, arrangement)) filtered = withEdits(filtered, edits, arrangement.fits)
  return byRules(filtered, LAST_RULES, arrangement)
}

function byRules (value: unknown, rules: readonly ListEdits[], arrangement: Arrangement): unknown {
  let arranged = value
  for (const listEdits of rules) {
    const edits = listEdits(arranged, arrangement)
    if (edits.length > 0) arranged = withEdits(arranged, edits, arrangement.fits)
  }
  return arranged
}

/** Lists the edits that give each item of a list an id of its own. */
function listIdEdits (value: unknown): Edit[] {
  const lists = Array.isArray(value) ? [{ path: [] as readonly string[], list: value as readonly unknown[] }] : []
  for (const { object, path } of listEnveloped(value)) {
    for (const [name, list] of Object.entries(object)) {
      if (Array.isArray(list)) lists.push({ path: [...path, name], list })
    }
  }
  return lists.flatMap(({ list, path }) => {
    return listDistinctIds(list).map(({ id, index, name }) => ({ path: [...path, String(index), name], values: [id] }))
  })
}
