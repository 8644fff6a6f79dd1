import type { Part } from '../documents/walk-document.ts'
import type { PartKind } from '../documents/held-parts.ts'
import type { Report } from '../documents/problem.ts'
import { referenceIn } from '../documents/reference-in.ts'
import { findExampleTarget } from './follow-example.ts'
import type { ExampleTarget } from './follow-example.ts'

/** The members of parts that are examples as a whole. */
const MEMBERS: Partial<Readonly<Record<PartKind, readonly string[]>>> = {
  mediaType: ['example'],
  parameter: ['example'],
  header: ['example'],
  example: ['value', 'dataValue']
}

/** Reports an example that is a reference into its document: OpenAPI has data there, and no references. */
export function checkExampleReference (document: object, { kind, value, pointer }: Part, report: Report): void {
  for (const member of MEMBERS[kind] ?? []) {
    const ref = referenceIn(value[member])
    const target = ref === undefined ? undefined : findExampleTarget(document, value[member])
    if (target !== undefined) report(`${pointer}/${member}`, `the reference "${ref}" ${describe(target)}`)
  }
}

function describe ({ kind }: ExampleTarget): string {
  switch (kind) {
    case 'value': return 'is resolved, though an example is data: OpenAPI has references under "examples" for that'
    case 'schema': return 'in an example refers to a schema, so the example is ignored'
    case 'none': return 'in an example leads nowhere, and is sent as it stands'
  }
}
