import t from 'tap'
import { compareBodies } from '../../src/learning/compare-bodies.ts'

const CASES: ReadonlyArray<readonly [recorded: unknown, actual: unknown, expected: string | undefined]> = [
  [{ a: 'x' }, { a: 'y' }, undefined],
  [{ a: 'sent' }, { a: 'other' }, '/a was "sent", and is "other"'],
  [{ a: true }, { a: false }, '/a was true, and is false'],
  [{ a: 1 }, { a: 2.5 }, undefined],
  [{ a: 1 }, { a: '1' }, '/a was of type number, and is of type string'],
  [{ a: null }, { a: 'x' }, '/a was of type null, and is of type string'],
  [{ a: 1 }, {}, '/a was there, and is missing'],
  [{}, { a: 1 }, '/a was missing, and is there'],
  [[1], [1, 2], 'the body had 1 items, and has 2'],
  [{ id: 'id-1', again: 'id-1' }, { id: 'new', again: 'new' }, undefined],
  [{ id: 'id-1', again: 'id-1' }, { id: 'new', again: 'other' }, '/again is the id of another resource'],
  [undefined, undefined, undefined]
]

for (const [recorded, actual, expected] of CASES) {
  t.test(`${JSON.stringify(recorded)} and ${JSON.stringify(actual)}: ${expected ?? 'agree'}`, async t => {
    const context = { sent: new Set(['sent']), ids: new Map<string, string>(), isId: (text: string) => text === 'id-1' }
    t.equal(compareBodies(recorded, actual, undefined, context), expected)
  })
}
