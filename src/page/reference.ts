import type { Answer } from './answer.ts'
import { call, messageOf } from './api.ts'
import { serverUrl, world } from './place.ts'
import { sendToWorld } from './send-to-world.ts'

declare const SwaggerUIBundle: (options: Readonly<Record<string, unknown>>) => unknown

/** The contract that the address names: `/__admin/reference/mews/`. */
const [, name = ''] = /\/reference\/([^/]+)\/$/.exec(location.pathname) ?? []

/** Shows the reference of a contract, from which requests are sent to the world that the address names. */
async function showReference (): Promise<void> {
  const [contract, { operations }] = await Promise.all([
    call<Answer<'readContract'>>(`/contracts/${name}.json`),
    call<Answer<'listOperations'>>('/operations')
  ])
  const own = operations.filter(({ api }) => api === decodeURIComponent(name))
  document.title = `${decodeURIComponent(name)} · ${world.value} · standin`
  SwaggerUIBundle({
    spec: sendToWorld(contract, own, `${serverUrl}/~${world.value}`),
    domNode: document.getElementById('reference'),
    deepLinking: true,
    displayRequestDuration: true,
    tryItOutEnabled: true
  })
}

showReference().catch(error => { document.body.textContent = messageOf(error) })
