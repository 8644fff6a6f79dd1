import { listCountEdits } from './count-edits.ts'
import { listDateEdits } from './date-edits.ts'
import { listEchoEdits } from './echo-edits.ts'
import { withEdits } from './edit.ts'
import type { Arrangement, ListEdits } from './edit.ts'
import { listOutcomeEdits } from './outcome-edits.ts'

/** In this order: what the request gives is known before dates and counts are arranged around it. */
const RULES: readonly ListEdits[] = [listOutcomeEdits, listEchoEdits, listCountEdits, listDateEdits]

/** Returns a generated value whose parts agree with each other, the request and the clock, as its schema allows. */
export function arrangeValue (value: unknown, arrangement: Arrangement): unknown {
  let arranged = value
  for (const listEdits of RULES) {
    const edits = listEdits(arranged, arrangement)
    if (edits.length > 0) arranged = withEdits(arranged, edits, arrangement.fits)
  }
  return arranged
}
