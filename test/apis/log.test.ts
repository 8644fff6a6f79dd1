import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'

const run = promisify(execFile)

/** Runs a program with a logger of level "warn" in a process of its own, for what it writes goes to standard output. */
async function linesOf (program: string): Promise<object[]> {
  const log = JSON.stringify(new URL('../../src/apis/log.ts', import.meta.url).href)
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', `
    import { createRequire } from 'node:module'
    import { createLog } from ${log}
    const log = createLog('warn')
    const isLoaded = () => Object.keys(createRequire(${log}).cache).some(file => file.includes('pino'))
    ${program}
  `])
  return stdout.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as object)
}

t.test('Lines of the level and above are written as JSON', async t => {
  const lines = await linesOf(
    `log.debug('not this')
    log.info({ a: 1 }, 'nor this')
    log.warn({ operation: 'pets.get' }, 'this')
    log.error(new Error('and this'))
    log.child({ part: 'admin' }).warn('this too')`
  )
  t.match(lines, [
    { level: 40, operation: 'pets.get', msg: 'this' },
    { level: 50, err: { message: 'and this' } },
    { level: 40, part: 'admin', msg: 'this too' }
  ])
  t.equal(lines.length, 3)
})

t.test('What writes them is loaded with the first line', async t => {
  const lines = await linesOf(
    `log.info('ignored')
    const before = isLoaded()
    log.warn('written')
    console.log(JSON.stringify({ before, after: isLoaded() }))`
  )
  // The two are written by different means, in no order.
  t.match(lines.find(line => 'before' in line), { before: false, after: true })
})
