import t from 'tap'
import { Validator } from '@seriousme/openapi-schema-validator'
import { startAdmin } from './start-admin.ts'

t.test('its document is a valid one of OpenAPI 3.1', async t => {
  for (const adminToken of [undefined, 'secret']) {
    const { app } = await startAdmin(t, { adminToken })
    const document = (
      await app.inject({
        url: '/__admin/openapi.json',
        headers: { authorization: 'Bearer secret' }
      })
    ).json()
    const validator = new Validator()
    const result = await validator.validate(document)
    t.ok(result.valid, 'valid', { errors: result.errors })
    t.equal(validator.version, '3.1')
  }
})

t.test('its document has every route, each described', async t => {
  const { app, routes } = await startAdmin(t)
  const { paths } = (await app.inject('/__admin/openapi.json')).json()
  const shown = routes.filter(({ method, schema }) => method !== 'HEAD' && schema?.hide !== true)
  const ids = new Set<string>()

  t.ok(shown.length > 25, `${shown.length} routes`)
  for (const { method, url } of shown) {
    const path = url.replace('/__admin', '').replaceAll(/:(\w+)/g, '{$1}')
    const operation = paths[path]?.[String(method).toLowerCase()]
    t.match(
      operation,
      {
        operationId: String,
        summary: String,
        tags: [String],
        responses: { default: { description: String } }
      },
      `${String(method)} ${path}`
    )
    ids.add(operation?.operationId)
    t.match(paths[path]?.parameters, [{ name: 'X-Standin-World', in: 'header' }])
  }
  t.equal(ids.size, shown.length, 'no operationId twice')
})

t.test('every parameter, body and answer in its document says what it is', async t => {
  const { app } = await startAdmin(t)
  const { paths } = (await app.inject('/__admin/openapi.json')).json()
  for (const [path, methods] of Object.entries<Record<string, Described>>(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (method === 'parameters') continue
      for (const { name, description } of operation.parameters ?? []) {
        t.ok(description, `${method} ${path} ${name}`)
      }
      for (const [status, { description }] of Object.entries(operation.responses)) {
        t.notMatch(description, /^Default Response$/, `${method} ${path} ${status}`)
      }
      if (operation.requestBody !== undefined) {
        t.ok(operation.requestBody.description, `${method} ${path} body`)
      }
    }
  }
})

interface Described {
  readonly parameters?: ReadonlyArray<{ readonly name: string, readonly description?: string }>
  readonly requestBody?: { readonly description?: string }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

t.test("a document read through a world's prefix is the same", async t => {
  const { app } = await startAdmin(t)
  t.equal(
    (await app.inject('/~a/__admin/openapi.json')).body,
    (await app.inject('/__admin/openapi.json')).body
  )
})
