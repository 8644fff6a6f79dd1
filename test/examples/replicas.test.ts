import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { join, resolve } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { until } from '../until.ts'

const FOLDER = new URL('../../examples/replicas/', import.meta.url)

/** Has nginx stay in front, and write all its files into the folder of the test. */
function nginxIn (folder: string): readonly string[] {
  return ['-g', `daemon off; pid ${folder}/nginx.pid; error_log stderr;`, '-c', `${folder}/nginx.conf`]
}

/** Where nginx keeps what it buffers, which needs rights of the system by default. */
function withBuffersIn (config: string, folder: string): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${folder}/${kind};`)
  return config.replace('http {', `http {\n  access_log off;\n  ${paths.join('\n  ')}`)
}

const BALANCERS = [
  { program: 'nginx', file: 'nginx.conf', args: nginxIn, adapt: withBuffersIn },
  {
    program: 'haproxy',
    file: 'haproxy.cfg',
    args: (folder: string) => ['-db', '-f', `${folder}/haproxy.cfg`],
    adapt: (config: string) => config
  }
]

async function listen (t: Test, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Starts a server that tells its name. */
async function startNamed (t: Test, name: string): Promise<number> {
  const server = createServer((_request, response) => response.end(name))
  t.teardown(() => server.closeAllConnections())
  return await listen(t, server)
}

async function freePort (): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

for (const { adapt, args, file, program } of BALANCERS) {
  const isInstalled = spawnSync(program, ['-v']).error === undefined
  const skip = isInstalled ? false : `${program} is not installed`
  t.test(`${program} sends all requests of a world to one server`, { skip }, async t => {
    const [one, two] = [await startNamed(t, 'one'), await startNamed(t, 'two')]
    const port = await freePort()
    const config = readFileSync(new URL(file, FOLDER), 'utf8')
      .replaceAll('standin-1:4010', `127.0.0.1:${one}`)
      .replaceAll('standin-2:4010', `127.0.0.1:${two}`)
      .replace(/(listen |bind ):?8080/, `$1127.0.0.1:${port}`)
    const folder = resolve(t.testdir())
    writeFileSync(join(folder, file), adapt(config, folder))
    const child = spawn(program, args(folder), { stdio: 'ignore' })
    // Its workers end with it.
    t.teardown(() => child.kill('SIGTERM'))
    const url = `http://127.0.0.1:${port}`
    await until(async () => await fetch(url).then(({ status }) => status === 200, () => false))

    const servers = new Set<string>()
    for (let number = 0; number < 20; number++) {
      const world = `world-${number}`
      const named = await (await fetch(url, { headers: { 'x-standin-world': world } })).text()
      t.equal(await (await fetch(`${url}/~${world}/orders?a=1`)).text(), named, world)
      servers.add(named)
    }
    t.same([...servers].sort(), ['one', 'two'])
  })
}
