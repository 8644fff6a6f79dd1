import t from 'tap'
import { parseByteRanges } from '../../src/messages/byte-ranges.ts'

const SIZE = 100

/** Each `Range` with what it asks for, of a file of 100 bytes. */
const RANGES: ReadonlyArray<readonly [header: string, ranges: ReadonlyArray<readonly [number, number]>]> = [
  ['bytes=0-9', [[0, 9]]],
  ['bytes=0-0', [[0, 0]]],
  ['Bytes=99-99', [[99, 99]]],
  ['bytes=90-', [[90, 99]]],
  ['bytes=90-5000', [[90, 99]]],
  ['bytes=-10', [[90, 99]]],
  ['bytes=-500', [[0, 99]]],
  ['bytes= 0-9 , 20-29', [[0, 9], [20, 29]]],
  ['bytes=0-9,,200-300', [[0, 9]]],
  ['bytes=100-', []],
  ['bytes=100-200,300-', []],
  ['bytes=-0', []]
]

const IGNORED = [
  'lines=0-9', 'bytes', 'bytes=', 'bytes=,', 'bytes=a-b', 'bytes=9-0', 'bytes=--5', 'bytes=-', 'bytes=0-9;q=1', '0-9',
  'bytes=0x1-2', `bytes=${Array(21).fill('0-1').join()}`
]

for (const [header, expected] of RANGES) {
  t.test(`${header} is read`, async t => {
    t.same(parseByteRanges(header, SIZE)?.map(({ start, end }) => [start, end]), expected)
  })
}

for (const header of IGNORED) {
  t.test(`${header.slice(0, 30)} is ignored`, async t => {
    t.equal(parseByteRanges(header, SIZE), undefined)
  })
}

t.test('an empty file has no ranges', async t => {
  t.same(parseByteRanges('bytes=0-', 0), [])
  t.same(parseByteRanges('bytes=-5', 0), [])
})
