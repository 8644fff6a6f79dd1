import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('the timeline has the statuses of each resource, past and to come', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/1', {})
  await call('POST', '/clock/advance', { by: 'PT3S' })
  await call('PUT', '/resources/kiln.Batch/2', { lifecycle: 'broken' })
  await call('PUT', '/resources/kiln.Order/3', {})
  const at = (second: string): string => `2026-01-01T00:00:${second}.000Z`

  const timeline = (await call('GET', '/timeline')).json()
  t.match(timeline, { now: at('03'), mode: 'frozen', total: 3, callbacks: { length: 0 } })
  t.same(timeline.resources, [
    {
      type: 'kiln.Order',
      id: '3',
      number: 3,
      created: at('03'),
      status: null,
      until: null,
      running: false,
      lifecycle: null,
      statuses: []
    },
    {
      type: 'kiln.Batch',
      id: '2',
      number: 2,
      created: at('03'),
      status: 'heating',
      until: at('05'),
      running: true,
      lifecycle: 'broken',
      statuses: [
        { status: 'heating', since: at('03'), until: at('05') },
        { status: 'cracked', since: at('05'), until: null }
      ]
    },
    {
      type: 'kiln.Batch',
      id: '1',
      number: 1,
      created: at('00'),
      status: 'firing',
      until: at('07'),
      running: true,
      lifecycle: 'fired',
      statuses: [
        { status: 'heating', since: at('00'), until: at('02') },
        { status: 'firing', since: at('02'), until: at('07') },
        { status: 'cooling', since: at('07'), until: '2026-01-02T00:00:07.000Z' },
        { status: 'ready', since: '2026-01-02T00:00:07.000Z', until: null }
      ]
    }
  ])
})

t.test('what the clock does not move has no statuses to come', async t => {
  const { call } = await startAdmin(t)
  await call('PATCH', '/settings', { progression: { polls: 2 } })
  await call('PUT', '/resources/kiln.Batch/1', {})
  const { resources: [{ created, until, statuses }] } = (await call('GET', '/timeline')).json()
  t.equal(until, null)
  t.same(statuses, [{ status: 'heating', since: created, until: null }])
})

t.test('it begins anew where a status is forced', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/1', {})
  await call('POST', '/clock/advance', { by: 'PT1S' })
  await call('PUT', '/resources/kiln.Batch/1/status', { status: 'ready' })
  const { resources: [lane] } = (await call('GET', '/timeline')).json()
  t.match(lane, { created: '2026-01-01T00:00:00.000Z', status: 'ready', running: false })
  t.same(lane.statuses, [{ status: 'ready', since: '2026-01-01T00:00:01.000Z', until: null }])
})

t.test('it has as many of the latest resources as are asked for', async t => {
  const { call } = await startAdmin(t)
  for (const id of [1, 2, 3]) await call('PUT', `/resources/kiln.Batch/${id}`, {})
  const timeline = (await call('GET', '/timeline?limit=2')).json()
  t.match(timeline, { total: 3, resources: [{ id: '3' }, { id: '2' }] })
  t.equal(timeline.resources.length, 2)
  t.match((await call('GET', '/timeline?limit=0')).json(), { code: 'STANDIN_INVALID_REQUEST' })
})
