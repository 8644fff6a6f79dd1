import t from 'tap'
import { acceptedCodings } from '../../src/messages/accepted-codings.ts'

const CASES: ReadonlyArray<[header: string, codings: readonly string[]]> = [
  ['gzip', ['gzip']],
  ['gzip, deflate', ['gzip']],
  ['gzip, deflate, br, zstd', ['zstd', 'br', 'gzip']],
  ['GZIP', ['gzip']],
  ['x-gzip', ['gzip']],
  ['br;q=0.4, gzip;q=0.8', ['gzip', 'br']],
  ['br ; q=1.0 , gzip ; q=0.999', ['br', 'gzip']],
  ['gzip;Q=0.5', ['gzip']],
  ['gzip;q=0', []],
  ['gzip;q=0.000, br', ['br']],
  ['identity', []],
  ['identity, gzip', ['gzip']],
  ['identity;q=1, gzip;q=0.5', []],
  ['identity;q=0.5, gzip;q=1', ['gzip']],
  ['identity;q=0', []],
  ['identity;q=0, gzip;q=0.1', ['gzip']],
  ['*', ['gzip']],
  ['*;q=0', []],
  ['gzip;q=0, *', []],
  ['*;q=0, br', ['br']],
  ['br, *;q=0.1', ['br', 'gzip']],
  ['deflate, compress', []],
  ['', []],
  [' , ,', []],
  [';q=1', []],
  ['gzip;q=many', []],
  ['gzip;q=', []],
  ['gzip;q=-1', []],
  ['gzip;q=1.5', ['gzip']],
  ['gzip;level=9', ['gzip']],
  ['gzipped, brotli', []],
  ['constructor, __proto__, toString', []]
]

t.test('the codings that a client accepts are listed by its weights, and then by ours', async t => {
  for (const [header, codings] of CASES) t.same(acceptedCodings(header), codings, header)
})
