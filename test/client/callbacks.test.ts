import t from 'tap'
import type { World } from '../../src/client/index.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { startWorld } from './start-world.ts'

t.test('a callback is waited for, and can be sent again', async t => {
  const { world } = await startWorld()
  const receiver = await startReceiver(t)
  t.same(await world.callbacks(), [])
  await runExport(world, receiver.url)

  await world.clock.run()
  const waiting = world.callbacks({ wait: 'PT20S' })
  await world.clock.advance({ to: 'idle' })
  const [delivery] = await waiting

  t.match(delivery, { callback: 'webadmit.runExport/exportFileReady', state: 'delivered', attempts: [{ status: 204 }] })
  t.match(await world.redeliver(String(delivery?.id)), { state: 'delivered', attempts: { length: 2 } })
  t.equal(receiver.received.length, 2)
  t.same(await world.callbacks({ state: 'failed' }), [])
})

async function runExport ({ url }: World, callback: string): Promise<void> {
  const query = new URLSearchParams({ callback }).toString()
  await fetch(`${url}/api/v1/user_identities/1/exports/1/export_files?${query}`, {
    method: 'POST',
    headers: { 'x-api-key': 'k' }
  })
}
