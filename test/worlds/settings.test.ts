import t from 'tap'
import { answerDelayMs, DEFAULT_SETTINGS, operationSettings } from '../../src/worlds/settings.ts'
import type { Settings } from '../../src/worlds/settings.ts'

const OPERATION = { id: 'mews.addExport', api: 'mews' }

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  delayMs: 10,
  operations: {
    '*': { fault: 'no-answer', delay: 1 },
    'mews.*': { delay: 'PT0.2S', dynamic: true },
    'mews.addExport': { dynamic: false }
  }
}

t.test('the settings of an operation go before those of its API, and these before those of all', async t => {
  t.same(operationSettings(SETTINGS, OPERATION), { fault: 'no-answer', delay: 'PT0.2S', dynamic: false })
  t.same(operationSettings(SETTINGS, { id: 'vcf.getExport', api: 'vcf' }), { fault: 'no-answer', delay: 1 })
  t.equal(operationSettings(DEFAULT_SETTINGS, OPERATION), undefined)
})

t.test('the delay of an operation is added to that of all responses', async t => {
  t.equal(answerDelayMs(SETTINGS, OPERATION), 210)
  t.equal(answerDelayMs(SETTINGS, { id: 'vcf.getExport', api: 'vcf' }), 11)
  t.equal(answerDelayMs(DEFAULT_SETTINGS, OPERATION), 0)
})
