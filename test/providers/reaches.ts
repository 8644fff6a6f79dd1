import type { LightMyRequestResponse } from 'fastify'
import type { Standin } from '../start-standin.ts'
import { ADD, CREDENTIALS, GET_ALL, tryToAdd } from './mews-exports.ts'
import { AUTHORIZATION, RUN, getData, getExport, runOf, startExport } from './vcf-exports.ts'
import { KEY, LIST_PATH, RUN_PATH, get, runExport, startedFile } from './webadmit-exports.ts'

/** Makes a stand-in respond to an operation with a status. */
export type Reach = (standin: Standin) => Promise<LightMyRequestResponse>

const CLAIMS = '/api/v2/exports/export_claims'
const RESPONSES = '/api/v2/exports/export_responses'
const FILE_PATH = '/api/v1/exports/56791/export_files/74780'
const TOO_LARGE = JSON.stringify('x'.repeat(2 ** 21))
const HTML_ONLY = { accept: 'text/html' }
const JSON_TYPE = { 'content-type': 'application/json' }
const TEXT_TYPE = { 'content-type': 'text/plain' }

const EXPORT_ID = '3fa85f64-5717-4562-b3fd-2c963f66afa6'

/** Steps by operation and status. A status that no behaviour leads to is requested by `Prefer`. */
export const REACHES: Readonly<Record<string, Readonly<Record<string, Reach>>>> = {
  'et.exportClaims': etReaches(CLAIMS, 'claim_ids'),
  'et.exportResponses': etReaches(RESPONSES, 'response_ids'),
  'mews.getAllExports': mewsReaches(GET_ALL, { ExportIds: [EXPORT_ID] }),
  'mews.addExport': {
    ...mewsReaches(ADD, { EntityType: 'OrderItem' }),
    400: async standin => { await tryToAdd(standin); return tryToAdd(standin) }
  },
  'vcf.startExport': {
    ...vcfReaches('POST', `/v1/system/check-sets/${RUN}/exports`),
    202: standin => startExport(standin),
    400: standin => startExport(standin, '17'),
    413: ({ send }) => send('POST', `/v1/system/check-sets/${RUN}/exports`, TOO_LARGE, {
      ...AUTHORIZATION,
      ...JSON_TYPE
    }),
    429: async standin => { await startExport(standin); return startExport(standin) }
  },
  'vcf.getExport': {
    ...vcfReaches('GET', `/v1/system/check-sets/${RUN}/exports`),
    200: async standin => { await startExport(standin); return getExport(standin) },
    400: standin => getExport(standin, '17'),
    404: standin => getExport(standin)
  },
  'vcf.getExportData': {
    ...vcfReaches('GET', `/v1/system/check-sets/${RUN}/exports/data`),
    200: async standin => { await startExport(standin); await standin.advance('PT10S'); return getData(standin) },
    400: standin => getData(standin, '17'),
    404: async standin => { await startExport(standin, runOf(2)); return getData(standin) }
  },
  'webadmit.runExport': {
    ...webadmitReaches('POST', RUN_PATH),
    201: standin => runExport(standin),
    400: standin => runExport(standin, 'ftp://someurl.com'),
    404: standin => runExport(standin, undefined, RUN_PATH.replace('56791', '0')),
    413: ({ send }) => send('POST', RUN_PATH, TOO_LARGE, { ...KEY, ...JSON_TYPE }),
    415: ({ send }) => send('POST', RUN_PATH, 'callback', { ...KEY, ...TEXT_TYPE })
  },
  'webadmit.getExportFile': {
    ...webadmitReaches('GET', FILE_PATH),
    200: async standin => { await startedFile(standin); return get(standin, FILE_PATH) },
    400: standin => get(standin, FILE_PATH.replace('74780', 'abc')),
    404: standin => get(standin, FILE_PATH)
  },
  'webadmit.listExportFiles': {
    ...webadmitReaches('GET', LIST_PATH),
    200: standin => get(standin, LIST_PATH),
    400: standin => get(standin, LIST_PATH.replace('37442', '-1')),
    404: standin => get(standin, LIST_PATH.replace('37442', '0'))
  }
}

function etReaches (path: string, ids: string): Record<string, Reach> {
  const command = { data: { external_system_id: 1, [ids]: [1] } }
  return {
    202: ({ send }) => send('POST', path, command),
    400: ({ send }) => send('POST', path, { data: { external_system_id: -1, [ids]: [1] } }),
    406: ({ send }) => send('POST', path, command, HTML_ONLY),
    413: ({ send }) => send('POST', path, TOO_LARGE, JSON_TYPE),
    415: ({ send }) => send('POST', path, JSON.stringify(command), TEXT_TYPE)
  }
}

function mewsReaches (path: string, members: object): Record<string, Reach> {
  const body = { ...CREDENTIALS, ...members }
  return {
    200: ({ send }) => send('POST', path, body),
    400: ({ send }) => send('POST', path, CREDENTIALS),
    401: async ({ send, settings }) => {
      await settings({ credentials: { 'mews.ClientToken': ['another'] } })
      return send('POST', path, body)
    },
    406: ({ send }) => send('POST', path, body, HTML_ONLY),
    413: ({ send }) => send('POST', path, TOO_LARGE, JSON_TYPE),
    415: ({ send }) => send('POST', path, JSON.stringify(body), TEXT_TYPE),
    429: async ({ send, settings }) => {
      await settings({ limits: { 'mews.requests': { enabled: true, max: 0 } } })
      return send('POST', path, body)
    }
  }
}

function vcfReaches (method: string, path: string): Record<string, Reach> {
  return {
    401: ({ send }) => send(method, path),
    406: ({ send }) => send(method, path, undefined, { ...AUTHORIZATION, ...HTML_ONLY })
  }
}

function webadmitReaches (method: string, path: string): Record<string, Reach> {
  return {
    401: ({ send }) => send(method, path),
    406: ({ send }) => send(method, path, undefined, { ...KEY, ...HTML_ONLY }),
    429: async ({ send, settings }) => {
      await settings({ limits: { 'webadmit.requests': { max: 0 } } })
      return send(method, path, undefined, KEY)
    }
  }
}
