import type { Page } from 'playwright-core'
import t from 'tap'
import type { Test } from 'tap'
import type { World } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage, tabTo } from './open-standin-page.ts'

async function openScript (t: Test, world: World): Promise<Page> {
  return await openStandinPage(t, world.url, `?world=${world.name}#/script`)
}

t.test('a scenario is started with its parameters, and stopped', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const page = await openScript(t, world)
  await page.getByText('None is running.').waitFor()
  await page.getByLabel('Filter the scenarios').fill('mews/failure')
  await page.getByText('mews/failure', { exact: true }).click()
  const [parameter] = Object.entries((await world.scenarios.get('mews/failure')).parameters)
  const [name = '', { default: declared } = { default: '' }] = parameter ?? []
  t.equal(declared, 'PT5S')
  await page.getByRole('region', { name: 'Scenarios' }).getByLabel(name).fill('PT9S')
  t.same(await listBarriers(page), [])
  await page.getByRole('button', { name: 'Start mews/failure' }).click()
  await page.getByText('Running: mews/failure').waitFor()
  t.match((await world.scenarios.list()).running, [{ name: 'mews/failure', parameters: { [name]: 'PT9S' } }])
  await page.getByRole('button', { name: 'Stop all' }).click()
  await page.getByText('None is running.').waitFor()
  t.same((await world.scenarios.list()).running, [])
})

t.test('a stub is held to the contract while it is written', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const page = await openScript(t, world)
  const editor = page.getByRole('region', { name: 'New stub' })
  const text = editor.getByLabel('The stub, as JSON')
  const check = editor.getByRole('status')
  const add = editor.getByRole('button', { name: 'Add the stub' })
  t.equal(await add.isDisabled(), true)

  for (const [written, mistake] of [
    ['{"operation":', 'This is not JSON'],
    ['{"operation":"mews.addExprt"}', '/operation unknown operation "mews.addExprt", did you mean "mews.addExport"?'],
    ['{"operation":"mews.addExport","tims":1}', '/tims body /tims must not be present (did you mean "times"?)'],
    [
      '{"operation":"mews.addExport","reply":{"status":200,"body":{"Export":3}}}',
      '/reply/body/Export breaks the contract'
    ]
  ] as const) {
    await text.fill(written)
    await check.filter({ hasText: mistake }).waitFor()
    t.equal(await add.isDisabled(), true, mistake)
  }
  t.same(await listBarriers(page), [])
  t.same(await world.stubs(), [])

  await text.fill('')
  await editor.getByLabel('Operation').fill('mews.addExport')
  await editor.getByLabel('Status').selectOption('403')
  await check.getByText('The contract allows it.').waitFor()
  await add.click()
  await page.getByRole('link', { name: /^Edit stub/ }).waitFor()
  t.match(await world.stubs(), [{ operation: 'mews.addExport', reply: { status: 403 } }])
  t.equal(await text.inputValue(), '', 'the editor is empty again')
})

t.test('operations are completed by their names', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const page = await openScript(t, world)
  const operation = page.getByRole('region', { name: 'New stub' }).getByLabel('Operation')
  const list = await operation.getAttribute('list')
  const names = page.locator(`datalist#${list} option`)
  await names.first().waitFor({ state: 'attached' })
  const values = await names.evaluateAll(options => options.map(option => option.getAttribute('value')))
  t.ok(values.includes('mews.addExport'))
})

t.test('stubs are listed in order with the uses that are left, edited and deleted', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.putStub('first', { operation: 'mews.addExport', reply: { status: 408 }, times: 3, priority: 2 })
  await world.putStub('second', { operation: 'mews.addExport', reply: { status: 403 } })
  await fetch(`${world.url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"Client":"a","AccessToken":"b","ClientToken":"c","EntityType":"OrderItem"}'
  })
  const page = await openScript(t, world)
  const stubs = page.getByRole('region', { name: 'Stubs', exact: true })
  await stubs.getByText('Used once, 2 left').waitFor()
  const items = await stubs.getByRole('listitem').allInnerTexts()
  t.match(items, [/408/, /403/])

  await page.getByRole('link', { name: 'Edit stub first' }).click()
  const editor = page.getByRole('region', { name: 'Stub first' })
  const text = editor.getByLabel('The stub, as JSON')
  await text.fill((await text.inputValue()).replace('"times": 3', '"times": 9'))
  await editor.getByRole('button', { name: 'Save the stub' }).click()
  await stubs.getByText('Not used yet, 9 left').waitFor()

  await page.getByRole('button', { name: 'Delete stub first' }).click()
  await stubs.getByText('9 left').waitFor({ state: 'detached' })
  t.match(await world.stubs(), [{ id: 'second' }])
})

t.test('mistakes have a line and a column, which put the caret there', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const page = await openScript(t, world)
  const editor = page.getByRole('region', { name: 'New stub' })
  const text = editor.getByLabel('The stub, as JSON')
  const check = editor.getByRole('status')
  for (const [written, place, before] of [
    ['{\n  "operation": nothing\n}', '2:16', '{\n  "operation": '],
    ['{\n  "times": 1,\n  "times": 2\n}', '3:3', '{\n  "times": 1,\n  '],
    [
      '{ "operation": "mews.addExport",\n  "reply": { "status": 200,\n    "body": { "Export": 3 } } }',
      '3:15',
      '{ "operation": "mews.addExport",\n  "reply": { "status": 200,\n    "body": { '
    ],
    ['{ "operation": "mews.addExport",\n\n  "tims": 1 }', '3:3', '{ "operation": "mews.addExport",\n\n  ']
  ] as const) {
    await text.fill(written)
    const [line = '', column = ''] = place.split(':')
    const button = check.getByRole('button', { name: `Line ${line}, column ${column}` })
    await button.click()
    t.equal(await page.evaluate('document.activeElement.id'), 'stub-text')
    const caret = Number(await page.evaluate('document.activeElement.selectionStart'))
    t.equal(written.slice(0, caret), before)
  }
  t.same(await listBarriers(page), [])
})

t.test('members, their words and operations are completed in the text', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const page = await openScript(t, world)
  const text = page.getByRole('region', { name: 'New stub' }).getByLabel('The stub, as JSON')
  const list = page.getByRole('listbox', { name: 'Completions' })
  const words = (): Promise<string[]> => list.getByRole('option').allInnerTexts()
  await page.locator('datalist#operations option').first().waitFor({ state: 'attached' })
  await text.focus()
  await page.keyboard.type('{ "oper')
  await list.getByRole('option', { name: 'operation' }).waitFor()
  t.same(await listBarriers(page), [])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"addex')
  t.same(await words(), ['mews.addExport'])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type(', "reply": { ')
  await page.keyboard.press('Control+Space')
  await list.getByRole('option', { name: 'status' }).waitFor()
  await page.keyboard.press('Escape')
  t.equal(await list.isVisible(), false)
  await page.keyboard.type('"stat')
  await list.getByRole('option', { name: 'status', exact: true }).click()
  await page.keyboard.type('403 }, "fau')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"garb')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' }')
  t.same(JSON.parse(await text.inputValue()), {
    operation: 'mews.addExport',
    reply: { status: 403 },
    fault: 'garbage'
  })
})

t.test('a stub has an address, which opens it in the editor', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.putStub('own', { operation: 'mews.addExport', reply: { status: 403 } })
  const page = await openStandinPage(t, world.url, `?world=${world.name}#/script/stub/own`)
  const text = page.getByRole('region', { name: 'Stub own' }).getByLabel('The stub, as JSON')
  await text.waitFor()
  t.match(JSON.parse(await text.inputValue()), { operation: 'mews.addExport', reply: { status: 403 } })
  t.equal(await page.evaluate('document.activeElement.tagName'), 'TEXTAREA')
  t.same(await listBarriers(page), [])

  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('region', { name: 'New stub' }).waitFor()
  t.match(page.url(), /#\/script$/)
  await page.goBack()
  await text.waitFor()
  await world.deleteStubs()
  await page.getByText('There is no stub “own” in this world').waitFor()
  t.same(await listBarriers(page), [])
})

t.test('a stub with masked credentials is saved with new ones only', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const when = { body: { AccessToken: 'secret' } }
  await world.putStub('own', { operation: 'mews.addExport', when, reply: { status: 403 } })
  const page = await openScript(t, world)
  await page.getByRole('link', { name: 'Edit stub own' }).click()
  const editor = page.getByRole('region', { name: 'Stub own' })
  const save = editor.getByRole('button', { name: 'Save the stub' })
  await editor.getByText('Credentials are masked').waitFor()
  await editor.getByText('The contract allows it.').waitFor()
  t.equal(await save.isDisabled(), true)
  const text = editor.getByLabel('The stub, as JSON')
  await text.fill((await text.inputValue()).replace('***', 'other'))
  await save.click()
  await page.getByRole('region', { name: 'New stub' }).waitFor()
})

t.test('settings are changed in a form', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.settings.patch({ operations: { 'mews.addExport': { delay: 5 } }, credentials: { 'vcf.bearer': ['a'] } })
  const page = await openScript(t, world)
  const form = page.getByRole('region', { name: 'Settings' })
  await form.getByLabel('Response delay').fill('7')
  await form.getByLabel('Jobs progress by', { exact: true }).selectOption('manual')
  await form.getByLabel('mews.requests', { exact: true }).check()
  await form.getByLabel('Requests, mews.requests').fill('2')
  await form.getByLabel('vcf.bearer', { exact: true }).fill('b, c')
  await form.getByLabel('remove mews.addExport').check()
  await form.getByLabel('Operation, or *').fill('*')
  await form.getByLabel('Fault').selectOption('garbage')
  await form.getByRole('button', { name: 'Save the settings' }).click()
  await form.getByText('The settings are saved.').waitFor()
  const { delayMs, limits, operations, progression } = await world.settings.get()
  t.same({ delayMs, progression }, { delayMs: 7, progression: 'manual' })
  t.match(operations, { '*': { fault: 'garbage' } })
  t.same(Object.keys(operations), ['*'])
  t.match(limits, { 'mews.requests': { enabled: true, max: 2 } })
  t.same((await world.settings.get()).credentials, { 'vcf.bearer': ['***', '***'] })

  await form.getByLabel('Duration, mews.requests').fill('soon')
  await form.getByRole('button', { name: 'Save the settings' }).click()
  await form.getByRole('alert').getByText('/limits/mews.requests/per').waitFor()
  t.same(await listBarriers(page), [])

  await form.getByRole('button', { name: 'Defaults' }).click()
  await form.getByText('The settings have their defaults.').waitFor()
  t.same((await world.settings.get()).limits, {})
})

t.test('settings of resources, scopes and retries are in the form, too', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  const page = await openScript(t, world)
  const form = page.getByRole('region', { name: 'Settings' })
  await form.getByText('mews.Export', { exact: true }).click()
  await form.getByLabel('Lifecycle, mews.Export', { exact: true }).selectOption('failure')
  await form.getByLabel('Jobs progress by, mews.Export', { exact: true }).selectOption('polls')
  await form.getByLabel('Reads for a step, mews.Export', { exact: true }).fill('3')
  await form.getByLabel('Pending lasts, mews.Export').fill('PT9S')
  await form.getByLabel('Files, mews.Export', { exact: true }).fill('4')
  await form.getByLabel('Burst, mews.requests').fill('5')
  await form.getByLabel('Scopes, vcf.bearer').fill('read, write')
  await form.getByLabel('Retries, webadmit.runExport/exportFileReady').fill('PT1S, PT5S')
  await form.getByLabel('Operation, or *').fill('mews.addExport')
  await form.getByLabel('Status', { exact: true }).fill('403')
  await form.getByLabel('generated body').check()
  t.same(await listBarriers(page), [])
  await form.getByRole('button', { name: 'Save the settings' }).click()
  await form.getByText('The settings are saved.').waitFor()
  t.match(await world.settings.get(), {
    resources: {
      'mews.Export': {
        lifecycle: 'failure',
        progression: { polls: 3 },
        durations: { Pending: 'PT9S' },
        files: { count: 4 }
      }
    },
    limits: { 'mews.requests': { burst: 5 } },
    scopes: { 'vcf.bearer': ['read', 'write'] },
    retries: { 'webadmit.runExport/exportFileReady': ['PT1S', 'PT5S'] },
    operations: { 'mews.addExport': { code: 403, dynamic: true } }
  })
  await form.getByLabel('Retries, webadmit.runExport/exportFileReady').fill('none')
  await form.getByLabel('Scopes, vcf.bearer').fill('')
  await form.getByRole('button', { name: 'Save the settings' }).click()
  await page.waitForFunction("document.querySelector('[name$=retries]').value === 'none'")
  const { retries, scopes } = await world.settings.get()
  t.same({ retries, scopes }, { retries: { 'webadmit.runExport/exportFileReady': [] }, scopes: {} })
})

t.test('the script fits a narrow screen', { skip: noBrowser }, async t => {
  const { world } = await startStandin(t)
  await world.stub({ operation: 'mews.addExport', when: { body: { EntityType: 'OrderItem' } }, reply: { status: 403 } })
  const page = await openScript(t, world)
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('link', { name: /^Edit stub/ }).waitFor()
  await page.getByText('mews.requests').waitFor()
  t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  t.same(await listBarriers(page), [])
})

for (const width of [1280, 390]) {
  t.test(`at ${width} px, the keyboard alone starts a scenario and writes a stub`, { skip: noBrowser }, async t => {
    const { world } = await startStandin(t)
    const page = await openScript(t, world)
    await page.setViewportSize({ width, height: 800 })
    await page.getByText('mews/failure', { exact: true }).waitFor()
    await tabTo(page, 'Filter the scenarios')
    await page.keyboard.type('mews/failure')
    await page.getByText('et/failure').waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Start mews/failure')
    await page.keyboard.press('Enter')
    await page.getByText('Running: mews/failure').waitFor()

    await tabTo(page, 'The stub, as JSON')
    await page.keyboard.type('{ "operation": "mews.addExport", "reply": { "status": 403 } }')
    await page.getByText('The contract allows it.').waitFor()
    await tabTo(page, 'Add the stub')
    await page.keyboard.press('Enter')
    await page.getByText('403', { exact: true }).first().waitFor()
    const stub = (await world.stubs()).find(({ reply }) => reply?.status === 403)
    await tabTo(page, `Edit stub ${stub?.id}`)
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: `Stub ${stub?.id}` }).waitFor()
    await page.waitForFunction("document.activeElement.id === 'stub-text'")
    t.same(await listBarriers(page), [])
  })
}
