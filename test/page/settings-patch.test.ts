import t from 'tap'
import { settingsPatch } from '../../src/page/settings-patch.ts'
import type { Nameable, Settings } from '../../src/page/settings-patch.ts'

const SETTINGS: Settings = {
  delayMs: 0,
  progression: 'clock',
  resources: { 'kiln.Batch': { lifecycle: 'broken', durations: { heating: 'PT1S' } } },
  limits: {},
  credentials: {},
  scopes: { 'kiln.oauth': ['read'] },
  operations: {},
  webhooks: { 'kiln.fired': 'http://127.0.0.1:1/hook' },
  retries: { 'kiln.fired': [] }
}

const NAMEABLE: Nameable = {
  names: {
    operations: [],
    resources: ['kiln.Batch'],
    limits: [],
    credentials: ['kiln.oauth'],
    webhooks: ['kiln.fired', 'kiln.cooled'],
    callbacks: []
  },
  types: [{
    type: 'kiln.Batch',
    count: 0,
    running: ['heating'],
    lifecycles: [{
      name: 'broken',
      default: true,
      statuses: [{ status: 'heating', lasts: 'PT2S' }, { status: 'cracked', lasts: null }]
    }]
  }]
}

/** The fields of the settings as they are. */
const FIELDS = {
  delayMs: '0',
  progression: 'clock',
  'kiln.Batch lifecycle': 'broken',
  'kiln.Batch lasts heating': 'PT1S',
  'kiln.oauth scopes': 'read',
  'kiln.fired url': 'http://127.0.0.1:1/hook',
  'kiln.fired retries': 'none'
}

function patchOf (changed: Readonly<Record<string, string>>): object {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...FIELDS, ...changed })) form.set(name, value)
  return settingsPatch(form, SETTINGS, NAMEABLE)
}

t.test('a form that is as it was changes nothing', async t => {
  t.same(patchOf({}), {})
})

for (const [changed, patch] of [
  [{ 'kiln.fired url': '' }, { webhooks: { 'kiln.fired': null } }],
  [{ 'kiln.cooled url': 'http://a.test/' }, { webhooks: { 'kiln.cooled': 'http://a.test/' } }],
  [{ 'kiln.fired retries': '' }, { retries: { 'kiln.fired': null } }],
  [{ 'kiln.cooled retries': 'PT1S, PT2S' }, { retries: { 'kiln.cooled': ['PT1S', 'PT2S'] } }],
  [{ 'kiln.oauth scopes': 'none' }, { scopes: { 'kiln.oauth': [] } }],
  [{ 'kiln.Batch lifecycle': '' }, { resources: { 'kiln.Batch': { lifecycle: null } } }],
  [{ 'kiln.Batch lasts heating': '' }, { resources: { 'kiln.Batch': { durations: { heating: null } } } }],
  [{ 'kiln.Batch count': '0' }, { resources: { 'kiln.Batch': { files: { count: 0 } } } }],
  [
    { 'kiln.Batch progression': 'polls', 'kiln.Batch progression polls': '2' },
    { resources: { 'kiln.Batch': { progression: { polls: 2 } } } }
  ],
  [{ progression: 'polls', 'progression polls': '3', delayMs: '5' }, { progression: { polls: 3 }, delayMs: 5 }]
] as const) {
  t.test(`${JSON.stringify(changed)} is the patch ${JSON.stringify(patch)}`, async t => {
    t.same(patchOf(changed), patch)
  })
}
