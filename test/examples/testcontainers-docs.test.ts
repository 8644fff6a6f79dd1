import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { childEnvironment } from '../child-environment.ts'
import { compile } from '../compile.ts'
import { listCodeBlocks } from './code-blocks.ts'

const SOURCE = new URL('../../src/kits/', import.meta.url).pathname
const FAKE = new URL('../kits/fake-testcontainers.ts', import.meta.url).pathname
const page = readFileSync(new URL('../../docs/recipes/testcontainers.md', import.meta.url), 'utf8')
const [block] = listCodeBlocks(page)
const example = String(block?.text).replaceAll('standin/testcontainers', `${SOURCE}testcontainers.ts`)

t.test('the example is held to the types', async t => {
  const folder = t.testdir({ 'example.mts': example })
  t.same(compile([`${folder}/example.mts`, `${SOURCE}testcontainers-types.d.ts`]), [])
})

t.test('the example runs, with a server of this machine for the one in the container', async t => {
  const { server: { url } } = await startStandin(t)
  const prepare = `import { address, fakeTestcontainers } from '${FAKE}'
fakeTestcontainers()
address.port = ${new URL(url).port}
`
  const folder = t.testdir({ 'example.mts': example, 'prepare.mts': prepare })
  const args = ['--import', `${folder}/prepare.mts`, `${folder}/example.mts`]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: childEnvironment() })
  t.match(stdout, /pass 1\b/)
})
