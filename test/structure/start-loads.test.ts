import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import t from 'tap'

/** Serves what ships, asks whether it answers, stops, and prints the modules that were loaded. */
const SCRIPT = `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ load (url, context, next) { loaded.push(url); return next(url, context) } })
const { createStandin } = await import(${JSON.stringify(new URL('../../src/index.ts', import.meta.url).href)})
await import(${JSON.stringify(new URL('../../src/cli/command.ts', import.meta.url).href)})
const app = await createStandin()
const { statusCode } = await app.inject('/__admin/health')
await app.close()
console.log(statusCode + ' ' + loaded.join(' '))
`

const LIBRARIES = [
  '/ajv/dist/2020.js',
  '/ajv-formats/',
  '/@eslint-community/regexpp/',
  '/chokidar/',
  '/fast-xml-parser/',
  '/yaml/',
  '/@faker-js/',
  '/@fastify/swagger',
  '/@fastify/ajv-compiler/',
  '/@peculiar/',
  '/reflect-metadata/',
  '/@scalar/',
  '/esbuild/',
  '/@opentelemetry/'
]

const SOURCES = [
  '/src/admin/admin-routes.ts',
  '/src/tls/load-certificate.ts',
  '/src/scenarios/scenario-check.ts',
  '/src/scenarios/parse-stub.ts',
  '/src/migration/migrate-world.ts',
  '/src/reports/report-formats.ts',
  '/src/documents/upgrade-document.ts'
]

t.test('a start loads nothing that only some requests need', async t => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [status, ...loaded] = (await text(child.stdout)).trim().split(' ')

  t.equal(status, '200')
  t.ok(loaded.some(url => url.endsWith('/api-routes.ts')), `${loaded.length} modules`)
  const unneeded = [...LIBRARIES, ...SOURCES]
  for (const part of unneeded) t.same(loaded.filter(url => url.includes(part)), [], part)
  for (const source of SOURCES) t.ok(existsSync(new URL(`../..${source}`, import.meta.url)), `${source} is there`)
})
