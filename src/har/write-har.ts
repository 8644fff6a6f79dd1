import { exactJson } from '../exact-json.ts'
import type { HarEntry } from './har.ts'

/** Writes a HAR file in pieces, an entry each, so that its size costs no memory. `version` is that of the server. */
export function * writeHar (entries: Iterable<HarEntry>, version: string): Generator<string, void, undefined> {
  const creator = exactJson.stringify({ name: 'standin', version })
  yield `{"log":{"version":"1.2","creator":${creator},"pages":[],"entries":[`
  let before = ''
  for (const entry of entries) {
    yield before + exactJson.stringify(entry)
    before = ','
  }
  yield ']}}\n'
}
