import t from 'tap'
import { readText } from '../../src/documents/draft.ts'
import { writtenScalar } from '../../src/documents/written-scalar.ts'

const YAML = `# 007
odd: [007, 1.0, 1e3, 0x1F, 0o17, +5, .5, 5., -0.50, True, FALSE, 12345678901234567890]
plain: [7, 1, 1000, true]
block:
  - 010
  - 1.50   # a comment
  - 2.0
nested: { const: 1.10, "quoted:name": 1.20, 'it''s': 1.30 }
version: 1.0.0
day: 2024-01-01
alias: [&a 3.0, *a]
`

const WRITTEN: Array<[value: number | boolean, pointer: string, written: string]> = [
  [7, '/odd/0', '007'],
  [1, '/odd/1', '1.0'],
  [1000, '/odd/2', '1e3'],
  [31, '/odd/3', '0x1F'],
  [15, '/odd/4', '0o17'],
  [5, '/odd/5', '+5'],
  [0.5, '/odd/6', '.5'],
  [5, '/odd/7', '5.'],
  [-0.5, '/odd/8', '-0.50'],
  [true, '/odd/9', 'True'],
  [false, '/odd/10', 'FALSE'],
  [Number('12345678901234567890'), '/odd/11', '12345678901234567890'],
  [7, '/plain/0', '7'],
  [1, '/plain/1', '1'],
  [true, '/plain/3', 'true'],
  [10, '/block/0', '010'],
  [1.5, '/block/1', '1.50'],
  [2, '/block/2', '2.0'],
  [1.1, '/nested/const', '1.10'],
  [1.2, '/nested/quoted:name', '1.20'],
  [3, '/alias/1', '3'],
  [99, '/odd/0', '99'],
  [7, '/nowhere/0', '7']
]

for (const [value, pointer, written] of WRITTEN) {
  t.test(`the value ${value} at ${pointer} is written ${written}`, async t => {
    t.equal(writtenScalar(value, readText(YAML, 'a.yaml'), pointer), written)
  })
}

t.test('JSON may write numbers in several ways too', async t => {
  const source = readText('\ufeff{"a": [1.0, 1e3,\n2.50],\n"const":1.10}', 'a.json')
  t.equal(writtenScalar(1, source, '/a/0'), '1.0')
  t.equal(writtenScalar(1000, source, '/a/1'), '1e3')
  t.equal(writtenScalar(2.5, source, '/a/2'), '2.50')
  t.equal(writtenScalar(1.1, source, '/const'), '1.10')
})

t.test('a text without unusual numbers is not searched for places', async t => {
  const source = { ...readText('a: [7, true]', 'a.yaml'), locate: () => t.fail('it is searched') as never }
  t.equal(writtenScalar(7, source, '/a/0'), '7')
  t.equal(writtenScalar(true, source, '/a/1'), 'true')
})
