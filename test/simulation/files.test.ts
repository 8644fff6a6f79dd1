import t from 'tap'
import type { Test } from 'tap'
import { RowFiles, cutRows, repeatRows } from '../../src/simulation/rows.ts'
import type { Subject } from '../../src/simulation/scope.ts'
import { subjectOf } from '../../src/simulation/subject-of.ts'
import type { FileContent } from '../../src/messages/message.ts'
import { play } from './act.ts'
import type { Play } from './act.ts'
import { listFiles, openFiles, openSignedFile } from '../../src/simulation/open-files.ts'

const ROWS = Array.from(
  { length: 20 },
  (_, n) =>
    `${JSON.stringify({
      Id: `00000000-0000-4000-8000-0000000000${10 + n}`,
      Name: `Zoë ${n}`,
      Of: '3fa85f64-5717-4562-b3fc-2c963f66afa6'
    })}\n`
).join('')
const TABLE = 'id,name\n00000000-0000-4000-8000-000000000001,a\nplain,b\n'

/** Exports whose files are made of rows, as a test declares. */
function playExports (t: Test, files: Readonly<Record<string, unknown>> = {}): Play {
  const rows = t.testdir({
    shop: { rows: { 'orders.jsonl': ROWS, 'customers.csv': TABLE }, 'secret.txt': 'x' }
  })
  return play({
    root: {
      resources: {
        Export: {
          id: { member: 'id', format: 'integer' },
          status: { member: 'status', running: ['running'] },
          lifecycles: { success: [{ running: 'PT5S' }, { ready: 'PT1H' }, 'expired'] },
          while: { ready: { files: '$files', first: '$files.0.url', until: '$status.until' } },
          files: {
            name: '{$resource.kind}-{$id}-{$n}.jsonl',
            rows: 'shop/rows/{$resource.kind}.jsonl',
            count: 2,
            repeat: 3,
            mediaType: 'application/x-ndjson',
            while: ['ready'],
            ...files
          }
        }
      }
    },
    operations: {
      'POST /exports': {
        standin: {
          create: { type: 'Export', members: { kind: '$request.body#/kind' } },
          reply: { status: 200, body: '$resource' }
        }
      },
      'GET /exports/{id}': {
        statuses: [200, 404],
        standin: {
          find: { type: 'Export', id: '$request.path.id', else: { status: 404 } },
          reply: { status: 200, body: '$resource' }
        }
      },
      'GET /exports/{id}/data': {
        statuses: [200, 404],
        standin: {
          find: { type: 'Export', id: '$request.path.id', else: { status: 404 } },
          reply: {
            status: 200,
            headers: { 'Content-Disposition': 'attachment; filename="{$files.0.name}"' },
            body: { $file: 0 }
          }
        }
      }
    }
  }, { rows })
}

function subjectIn ({ simulation, world }: Play, id = '1'): Subject {
  const type = simulation.types.get('Export')
  const resource = world.store.get('shop.Export', id)
  if (type === undefined || typeof resource !== 'object') throw new Error('it was not created')
  return subjectOf(resource, type, world.clock.now())
}

function read (file: FileContent | undefined): Buffer {
  return Buffer.concat([...file?.chunks() ?? []])
}

t.test('files are listed with their names, sizes and URLs, while they are declared to be', async t => {
  const exports = playExports(t)
  t.same(exports.send('POST /exports', { body: { kind: 'orders' } }).body, {
    id: 1,
    status: 'running',
    kind: 'orders'
  })
  await exports.advance('PT5S')
  const { files, first } = exports.send('GET /exports/{id}', {
    path: { id: 1 }
  }).body as { files: Array<{ url: string, name: string, size: number }>, first: string }
  t.same(files.map(({ name }) => name), ['orders-1-1.jsonl', 'orders-1-2.jsonl'])
  t.equal(first, files[0]?.url)
  t.match(
    first,
    /^http:\/\/shop\.test\/~test\/__files\/shop\.Export\/1\/orders-1-1\.jsonl\?signature=[\w-]{43}$/
  )
  t.same(
    files.map(({ size }) => size),
    openFiles(subjectIn(exports), exports.scope()).map(file => read(file).length)
  )
})

t.test('a file is exactly as long as it is said to be, and the same at every reading', async t => {
  const exports = playExports(t)
  exports.send('POST /exports', { body: { kind: 'orders' } })
  exports.send('POST /exports', { body: { kind: 'orders' } })
  const open = (id: string) => openFiles(subjectIn(exports, id), exports.scope())
  const [file, second] = open('1')
  const text = read(file).toString()
  t.equal(file?.size, Buffer.byteLength(text))
  t.equal(file?.size, Buffer.byteLength(ROWS) * 3)
  t.equal(file?.mediaType, 'application/x-ndjson')
  t.equal(read(open('1')[0]).toString(), text)
  t.not(read(second).toString(), text, 'another file of the same resource differs')
  t.not(read(open('2')[0]).toString(), text, 'a file of another resource differs')

  const rows = text.trimEnd().split('\n').map(line => JSON.parse(line))
  t.equal(rows.length, 60)
  t.equal(new Set(rows.flatMap(({ Id, Of }) => [Id, Of])).size, 120, 'each uuid in it is its own')
  t.same(rows.map(({ Name }) => Name).slice(18, 22), ['Zoë 18', 'Zoë 19', 'Zoë 0', 'Zoë 1'])
})

t.test('a file may begin with a header, and a world changes how many files there are and how long', async t => {
  const exports = playExports(t, {
    name: 'export.csv',
    rows: 'shop/rows/customers.csv',
    header: 1,
    count: 1,
    repeat: 1,
    mediaType: 'text/csv'
  })
  exports.change('shop.Export', { files: { repeat: 2 } })
  exports.send('POST /exports')
  const [file] = openFiles(subjectIn(exports), exports.scope())
  t.match(read(file).toString(), /^id,name\n[0-9a-f-]{36},a\nplain,b\n[0-9a-f-]{36},a\nplain,b\n$/)
  t.equal(read(file).length, file?.size)

  exports.change('shop.Export', { files: { count: 0 } })
  exports.send('POST /exports')
  t.same(openFiles(subjectIn(exports, '2'), exports.scope()), [])
  t.equal(openFiles(subjectIn(exports), exports.scope()).length, 1, 'what there is already stays as it is')
})

t.test('rows can be lines of the document, in which the ids of the resource stay', async t => {
  const exports = playExports(t, {
    name: 'export.csv',
    rows: ['id,kind,batch', '{$id},{$resource.kind},3fa85f64-5717-4562-b3fc-2c963f66afa6'],
    header: 1,
    count: 1,
    repeat: 2,
    mediaType: 'text/csv'
  })
  exports.send('POST /exports', { body: { kind: 'or\r\nders' } })
  const [file] = openFiles(subjectIn(exports), exports.scope())
  const row = '1,or ders,3fa85f64-5717-4562-b3fc-2c963f66afa6\n'
  t.equal(read(file).toString(), `id,kind,batch\n${row}${row}`)
  t.equal(read(file).length, file?.size)
})

t.test('a reply can be a file, in the statuses in which it can be downloaded', async t => {
  const exports = playExports(t)
  exports.send('POST /exports', { body: { kind: 'orders' } })
  const unavailable = { code: 'STANDIN_FILE_NOT_AVAILABLE', statusCode: 403 }
  const send = () => exports.send('GET /exports/{id}/data', { path: { id: 1 } })
  t.throws(send, { ...unavailable, message: /is running/ })
  await exports.advance('PT5S')
  const { body, headers } = send()
  t.same(headers, { 'content-disposition': 'attachment; filename="orders-1-1.jsonl"' })
  const file = body as FileContent
  t.equal(read(file).length, file.size)
  await exports.advance('PT1H')
  t.throws(send, { ...unavailable, message: /is expired/ })
})

t.test('a file is given only at the URL that was given out, in its statuses', async t => {
  const exports = playExports(t)
  exports.send('POST /exports', { body: { kind: 'orders' } })
  const open = (name: string, value: string | undefined, expires?: string) =>
    openSignedFile(name, { value, expires }, subjectIn(exports), exports.scope())
  const signatureOf = (from: Play, index = 0) =>
    new URL(listFiles(subjectIn(from), from.scope())[index]?.url ?? '').searchParams.get('signature') ??
      undefined
  const signature = signatureOf(exports)

  t.throws(
    () => open('orders-1-1.jsonl', signature),
    { code: 'STANDIN_FILE_NOT_AVAILABLE', statusCode: 403, message: /is running/ }
  )
  await exports.advance('PT5S')
  t.equal(read(open('orders-1-1.jsonl', signature)).length, Buffer.byteLength(ROWS) * 3)
  t.throws(() => open('orders-1-3.jsonl', signature), { code: 'STANDIN_FILE_NOT_FOUND', statusCode: 404 })
  for (const wrong of [undefined, '', 'x', signatureOf(exports, 1), signature?.toUpperCase()]) {
    t.throws(() => open('orders-1-1.jsonl', wrong), { code: 'STANDIN_FILE_SIGNATURE_WRONG', statusCode: 403 })
  }
  t.throws(() => open('orders-1-1.jsonl', signature, '9999999999999'), { code: 'STANDIN_FILE_SIGNATURE_WRONG' })

  const other = exports.elsewhere('other')
  other.send('POST /exports', { body: { kind: 'orders' } })
  t.not(signatureOf(other), signature, 'another world signs otherwise')
  await exports.advance('PT1H')
  t.throws(
    () => open('orders-1-1.jsonl', signature),
    { code: 'STANDIN_FILE_NOT_AVAILABLE', message: /is expired/ }
  )
})

t.test('a URL can be good for a time only, and a new one for longer', async t => {
  const exports = playExports(t, { validFor: 'PT30S' })
  exports.send('POST /exports', { body: { kind: 'orders' } })
  await exports.advance('PT5S')
  const ask = () =>
    new URL(
      (exports.send('GET /exports/{id}', { path: { id: 1 } }).body as { first: string }).first
    ).searchParams
  const open = (given: URLSearchParams) =>
    openSignedFile(
      'orders-1-1.jsonl',
      { value: given.get('signature') ?? undefined, expires: given.get('expires') ?? undefined },
      subjectIn(exports),
      exports.scope()
    )
  const given = ask()
  await exports.advance('PT29.999S')
  t.ok(open(given))
  const renewed = ask()
  await exports.advance('PT0.001S')
  t.throws(() => open(given), { code: 'STANDIN_FILE_NOT_AVAILABLE', message: /expired/ })
  t.ok(open(renewed))
  renewed.set('expires', '9999999999999')
  t.throws(() => open(renewed), { code: 'STANDIN_FILE_SIGNATURE_WRONG' }, 'the time is signed too')
})

t.test('rows are looked for among the fixtures only, and the nearest is named', async t => {
  const exports = playExports(t)
  for (const kind of ['order', '../secret', '../../../../../../etc/passwd']) {
    exports.send('POST /exports', { body: { kind } })
    const id = String(exports.world.store.list().length)
    t.throws(() => openFiles(subjectIn(exports, id), exports.scope()), { code: 'STANDIN_ROWS_NOT_FOUND' }, kind)
  }
  t.throws(() => openFiles(subjectIn(exports), exports.scope()), /did you mean "shop\/rows\/orders\.jsonl"/)
  t.match(new RowFiles(undefined).hint('orders.jsonl'), '--fixtures')
})

t.test('lines without a last line break, and empty ones, make whole rows', async t => {
  const rows = cutRows('a\n\nb', 0)
  t.equal(Buffer.concat([...repeatRows(rows, 2, 'seed').chunks()]).toString(), 'a\nb\na\nb\n')
  const { chunks, size } = repeatRows(cutRows('only a header\n', 1), 5, 'seed')
  t.equal(Buffer.concat([...chunks()]).toString(), 'only a header\n')
  t.equal(size, 14)
})

t.test('a file of 200 MB is made in pieces, without being held in memory', async t => {
  const line = `${JSON.stringify({ Id: '3fa85f64-5717-4562-b3fc-2c963f66afa6', Text: 'x'.repeat(1_000) })}\n`
  const cut = cutRows(line.repeat(100), 0)
  let made = 0
  const counted = Object.assign([...cut.rows], {
    * [Symbol.iterator] () {
      for (const row of cut.rows) {
        made++
        yield row
      }
    }
  })
  const rows = { ...cut, rows: counted }
  const { chunks, size } = repeatRows(rows, Math.ceil(200_000_000 / rows.rowsSize), 'seed')
  let read = 0
  let held = 0
  for (const chunk of chunks()) {
    held = Math.max(held, made * line.length - read)
    read += chunk.length
  }
  t.equal(read, size)
  t.ok(size >= 200_000_000)
  t.ok(held < 100_000, `at most ${held} bytes were made before they were read`)
})
