import { readFileSync, readdirSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { listCodeBlocks } from './code-blocks.ts'
import { action, runAction } from './run-action.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const [step] = action.runs.steps

interface WorkflowStep {
  readonly uses?: string
  readonly with?: object
}

t.test('the action starts a server, and ends when it responds', async t => {
  const document = `${ROOT}openapi/mews.yaml`
  for (const args of ['--clock frozen', "--tls\n'--log' \"warn\"", '--log-format json']) {
    const { exitCode, outputs, stdout } = await runAction(t, { documents: document, args })
    t.equal(exitCode, 0, stdout)
    t.match(outputs.url, args.startsWith('--tls') ? /^https:/ : /^http:/)
    const log = readFileSync(outputs.log ?? '', 'utf8')
    t.match(log, `<--yes><standin><${document}>`)
    t.match(log, /"?mews/)
    t.notMatch(log, /webadmit/)
  }
})

t.test('inputs are words, and nothing that a shell runs', async t => {
  const folder = t.testdir()
  const hostile = `'a b.yaml' $(touch ${folder}/a) \`touch ${folder}/b\` ; touch ${folder}/c > ${folder}/d *`
  const { exitCode, stdout } = await runAction(t, { documents: hostile, version: '1.0.0' })
  t.equal(exitCode, 1)
  t.ok(stdout.includes(`<--yes><standin@1.0.0><a b.yaml><$(touch><${folder}/a)><`), stdout)
  t.ok(stdout.includes('><*><--port><0>'), stdout)
  t.strictSame(readdirSync(folder), [])
})

t.test('the log is printed where the server does not start', async t => {
  const missing = await runAction(t, { documents: '/missing.yaml' })
  t.match(missing, { exitCode: 1, stdout: /::group::[^]*missing\.yaml[^]*::endgroup::[^]*::error.*has ended/ })
  t.same(missing.outputs, {})
  const unclosed = await runAction(t, { args: '"--seed 7' })
  t.match(unclosed, { exitCode: 1, stdout: /::error.*quote/ })
})

t.test('a Node that is too old, or missing, is told of', async t => {
  t.match(await runAction(t, {}, '#!/bin/sh\necho 20\n'), { exitCode: 1, stdout: /::error.*Node\.js 20 is too old/ })
  t.match(await runAction(t, {}, '#!/bin/sh\nexit 127\n'), { exitCode: 1, stdout: /::error.*no Node\.js/ })
})

t.test('the action is composite, and passes what its step says on', t => {
  t.equal(action.runs.using, 'composite')
  t.match(action.runs.steps, [{ id: 'start', shell: 'bash' }])
  for (const [name, { value }] of Object.entries(action.outputs)) {
    t.equal(value, `\${{ steps.start.outputs.${name} }}`)
  }
  const inputs = Object.values(step?.env ?? {}).map(value => /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1])
  t.same(inputs, Object.keys(action.inputs))
  t.notMatch(step?.run, /\$\{\{/)
  t.end()
})

t.test('the page names each input and output, and its example uses no others', t => {
  const page = readFileSync(`${ROOT}docs/recipes/github-actions.md`, 'utf8')
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  t.same(rows, [...Object.keys(action.inputs), ...Object.keys(action.outputs)])

  const [block] = listCodeBlocks(page)
  const steps: WorkflowStep[] = parse(String(block?.text)).jobs.test.steps
  const used = steps.find(({ uses = '' }) => uses.includes('/standin@'))
  t.same(Object.keys(used?.with ?? {}).filter(name => !(name in action.inputs)), [])
  t.ok(used)
  t.end()
})
