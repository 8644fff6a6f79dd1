import { exactJson } from '../exact-json.ts'
import type { Contract } from '../contract/contract.ts'
import { readContract } from '../contract/read-contract.ts'
import { walkDocument } from '../documents/walk-document.ts'

/** What a schema must not require of a consumer, which may expect a part of a response only. */
const REQUIREMENTS = ['required', 'dependentRequired', 'minProperties']

/** Schemas in which a requirement is a condition, which means something else without it. */
const IN_CONDITION = /\/(?:not|if)(?:\/|$)/

/**
 * Returns a contract whose schemas require no members, and where a value may fit several of `oneOf`: it accepts every
 * part of the bodies that the contract accepts.
 */
export async function relaxContract ({ document, file, name }: Contract): Promise<Contract> {
  const relaxed = structuredClone(document)
  walkDocument(relaxed, ({ kind, pointer, value }) => {
    if (kind !== 'schema' || IN_CONDITION.test(pointer)) return
    for (const requirement of REQUIREMENTS) delete value[requirement]
    if (Array.isArray(value.oneOf) && value.anyOf === undefined) {
      value.anyOf = value.oneOf
      delete value.oneOf
    }
  })
  return await readContract(exactJson.stringify(relaxed), { file, name })
}
