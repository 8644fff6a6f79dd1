import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import t from 'tap'
import { readVersion } from '../../src/version.ts'
import { runBinary, startBinary } from './run-binary.ts'

const COMMAND = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    uuid: 'c5d1a1cf-5b6a-4b6f-8c57-0f4fb1bd0c6f',
    command: 'ExportClaims',
    data: { external_system_id: 1, claim_ids: [1] }
  })
}

t.test('--version and --help answer and end with exit code 0', async t => {
  t.match(await runBinary(t, ['--version']), { exitCode: 0, stdout: `${readVersion()}\n`, stderr: '' })
  t.match(await runBinary(t, ['--help']), { exitCode: 0, stdout: 'Usage: standin', stderr: '' })
})

t.test('it serves the APIs that ship, says so, and stops with exit code 0 on SIGTERM and on SIGINT', async t => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { url, banner, stop } = await startBinary(t)

    for (const api of ['et', 'mews', 'vcf', 'webadmit']) t.match(banner, `\n${api}: `)
    t.match(banner, /POST +\/api\/v2\/exports\/export_claims +et\./)
    t.match(banner, `admin: ${url}/__admin`)
    t.equal((await fetch(`${url}/__admin/health`)).status, 200)
    t.equal((await fetch(`${url}/api/v2/exports/export_claims`, COMMAND)).status, 202)
    t.same(await stop(signal), { exitCode: 0, stderr: '' })
  }
})

t.test('SIGTERM under load loses no request that a connection has taken', async t => {
  const { url, stop } = await startBinary(t)
  const clients = Array.from({ length: 20 }, () => ({
    answered: 0,
    statuses: new Set<number>(),
    failures: [] as unknown[]
  }))
  const started = Promise.withResolvers<void>()

  const loads = clients.map(async client => {
    while (client.failures.length === 0) {
      await fetch(`${url}/api/v2/exports/export_claims`, COMMAND).then(async response => {
        client.statuses.add(response.status)
        await response.text()
        client.answered++
      }).catch(error => client.failures.push(error.cause))
      if (clients.every(({ answered }) => answered > 20)) started.resolve()
    }
  })
  await started.promise
  const stopped = await stop('SIGTERM')
  await Promise.all(loads)

  t.same(stopped, { exitCode: 0, stderr: '' })
  // Refused is what a new connection gets; a lost request would be a connection that was reset or closed.
  for (const { statuses, failures } of clients) {
    t.same([...statuses], [202])
    t.match(failures, [{ code: 'ECONNREFUSED' }])
  }
  t.comment(`${clients.reduce((sum, { answered }) => sum + answered, 0)} requests answered, none lost`)
})

t.test('a port in use is told in one line', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  t.teardown(() => other.close())
  await once(other, 'listening')
  const { port } = other.address() as { port: number }

  t.same(await runBinary(t, ['--port', String(port)]), {
    exitCode: 1,
    stdout: '',
    stderr: `standin: Port ${port} of 127.0.0.1 is in use: choose another one with --port, or let --port 0 find a free one\n`
  })
})

t.test('an address that is not of this machine is told in one line', async t => {
  const { exitCode, stderr } = await runBinary(t, ['--port', '0', '--host', '192.0.2.1'])

  t.equal(exitCode, 1)
  t.match(lines(stderr), [/^standin: "192\.0\.2\.1" is not an address of this machine: /])
})

t.test('an unknown option is told in one line, with the nearest one', async t => {
  t.same(await runBinary(t, ['--prot', '1']), {
    exitCode: 2,
    stdout: '',
    stderr: 'standin: There is no option --prot; did you mean --port?\n'
  })
})

t.test('a directory or file that is not there is told in one line', async t => {
  const missing = `${t.testdir()}/missing`

  for (const args of [['--openapi', missing], [`${missing}.yaml`], ['--fixtures', missing]]) {
    const { exitCode, stdout, stderr } = await runBinary(t, ['--port', '0', ...args])

    t.same({ exitCode, stdout }, { exitCode: 1, stdout: '' })
    t.equal(lines(stderr).length, 1, stderr)
    t.match(stderr, /^standin: .*missing(\.yaml)? cannot be read: /)
  }
})

t.test('every problem of a document has its own line, with file and line', async t => {
  const folder = t.testdir({
    'broken.yaml':
      'openapi: 3.1.0\ninfo: { title: Broken, version: 1.0.0 }\nx-standin:\n  limist: {}\n  replise: {}\n'
  })
  const { exitCode, stderr } = await runBinary(t, ['--port', '0', '--openapi', folder])

  t.equal(exitCode, 1)
  t.match(lines(stderr), [/broken\.yaml:4:3 .*limist/, /broken\.yaml:5:3 /])
})

t.test('a document that is not YAML is told without a stack trace', async t => {
  const folder = t.testdir({ 'broken.yaml': 'openapi: [3.1.0\n' })
  const { exitCode, stderr } = await runBinary(t, ['--port', '0', '--openapi', folder])

  t.equal(exitCode, 1)
  t.match(stderr, /^standin: .*broken\.yaml/)
  t.notMatch(stderr, /^\s+at /m)
})

function lines (output: string): string[] {
  return output.trimEnd().split('\n')
}

const ADD = JSON.stringify({ Client: 'a', ClientToken: 'b', AccessToken: 'secret-1', EntityType: 'Payment' })

/** Adds an export of the API `mews`, asks for a path that is nearly one, and sends a request that is refused. */
async function sendThree (url: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-standin-world': 'checkout' }
  await fetch(`${url}/api/connector/v1/exports/add`, { method: 'POST', headers, body: ADD })
  await fetch(`${url}/api/connector/v1/exports/ad`, { method: 'POST', headers, body: ADD })
  await fetch(`${url}/api/connector/v1/exports/add`, { method: 'POST', headers, body: '{}' })
}

t.test('the lines of the reference are those that are printed', async t => {
  const page = await readFile(new URL('../../docs/reference/cli.md', import.meta.url), 'utf8')
  const shown = /## On the console[^]*?```text\n([^]*?)```/.exec(page)?.[1]?.trimEnd().split('\n') ?? []
  t.equal(shown.length, 2)
  const { line, stop, url } = await startBinary(t, ['--log', 'info'])
  for (const expected of shown) {
    const [, , method, path] = expected.split(' ')
    await fetch(`${url}${path}`, { method, headers: { 'content-type': 'application/json' }, body: ADD })
    t.equal(withoutTimes(await line(/./)), withoutTimes(expected))
  }
  t.same(await stop('SIGTERM'), { exitCode: 0, stderr: '' })
})

/** Leaves out the time of day and the duration. */
function withoutTimes (line: string): string {
  return line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, '').replace(/ [\d.]+ ms(?=:|$)/, '')
}

t.test('at info each request is told in a line, and at debug how it got its response', async t => {
  const { line, stop, url } = await startBinary(t, ['--log', 'debug'])
  await sendThree(url)
  const time = String.raw`^\d\d:\d\d:\d\d\.\d{3} checkout POST /api/connector/v1/exports`
  const end = String.raw`[\d.]+ ms`
  t.match(await line(/./), new RegExp(`${time}/add mews\\.addExport 200 simulation ${end}$`))
  t.equal(await line(/./), '  passed over: stub, module')
  const near = 'the nearest is mews\\.addExport \\(POST /api/connector/v1/exports/add\\): "ad" should be "add"'
  t.match(await line(/./), new RegExp(`${time}/ad no-operation 404 refusal ${end}: ${near}$`))
  t.equal(await line(/./), '  no source was asked')
  const refused = 'body /Client is required, but is missing; and 3 more'
  t.match(await line(/./), new RegExp(`${time}/add mews\\.addExport 400 refusal ${end}: ${refused}$`))
  t.same(await stop('SIGTERM'), { exitCode: 0, stderr: '' })
})

t.test('with --log-format json all that is printed is JSON, the banner too', async t => {
  const { banner, line, stop, url } = await startBinary(t, ['--log', 'info', '--log-format', 'json'])
  t.match(JSON.parse(banner), { msg: 'standin listens', version: readVersion(), url, admin: `${url}/__admin` })
  await sendThree(url)
  const add = JSON.parse(await line(/./))
  t.match(add, { msg: 'request', level: 30, world: 'checkout', operation: 'mews.addExport', status: 200 })
  t.match(add, { method: 'POST', url: '/api/connector/v1/exports/add', source: 'simulation', ms: Number })
  t.notOk('why' in add)
  t.match(JSON.parse(await line(/./)), { status: 404, why: /^the nearest is mews\.addExport / })
  t.match(JSON.parse(await line(/./)), { status: 400, why: 'body /Client is required, but is missing; and 3 more' })
  t.same(await stop('SIGTERM'), { exitCode: 0, stderr: '' })
})

t.test('without a terminal, requests are not told', async t => {
  const { line, stop, url } = await startBinary(t)
  await sendThree(url)
  const { exitCode } = await stop('SIGTERM')
  t.equal(exitCode, 0)
  t.equal(await Promise.race([line(/./), 'nothing']), 'nothing')
})
