import t from 'tap'
import { freshWorld, listen, startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { ADD, CREDENTIALS, GET_ALL, addExport } from './mews-exports.ts'
import { AUTHORIZATION, RUN, startExport } from './vcf-exports.ts'
import { KEY, LIST_PATH, RUN_PATH, runExport } from './webadmit-exports.ts'

const CLAIMS = '/api/v2/exports/export_claims'
const VCF_PATH = `/v1/system/check-sets/${RUN}/exports`
const JSON_TYPE = { 'content-type': 'application/json' }
const UUID = '3fa85f64-5717-4562-b3fd-2c963f66afa6'
const PAST_SAFE = '9007199254740993'
const NESTED = '['.repeat(10_000) + ']'.repeat(10_000)

interface Input {
  readonly url?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly status: number
  /** A pattern of the violation in the response, or in the journal. */
  readonly says?: RegExp
}

/** An operation with bad input, and a request that shows that its world has not changed. */
interface Target {
  readonly url: string
  readonly headers: Record<string, string>
  readonly inputs: Readonly<Record<string, Input>>
  readonly prepare?: (standin: Standin) => Promise<unknown>
  readonly look: { readonly method: string, readonly url: string, readonly body?: string }
}

const MEWS_BODY = { ...CREDENTIALS, ExportIds: [UUID] }
const COMMAND = { command: 'ExportClaims', data: { external_system_id: 1, claim_ids: [47] } }

const TARGETS: Readonly<Record<string, Target>> = {
  'et.exportClaims': {
    url: CLAIMS,
    headers: JSON_TYPE,
    look: { method: 'POST', url: CLAIMS, body: JSON.stringify(COMMAND) },
    inputs: {
      ...unreadableBodies(COMMAND, { unsupported: 415, malformed: /^body is not JSON: at line 1/m }),
      'a list for an object': { body: '[]', status: 400, says: /body must be an object, but is \[\]/ },
      'null for an object': { body: 'null', status: 400, says: /body must be an object, but is null/ },
      'a missing member': {
        body: '{"data":{"claim_ids":[47]}}',
        status: 400,
        says: /body \/data\/external_system_id is required/
      },
      'an extra member': { body: JSON.stringify({ ...COMMAND, colour: 'blue' }), status: 202 },
      'a wrong type': {
        body: '{"data":{"external_system_id":1,"claim_ids":{}}}',
        status: 400,
        says: /body \/data\/claim_ids must be a list/
      },
      'a number for a text': { body: '{"uuid":47}', status: 400, says: /body \/uuid must be a string/ },
      'an id that is a fraction': {
        body: '{"data":{"external_system_id":1.5,"claim_ids":[]}}',
        status: 400,
        says: /body \/data\/external_system_id must be an integer/
      },
      'an id past 2^53': {
        body: `{"data":{"external_system_id":1,"claim_ids":[47,${PAST_SAFE}]}}`,
        status: 400,
        says: new RegExp(`body /data/claim_ids/1 .*${PAST_SAFE}`)
      }
    }
  },
  'mews.getAllExports': {
    url: GET_ALL,
    headers: JSON_TYPE,
    prepare: standin => addExport(standin),
    look: { method: 'POST', url: GET_ALL, body: JSON.stringify(MEWS_BODY) },
    inputs: {
      ...unreadableBodies(MEWS_BODY, { unsupported: 415, malformed: /body is not JSON: at line 1/ }),
      'a missing member': {
        body: JSON.stringify({ ...MEWS_BODY, AccessToken: undefined }),
        status: 400,
        says: /body \/AccessToken is required/
      },
      'an extra member': { body: JSON.stringify({ ...MEWS_BODY, Colour: 'blue' }), status: 200 },
      'a wrong type': {
        body: JSON.stringify({ ...MEWS_BODY, ExportIds: UUID }),
        status: 400,
        says: /body \/ExportIds must be a list/
      },
      'a number for a uuid': {
        body: JSON.stringify({ ...MEWS_BODY, ExportIds: [UUID, 17] }),
        status: 400,
        says: /body \/ExportIds\/1 must be a string/
      },
      'a non-uuid': {
        body: JSON.stringify({ ...MEWS_BODY, ExportIds: [UUID, UUID, 'abc'] }),
        status: 400,
        says: /body \/ExportIds\/2 must be a uuid, but is "abc"/
      },
      'no ids': {
        body: JSON.stringify({ ...MEWS_BODY, ExportIds: [] }),
        status: 400,
        says: /body \/ExportIds must have at least 1 item, but has 0/
      },
      '1,000 ids': { body: JSON.stringify({ ...MEWS_BODY, ExportIds: Array(1_000).fill(UUID) }), status: 200 },
      '1,001 ids': {
        body: JSON.stringify({ ...MEWS_BODY, ExportIds: Array(1_001).fill(UUID) }),
        status: 400,
        says: /body \/ExportIds must have at most 1000 items, but has 1001/
      },
      '1,000 wrong ids': {
        body: JSON.stringify({ ...MEWS_BODY, ExportIds: Array(1_000).fill('abc') }),
        status: 400,
        says: /900 more violations/
      },
      'a number that is too large': {
        body: `{"Limit":1e999,${JSON.stringify(MEWS_BODY).slice(1)}`,
        status: 400,
        says: /body \/Limit .*1e999/
      },
      'a credential in the wrong place': {
        body: JSON.stringify({ ...MEWS_BODY, AccessToken: { secret: 'do-not-show' } }),
        status: 400,
        says: /body \/AccessToken must be a string, but is "\*\*\*"/
      }
    }
  },
  'mews.addExport': {
    url: ADD,
    headers: JSON_TYPE,
    look: { method: 'POST', url: GET_ALL, body: JSON.stringify(MEWS_BODY) },
    inputs: {
      'an unknown value': {
        body: JSON.stringify({ ...CREDENTIALS, EntityType: 'Orderitem' }),
        status: 400,
        says: /body \/EntityType must be one of "OrderItem", .*but is "Orderitem"/
      },
      'a missing member': { body: JSON.stringify(CREDENTIALS), status: 400, says: /body \/EntityType is required/ },
      'a repeated member of another case': {
        body: JSON.stringify({ ...CREDENTIALS, entitytype: 'OrderItem' }),
        status: 400,
        says: /body \/EntityType is required/
      }
    }
  },
  'vcf.startExport': {
    url: VCF_PATH,
    headers: AUTHORIZATION,
    prepare: standin => startExport(standin),
    look: { method: 'GET', url: VCF_PATH },
    inputs: {
      'a non-uuid': { url: VCF_PATH.replace(RUN, '17'), status: 400, says: /path \/runId must be a uuid, but is "17"/ },
      'a uuid with more after it': {
        url: VCF_PATH.replace(RUN, `${RUN}0`),
        status: 400,
        says: /path \/runId must be a uuid/
      },
      'broken percent-encoding': {
        url: VCF_PATH.replace(RUN, '%zz'),
        status: 400,
        says: /path \/runId must be percent-encoded UTF-8/
      },
      'percent-encoding that is not UTF-8': {
        url: VCF_PATH.replace(RUN, '%ff'),
        status: 400,
        says: /path \/runId must be percent-encoded UTF-8/
      },
      'an encoded slash': {
        url: VCF_PATH.replace(RUN, `${RUN}%2F..`),
        status: 400,
        says: /path \/runId must be a uuid/
      },
      'a long id': {
        url: VCF_PATH.replace(RUN, '1'.repeat(1_900)),
        status: 400,
        says: /path \/runId must be a uuid, but is "1{50,70}…/
      },
      'a very long id': {
        url: VCF_PATH.replace(RUN, '1'.repeat(5_000)),
        status: 400,
        says: /path \/runId must be a uuid, but is "1{50,70}…/
      },
      'a 2 MiB body': { body: 'x'.repeat(2 ** 21), headers: JSON_TYPE, status: 413, says: /too large/ }
    }
  },
  'webadmit.runExport': {
    url: RUN_PATH,
    headers: { ...JSON_TYPE, ...KEY },
    prepare: standin => runExport(standin),
    look: { method: 'GET', url: LIST_PATH },
    inputs: {
      ...unreadableBodies({ callback: 'http://127.0.0.1/' }, {
        unsupported: 415,
        malformed: /body is not JSON: at line 1/,
        mayBeEmpty: true
      }),
      'a wrong type': { body: '{"callback":17}', status: 400, says: /body \/callback must be a string, but is 17/ },
      'no URI': { body: '{"callback":"abc"}', status: 400, says: /body \/callback must be a URI, but is "abc"/ },
      'a word for an id': {
        url: RUN_PATH.replace('56791', 'abc'),
        body: '{}',
        status: 400,
        says: /path \/export_id must be an integer, but is "abc"/
      },
      'a negative id': {
        url: RUN_PATH.replace('56791', '-1'),
        body: '{}',
        status: 400,
        says: /path \/export_id must be at least 0, but is -1/
      },
      'a fraction for an id': {
        url: RUN_PATH.replace('37442', '1.5'),
        body: '{}',
        status: 400,
        says: /path \/user_identity_id must be an integer/
      },
      'a hexadecimal id': {
        url: RUN_PATH.replace('37442', '0x1'),
        body: '{}',
        status: 400,
        says: /path \/user_identity_id must be an integer/
      },
      'an id past 2^53': {
        url: RUN_PATH.replace('56791', PAST_SAFE),
        body: '{}',
        status: 400,
        says: new RegExp(`path /export_id must be .*${PAST_SAFE}`)
      },
      'both ids wrong': {
        url: RUN_PATH.replace('56791', 'a').replace('37442', 'b'),
        body: '{}',
        status: 400,
        says: /path \/user_identity_id .*path \/export_id/
      },
      'broken percent-encoding in the path': {
        url: RUN_PATH.replace('56791', '5%6'),
        body: '{}',
        status: 400,
        says: /path \/export_id must be/
      },
      'broken percent-encoding in the query': {
        url: `${RUN_PATH}?callback=http://%zz`,
        body: '{}',
        status: 400,
        says: /query \/callback must be percent-encoded UTF-8/
      },
      'a parameter given twice': {
        url: `${RUN_PATH}?callback=http://a/&callback=http://b/`,
        body: '{}',
        status: 400,
        says: /query \/callback must be given once/
      }
    }
  }
}

for (const [operation, { url, headers, inputs, prepare, look }] of Object.entries(TARGETS)) {
  t.test(`${operation} refuses bad input, says where it is, and answers as before`, async t => {
    const standin = await freshWorld(t)
    await prepare?.(standin)
    const base = await listen(standin)
    const exchange = async (target: string, init: RequestInit) => {
      const response = await fetch(base + target, init)
      t.equal(response.headers.get('x-standin-violation'), null)
      return { status: response.status, text: await response.text() }
    }
    const lookAround = () => exchange(look.url, {
      method: look.method,
      headers,
      ...look.body !== undefined && { body: look.body }
    })
    const before = await lookAround()

    for (const [name, input] of Object.entries(inputs)) {
      const { status, text } = await exchange(input.url ?? url, {
        method: 'POST',
        headers: { ...headers, ...input.headers },
        ...input.body !== undefined && { body: input.body }
      })
      const { request: { violations } } = (await standin.admin('GET', '/requests?limit=1')).json().requests[0]
      const said = [
        text.replaceAll('\\"', '"'),
        ...violations.map(({ message }: { message: string }) => message)
      ].join('\n')

      t.equal(status, input.status, `${name}: ${status}`)
      t.match(said, input.says ?? /./, `${name} is named`)
      t.notMatch(said, 'do-not-show')
      t.same(await lookAround(), before, `${name} changes nothing`)
      t.comment(`${name}: ${status} ${text.slice(0, 300)}`)
    }
    t.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted'), undefined)
  })
}

t.test('a world with odd characters in its name is refused, and the others answer as before', async t => {
  const { app } = await startStandin(t)
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(base + path, { headers: { ...KEY, ...headers } })
    return { status: response.status, text: await response.text() }
  }
  const before = await ask(LIST_PATH)

  for (const name of ['../../etc', 'ä', '~', 'a/b', "'; drop table", '{}', '__proto__', '-', 'a'.repeat(65)]) {
    const answer = await ask(LIST_PATH, { 'x-standin-world': name })
    t.equal(answer.status, 400, name)
    t.match(JSON.parse(answer.text), { code: 'STANDIN_INVALID_WORLD_NAME', detail: JSON.stringify(name).slice(0, 60) })
    t.comment(`X-Standin-World: ${name}: ${answer.status} ${answer.text}`)
  }
  for (const prefix of ['/~', '/~~', '/~%2e%2e', '/~%zz', '/~a%00', '/~__proto__']) {
    const answer = await ask(prefix + LIST_PATH)
    t.equal(answer.status, 400, prefix)
    t.match(JSON.parse(answer.text), { code: 'STANDIN_INVALID_WORLD_NAME' })
  }
  t.same(await ask(LIST_PATH), before)
})

/** Creates bodies that cannot be parsed, for any contract. */
function unreadableBodies (valid: object, { malformed, mayBeEmpty = false, unsupported }: {
  malformed: RegExp
  mayBeEmpty?: boolean
  unsupported: number
}): Record<string, Input> {
  const text = JSON.stringify(valid)
  const rest = text.slice(1)
  return {
    'malformed JSON': { body: text.slice(0, -1), status: 400, says: malformed },
    'JSON with more after it': { body: `${text} ${text}`, status: 400, says: /line 1, column \d+/ },
    'JSON with a comment': { body: `/* */${text}`, status: 400, says: /line 1, column 1/ },
    ...!mayBeEmpty && { 'an empty body': { body: '', status: 400, says: /body is required, but is missing/ } },
    'an empty text for JSON': { body: ' ', status: 400, says: malformed },
    'a wrong content type': {
      body: text,
      headers: { 'content-type': 'text/plain' },
      status: unsupported,
      says: /header \/content-type must be application\/json, but is "text\/plain/
    },
    'a form': {
      body: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      status: unsupported,
      says: /header \/content-type must be application\/json/
    },
    'a content type that is none': {
      body: text,
      headers: { 'content-type': 'nonsense' },
      status: unsupported,
      says: /header \/content-type must be application\/json/
    },
    'a number for an object': { body: '17', status: 400, says: /body must be an object, but is 17/ },
    'a 2 MiB body': {
      body: JSON.stringify({ ...valid, more: 'x'.repeat(2 ** 21) }),
      status: 413,
      says: /[Tt]oo [Ll]arge/
    },
    'JSON 10,000 levels deep': {
      body: `{"more":${NESTED},${rest}`,
      status: 400,
      says: /body must be nested at most 200 levels deep/
    },
    'a __proto__ member twice': {
      body: `{"__proto__":{"polluted":true},"\\u005f_proto__":{"polluted":true},${rest}`,
      status: 400,
      says: /body \/__proto__ must appear once, but appears again/
    },
    'a member given twice': {
      body: `{"more":1,"more":2,${rest}`,
      status: 400,
      says: /body \/more must appear once, but appears again at line 1, column/
    },
    'invalid UTF-8': {
      body: new Uint8Array(Buffer.concat([
        Buffer.from('{"more":"'),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(`",${rest}`)
      ])),
      status: 400,
      says: /body must be UTF-8, but byte 10 /
    },
    'a byte order mark': { body: `\uFEFF${text}`, status: 400, says: /byte order mark/ }
  }
}
