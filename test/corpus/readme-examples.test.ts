import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { dirname, join, sep } from 'node:path'
import t from 'tap'
import { NO_RESPONSE } from './judge.ts'
import { tryDocument } from './try-document.ts'

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('@readme/oas-examples/package.json')))

/** The operations for which no message satisfies the document, with the reasons. */
const IMPOSSIBLE: ReadonlyArray<readonly [file: string, operation: string, reason: RegExp]> = [
  [
    '3.0/json/circular-request-bodies.json',
    'directCircular',
    /^the answer: what is required has no end/
  ],
  [
    '3.0/json/schema-types.json',
    'quirks_entirelyIncompatibleAllOf',
    /^no request: the body: its types exclude each other/
  ],
  [
    '3.0/json/schema-types.json',
    'quirks_partiallyUsableIncompatibleAllOf',
    /^no request: the body: its types exclude each other/
  ],
  [
    '3.0/json/security-multiple.json',
    'POST /anything/and',
    /^no request: two credentials are needed/
  ],
  [
    '3.1/json/schema-types.json',
    'quirks_entirelyIncompatibleAllOf',
    /^no request: the body: its types exclude each other/
  ],
  [
    '3.1/json/schema-types.json',
    'quirks_partiallyUsableIncompatibleAllOf',
    /^no request: the body: its types exclude each other/
  ]
]

t.test('all documents of @readme/oas-examples load, and each operation is answered right', async t => {
  const files = (await readdir(PACKAGE, { recursive: true }))
    .filter(file => file.endsWith('.json') && file.includes(`${sep}json${sep}`))
    .sort()
  t.equal(files.length, 70)
  const left = [...IMPOSSIBLE]
  for (const file of files) {
    const { failure, operations } = await tryDocument(join(PACKAGE, file))
    t.equal(failure, undefined, file)
    for (const { operation, outcome, reason } of operations.filter(
      ({ outcome, reason }) => outcome !== 'right' && reason !== NO_RESPONSE
    )) {
      const known = left.findIndex(
        impossible => impossible[0] === file.replaceAll(sep, '/') && impossible[1] === operation
      )
      const [expected] = known === -1 ? [] : left.splice(known, 1)
      t.match(
        { outcome, reason },
        { outcome: 'impossible', reason: expected?.[2] ?? 'none that is known' },
        `${file} ${operation}`
      )
    }
  }
  t.same(left, [], 'each exception is still needed')
})
