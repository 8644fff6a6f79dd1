import { COUNTER, ID_PLACE } from '../load/plan.ts'
import { call } from '../servers/standin.ts'
import type { Case } from './case.ts'
import { addFinishedExports, addRequest, getAllRequest, getExports } from './mews.ts'

/** The case that is also measured with other products. */
export const GET_ALL_ONE: Case = {
  name: 'getAll, 1 id',
  async prepare (url) {
    return { requests: [getAllRequest(await addFinishedExports(url, 1))], expects: 'success' }
  }
}

const GET_ALL_THOUSAND: Case = {
  name: 'getAll, 1,000 ids',
  async prepare (url) {
    return { requests: [getAllRequest(await addFinishedExports(url, 1000))], expects: 'success', connections: 4 }
  }
}

export const PAIRS: Case = {
  name: 'add → getAll pairs',
  async prepare () {
    return { requests: [addRequest()], followUp: getAllRequest([ID_PLACE]), expects: 'success' }
  }
}

export const COMMAND: Case = {
  name: 'ET command, new uuid',
  async prepare () {
    const body = JSON.stringify({
      uuid: `0f4c6c3e-6a55-4b07-9c1e-${COUNTER}`,
      command: 'ExportClaims',
      data: { external_system_id: 1, claim_ids: [47, 48] }
    })
    const path = '/api/v2/exports/export_claims'
    return { requests: [{ method: 'POST', path, body }], expects: 'success' }
  }
}

export const INVALID: Case = {
  name: 'invalid request',
  async prepare () {
    return { requests: [getAllRequest(['3fa85f64-5717-4562-b3fd-2c963f66afa6', 'abc'])], expects: 'refusal' }
  }
}

const STUBBED: Case = {
  name: 'stubbed reply',
  async prepare (url) {
    const ids = await addFinishedExports(url, 1)
    const reply = { status: 200, body: { Exports: await getExports(url, ids) } }
    const when = { body: { ExportIds: ids } }
    await call(`${url}/__admin/stubs`, { body: { operation: 'mews.getAllExports', when, reply } })
    return { requests: [getAllRequest(ids)], expects: 'success' }
  }
}

export const GENERATED: Case = {
  name: 'generated reply',
  async prepare () {
    const request = getAllRequest(['3fa85f64-5717-4562-b3fd-2c963f66afa6'])
    return { requests: [{ ...request, headers: { Prefer: 'dynamic=true' } }], expects: 'success' }
  }
}

/** How often the rows of the shipped file are repeated: about 7 MB. */
const REPEAT = 200

const DOWNLOAD: Case = {
  name: 'file download',
  unit: 'MB/s',
  async prepare (url) {
    const resources = { 'mews.Export': { files: { count: 1, repeat: REPEAT } } }
    await call(`${url}/__admin/settings`, { method: 'PATCH', body: { resources } })
    const [known] = await getExports(url, await addFinishedExports(url, 1))
    const file = new URL(known?.Files[0]?.Url ?? '')
    return { requests: [{ method: 'GET', path: file.pathname + file.search }], expects: 'success', connections: 4 }
  }
}

export const CASES: readonly Case[] = [
  GET_ALL_ONE, GET_ALL_THOUSAND, PAIRS, COMMAND, INVALID, STUBBED, GENERATED, DOWNLOAD
]
