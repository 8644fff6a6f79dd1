import t from 'tap'
import { maskPath } from '../../src/journal/mask-path.ts'

const TEMPLATES = ['/reset/{token}', '/users/{id}', '/files/{name}.{password}/raw', '/a?token={token}']

const PATHS: ReadonlyArray<readonly [path: string, masked: string]> = [
  ['/reset/abc', '/reset/***'],
  ['/reset/abc/', '/reset/***/'],
  ['//reset//abc', '//reset//***'],
  ['/v1/Reset/a%2Fb', '/v1/Reset/***'],
  ['/res%65t/abc', '/res%65t/***'],
  ['/%zz/abc', '/%zz/abc'],
  ['/users/abc', '/users/abc'],
  ['/files/a.b/raw', '/files/***/raw'],
  ['/reset', '/reset'],
  ['/reset/abc/more', '/reset/abc/more'],
  ['/a', '/a']
]

for (const [path, masked] of PATHS) {
  t.test(`${path} is shown as ${masked}`, async t => {
    t.equal(maskPath(path, TEMPLATES), masked)
  })
}
