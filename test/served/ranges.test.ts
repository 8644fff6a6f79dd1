import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import type { Test } from 'tap'
import { pathOf } from '../path-of.ts'
import { succeededExport } from '../providers/mews-exports.ts'
import { startStandin } from '../start-standin.ts'

const run = promisify(execFile)

/** Starts a server with a file; returns its content, and what asks for it with some headers. */
async function startWithFile (t: Test) {
  const standin = await startStandin(t)
  const { Files: [file] } = await succeededExport(standin)
  const url = pathOf(file?.Url)
  const get = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    standin.app.inject({ method, url, headers })
  const whole = await get()
  return { get, url, standin, whole, bytes: whole.rawPayload }
}

t.test('a file says that it takes ranges, and by what its content is known', async t => {
  const { bytes, get, whole } = await startWithFile(t)
  const head = await get({ range: 'bytes=0-9' }, 'HEAD')
  for (const { headers, statusCode } of [whole, head]) {
    t.equal(statusCode, 200)
    t.equal(headers['accept-ranges'], 'bytes')
    t.match(headers.etag, /^"[\w-]{22}"$/)
    t.match(headers['last-modified'], / GMT$/)
    t.equal(headers['content-length'], String(bytes.length))
  }
})

t.test('one range is responded with as it is', async t => {
  const { bytes, get } = await startWithFile(t)
  const last = bytes.length - 1
  for (const [range, start, end] of [['0-9', 0, 9], ['100-', 100, last], ['-7', last - 6, last]] as const) {
    const part = await get({ range: `bytes=${range}` })
    t.equal(part.statusCode, 206, range)
    t.equal(part.headers['content-range'], `bytes ${start}-${end}/${bytes.length}`)
    t.equal(part.headers['content-length'], String(end - start + 1))
    t.ok(part.rawPayload.equals(bytes.subarray(start, end + 1)))
  }
})

t.test('several ranges are parts of one body', async t => {
  const { bytes, get } = await startWithFile(t)
  const { headers, rawPayload, statusCode } = await get({ range: 'bytes=0-4,10-14' })
  t.equal(statusCode, 206)
  const [, boundary = ''] = /^multipart\/byteranges; boundary=(\w+)$/.exec(String(headers['content-type'])) ?? []
  t.equal(headers['content-length'], String(rawPayload.length))
  const part = (start: number, end: number) => [
    `\r\n--${boundary}`,
    'Content-Type: application/x-ndjson',
    `Content-Range: bytes ${start}-${end}/${bytes.length}`,
    '',
    bytes.subarray(start, end + 1).toString()
  ].join('\r\n')
  t.equal(rawPayload.toString(), `${part(0, 4)}${part(10, 14)}\r\n--${boundary}--\r\n`)
})

t.test('a range past the end is not satisfiable; a malformed one is ignored', async t => {
  const { bytes, get } = await startWithFile(t)
  const past = await get({ range: `bytes=${bytes.length}-` })
  t.equal(past.statusCode, 416)
  t.equal(past.headers['content-range'], `bytes */${bytes.length}`)
  t.equal(past.body, '')
  for (const range of ['bytes=9-0', 'rows=0-9']) t.equal((await get({ range })).statusCode, 200, range)
})

t.test('conditions come before ranges', async t => {
  const { get, whole: { headers } } = await startWithFile(t)
  const etag = String(headers.etag)
  const modified = String(headers['last-modified'])
  const before = 'Thu, 01 Jan 1970 00:00:00 GMT'
  const range = 'bytes=0-9'
  const expected: ReadonlyArray<readonly [Record<string, string>, number]> = [
    [{ 'if-none-match': etag, range }, 304],
    [{ 'if-none-match': `"other", W/${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"other"', 'if-modified-since': modified }, 200],
    [{ 'if-modified-since': modified }, 304],
    [{ 'if-modified-since': before }, 200],
    [{ 'if-match': '"other"', range }, 412],
    [{ 'if-match': etag, range }, 206],
    [{ 'if-unmodified-since': before }, 412],
    [{ 'if-unmodified-since': modified, range }, 206],
    [{ 'if-range': etag, range }, 206],
    [{ 'if-range': '"other"', range }, 200],
    [{ 'if-range': `W/${etag}`, range }, 200],
    [{ 'if-range': modified, range }, 206],
    [{ 'if-range': before, range }, 200]
  ]
  for (const [asked, status] of expected) t.equal((await get(asked)).statusCode, status, JSON.stringify(asked))
})

t.test('curl resumes a download', async t => {
  const { bytes, standin, url } = await startWithFile(t)
  const base = await standin.app.listen({ port: 0, host: '127.0.0.1' })
  const file = join(t.testdir({}), 'file')
  await writeFile(file, bytes.subarray(0, 1000))
  await run('curl', ['--silent', '--fail', '--continue-at', '-', '--output', file, base + url])
  t.ok((await readFile(file)).equals(bytes))
})
