import { readFileSync } from 'node:fs'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { compile } from '../compile.ts'
import { runPlaywright } from '../kits/run-playwright.ts'
import { noBrowser, servePage } from '../open-browser.ts'
import { listCodeBlocks } from './code-blocks.ts'

const KIT = new URL('../../src/kits/playwright.ts', import.meta.url).pathname
const page = readFileSync(new URL('../../docs/recipes/playwright.md', import.meta.url), 'utf8')
const [config = '', spec = ''] = listCodeBlocks(page).map(({ text }) => text.replaceAll('standin/playwright', KIT))

/** An application that adds an export, and shows its status. */
const APP = `<!doctype html><title>Exports</title>
<button id="add">Export payments</button> <button id="refresh">Refresh</button> <p role="status"></p>
<script type="module">
  const credentials = { Client: 'Docs 1.0', AccessToken: 'a', ClientToken: 'c' }
  const show = text => { document.querySelector('[role=status]').textContent = text }
  let id
  async function ask (path, members) {
    const response = await fetch('API/api/connector/v1/exports/' + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...credentials, ...members })
    })
    return await response.json()
  }
  document.querySelector('#add').onclick = async () => {
    const { Export, Message } = await ask('add', { EntityType: 'Payment' })
    id = Export?.Id
    show(Message ?? Export.Status)
  }
  document.querySelector('#refresh').onclick = async () => {
    const { Exports } = await ask('getAll', { ExportIds: [id] })
    show(Exports[0].Status)
  }
</script>`

t.test('the examples are held to the types', async t => {
  const folder = t.testdir({ 'playwright.config.mts': config, 'a.spec.mts': spec })
  t.same(compile([`${folder}/playwright.config.mts`, `${folder}/a.spec.mts`]), [])
})

t.test('the example runs', { skip: noBrowser, timeout: 60_000 }, async t => {
  const { server: { url } } = await startStandin(t)
  const baseURL = await servePage(t, APP.replace('API', url))
  const results = await runPlaywright(t, spec, { baseURL, standin: { url } })

  t.match(results, [{ status: 'passed', errors: [] }, { status: 'passed', errors: [] }])
  t.equal(results.length, 2)
})
