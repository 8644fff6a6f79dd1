import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import type { RowsDraw } from '../simulation/rows.ts'
import { listDistinctIds } from './distinct-ids.ts'
import { seededGeneratorOf } from './generate-value.ts'

/** Generates rows of a schema: each is drawn by itself, and has an id of its own where the schema allows it. */
export function generateRows (schema: SchemaReference, { count, locale, now, seed }: RowsDraw): readonly unknown[] {
  const generate = seededGeneratorOf(schema, 'response')
  const validate = schemaValidator(schema, 'response')
  const rows = Array.from({ length: count }, (_, index) => {
    return generate({ seed: `${seed} ${index}`, from: 'chance', now, locale }).value
  })
  for (const { id, index, name } of listDistinctIds(rows)) {
    const row = rows[index]
    const changed = isObject(row) ? { ...row, [name]: id } : row
    if (validate(changed) === undefined) rows[index] = changed
  }
  return rows
}
