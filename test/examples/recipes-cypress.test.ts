import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { bundle } from './bundle.ts'
import { fakeCypress } from './fake-cypress.ts'
import type { FakePage } from './fake-cypress.ts'
import { saveFiles, stageRecipe } from './play-recipe.ts'

// Cypress is not installed: a fake one runs the commands, and a page of the test sends the requests.
t.test('the tests of the recipe pass', async t => {
  const folder = stageRecipe(t)
  const { server: { url }, world } = await startStandin(t, { openapi: [join(folder, 'shop.yaml')] })
  const [, support = '', spec = ''] = saveFiles(folder, 'cypress')
  writeFileSync(support, readFileSync(support, 'utf8').replace('http://127.0.0.1:4010', url))
  const { globals, run, titles } = fakeCypress(shopPage())
  Object.assign(globalThis, globals)

  for (const [name, file] of Object.entries({ support, spec })) {
    await bundle(file, join(folder, `${name}.mjs`))
    await import(join(folder, `${name}.mjs`))
  }

  t.equal(titles().length, 2)
  for (const title of titles()) await t.resolves(run(title), title)
  t.same(await world.requests(), [], 'nothing reaches the default world')
})

/** A page with the buttons of the recipe. */
function shopPage (): FakePage {
  let status = ''
  let location = ''
  return {
    status: () => status,
    async click (button, send) {
      const requests = new Map([
        ['Order', () => send('POST', '/orders', { item: 'Lamp' })],
        ['Export', () => send('POST', '/exports')],
        ['Refresh', () => send('GET', location)]
      ])
      const response = await requests.get(button)?.()
      const shown = await response?.json() as { status?: string, message?: string }
      location = response?.headers.get('location') ?? location
      status = shown.message ?? shown.status ?? ''
    }
  }
}
