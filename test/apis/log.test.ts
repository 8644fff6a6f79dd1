import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'

const run = promisify(execFile)

/** Runs a program with a logger of level "warn" in a process of its own, for what it writes goes to standard output. */
async function linesOf (program: string): Promise<object[]> {
  const text = await outputOf(program, 'json')
  return text.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as object)
}

async function outputOf (program: string, format: 'json' | 'text'): Promise<string> {
  const log = JSON.stringify(new URL('../../src/apis/log.ts', import.meta.url).href)
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', `
    import { createRequire } from 'node:module'
    import { createLog } from ${log}
    const log = createLog('warn', '${format}')
    const isLoaded = () => Object.keys(createRequire(${log}).cache).some(file => file.includes('pino'))
    ${program}
  `])
  return stdout
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

t.test('Lines of text tell the level, the message and the members', async t => {
  const text = await outputOf(
    `log.info({ a: 1 }, 'not this')
    log.warn({ operation: 'pets.get', why: 'a b' }, 'this')
    log.error(new Error('and this'))
    log.warn('')
    log.child({ part: 'admin' }).warn('this too')`,
    'text'
  )
  const lines = text.split('\n').map(line => line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, ''))
  t.equal(lines[0], 'warn this operation=pets.get why="a b"')
  t.equal(lines[1], 'error and this')
  t.equal(lines[2], 'Error: and this')
  t.equal(lines.at(-2), 'warn this too part=admin')
  t.notMatch(text, /not this|warn $/m)
})
