import t from 'tap'
import type { ApiRequest } from '../../src/messages/message.ts'
import { arrangeValue } from '../../src/responses/arrange-value.ts'
import { seededGeneratorOf } from '../../src/responses/generate-value.ts'
import { stopwatch } from '../../src/worlds/clock.ts'
import { named, operationsOf, order, requestTo } from './orders.ts'
import { schemaOf } from './generated.ts'

const NOW = Date.parse('2026-03-04T00:00:00Z')

interface Given {
  readonly path?: string
  readonly status?: number
  readonly request?: Partial<ApiRequest>
  readonly fits?: (value: unknown) => boolean
}

/** Arranges a value as the body of a response to a request. */
function arranged (value: unknown, given: Given = {}): unknown {
  const { fits = () => true, path = '/things', request, status = 200 } = given
  const operation = { ...order('getOrder'), path }
  const reply = { status, request: requestTo(operation, request) }
  return arrangeValue(value, { draw: { seed: 'a', from: 'chance', now: NOW, reply }, fixed: new Set(), fits })
}

type Rule = readonly [title: string, given: unknown, expected: unknown, by?: Given]

function testRules (rules: readonly Rule[]): void {
  for (const [title, given, expected, by] of rules) {
    t.test(title, async t => {
      const before = JSON.stringify(given)
      t.same(arranged(given, by), expected)
      t.equal(JSON.stringify(given), before, 'what is given does not change: it may be an example')
    })
  }
}

const ADDED: Given = {
  request: { method: 'POST', body: { name: 'Rex', address: { city: 'Rome' }, legs: [{ n: 4 }] } }
}

testRules([
  ['the id that a path ends with is the id', { id: 1, a: 2 }, { id: 7, a: 2 },
    { path: '/pets/{petId}', request: { path: { petId: 7 } } }],
  ['the id of a path is a member of its name', { pet_id: 1, id: 2 }, { pet_id: 7, id: 2 },
    { path: '/pets/{petId}', request: { path: { petId: 7 } } }],
  ['an id within an envelope is that of the path', { data: { id: 1 } }, { data: { id: 7 } },
    { path: '/pets/{id}', request: { path: { id: 7 } } }],
  ['a name in a path is the name', { username: 'x' }, { username: 'ada' },
    { path: '/users/{username}', request: { path: { username: 'ada' } } }],
  ['the id of another thing stays', { id: 1 }, { id: 1 },
    { path: '/pets/{petId}/owner', request: { path: { petId: 7 } } }],
  ['items of a list belong to what the path names', [{ id: 1, ownerId: 2 }, { id: 3, ownerId: 4 }],
    [{ id: 1, ownerId: 9 }, { id: 3, ownerId: 9 }],
    { path: '/owners/{ownerId}/pets', request: { path: { ownerId: 9 } } }],
  ['an id is a text where only texts fit', { id: 'a' }, { id: '7' }, {
    path: '/pets/{id}',
    request: { path: { id: 7 } },
    fits: value => typeof (value as { id: unknown }).id === 'string'
  }],
  ['an id that does not fit stays as it was', { id: 'a' }, { id: 'a' }, {
    path: '/pets/{id}',
    request: { path: { id: 7 } },
    fits: value => (value as { id: unknown }).id === 'a'
  }],
  ['members of a posted body are echoed, and filled',
    { id: 1, name: 'x', address: { city: 'y', zip: 'z' }, legs: [{ n: 1, id: 5 }] },
    { id: 1, name: 'Rex', address: { city: 'Rome', zip: 'z' }, legs: [{ n: 4, id: 5 }] }, ADDED],
  ['members of a posted body are echoed within an envelope',
    { data: { id: 1, name: 'x' } }, { data: { id: 1, name: 'Rex' } }, ADDED],
  ['members within the envelope of a posted body are echoed',
    { pet: { id: 1, name: 'x' } }, { pet: { id: 1, name: 'Rex' } },
    { request: { method: 'PUT', body: { pet: { name: 'Rex' } } } }],
  ['a body is not echoed by an error', { name: 'x' }, { name: 'x' }, { ...ADDED, status: 409 }],
  ['a body of a search is not echoed by its method', { name: 'x' }, { name: 'x' },
    { request: { method: 'GET', body: { name: 'Rex' } } }]
])

const PARCELS = [
  { status: 'shut', customerId: 1 },
  { status: 'open', customerId: 2 },
  { status: 'lost', customerId: 3 }
]

/** Returns parcels with other members. */
function parcelsWith (...changes: object[]): object[] {
  return PARCELS.map((parcel, index) => ({ ...parcel, ...changes[index % changes.length] }))
}

testRules([
  ['items are those that a filter asks for', PARCELS, parcelsWith({ status: 'open' }), asking({ status: 'open' })],
  ['items of a page are those that a filter asks for', { data: PARCELS, total: 9 },
    { data: parcelsWith({ status: 'open', customerId: 5 }), total: 3 }, asking({ status: 'open', customer_id: 5 })],
  ['a deep object filters too', PARCELS, parcelsWith({ status: 'open' }), asking({ filter: { status: 'open' } })],
  ['items have the values of a filter in turn', PARCELS,
    parcelsWith({ status: 'open' }, { status: 'lost' }), asking({ status: ['open', 'lost'] })],
  ['a response that is no list is of what the query names', { city: 'Rome', degrees: 9 }, { city: 'Ulm', degrees: 9 },
    asking({ city: 'Ulm' })],
  ['what is no member filters nothing', PARCELS, PARCELS, asking({ q: 'open', sort: '-status', town: 'Ulm' })],
  ['a number of a page is no filter', [{ page: 7, a: 1 }], [{ page: 7, a: 1 }], asking({ page: 2 })],
  ['an error is not filtered', { status: 400 }, { status: 400 }, { ...asking({ status: 'open' }), status: 400 }],
  ['a filter that does not fit leaves the items, and another still holds', PARCELS, parcelsWith({ customerId: 5 }), {
    ...asking({ status: 'odd', customerId: 5 }),
    fits: value => !JSON.stringify(value).includes('odd')
  }],
  ['a filter of numbers may ask for texts', [{ code: 'a' }], [{ code: '7' }], {
    ...asking({ code: 7 }),
    fits: value => typeof (value as Array<{ code: unknown }>)[0]?.code === 'string'
  }],
  ['each item has an id of its own', [{ id: 4 }, { id: 4 }, { id: 5 }], [{ id: 4 }, { id: 5 }, { id: 6 }]]
])

const LIST = [{ a: 1 }, { a: 2 }, { a: 3 }]

function asking (query: Record<string, unknown>): Given {
  return { request: { query } }
}

testRules([
  ['a total is at least the length', { items: LIST, totalCount: 1 }, { items: LIST, totalCount: 3 }],
  ['a count is the length', { data: LIST, count: 90 }, { data: LIST, count: 3 }],
  ['a count that names its list is the length', { pets: LIST, petCount: 90, flag: true },
    { pets: LIST, petCount: 3, flag: true }],
  ['a total that names its list is at least the length', { pets: LIST, total_pets: 1 }, { pets: LIST, total_pets: 3 }],
  ['the total of an order is a sum', { items: LIST, total: 90 }, { items: LIST, total: 90 }],
  ['a page and its limit are those of the query', { data: LIST, page: 1, per_page: 9, total: 5 },
    { data: LIST.slice(0, 2), page: 2, per_page: 2, total: 4 }, asking({ page: 2, perPage: 2 })],
  ['an offset and its limit are those of the query', { results: LIST, offset: 1, limit: 9, total: 5 },
    { results: LIST, offset: 40, limit: 20, total: 43 }, asking({ offset: 40, limit: 20 })],
  ['a deep object asks for a page', { data: LIST, meta: { currentPage: 9, totalPages: 1 } },
    { data: LIST.slice(0, 1), meta: { currentPage: 3, totalPages: 3 } }, asking({ page: { number: 3, size: 1 } })],
  ['a list alone is as long as the query asks', LIST, LIST.slice(0, 2), asking({ limit: 2 })],
  ['a list may be asked to be empty', { data: LIST, total: 8 }, { data: [], total: 0 }, asking({ limit: 0 })],
  ['nothing follows the last page', { data: LIST, hasMore: true, next_cursor: 'a', isLast: false },
    { data: LIST, hasMore: false, isLast: true }],
  ['nothing precedes the first page', { data: LIST, links: { prev: 'a', next: 'b', self: 'c' }, hasPrevious: true },
    { data: LIST, links: { self: 'c' }, hasPrevious: false }],
  ['what must not be absent is null', { data: LIST, nextCursor: 'a' }, { data: LIST, nextCursor: null },
    { fits: value => 'nextCursor' in (value as object) }],
  ['pages within an envelope agree', { result: { data: LIST, totalItems: 1 } },
    { result: { data: LIST, totalItems: 3 } }],
  ['pages of a book are no pages of a list', { authors: LIST, pages: 300 }, { authors: LIST, pages: 300 }]
])

const PAGED = operationsOf(`
openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - { name: page, in: query, schema: { $ref: '#/components/schemas/Page' } }
        - { name: per_page, in: query, schema: { type: integer, default: 10 } }
        - { name: X-Limit, in: header, schema: { type: integer, default: 4 } }
      responses: { '200': { description: ok } }
components: { schemas: { Page: { type: integer, default: 0 } } }
`)

for (const [query, expected] of [
  [{}, { page: 0, per_page: 10, total: 3 }],
  [{ per_page: 2 }, { page: 0, per_page: 2, total: 2 }],
  [{ page: 2 }, { page: 2, per_page: 10, total: 23 }]
] as const) {
  t.test(`the defaults of parameters are the page that is asked for beside ${JSON.stringify(query)}`, async t => {
    const value = { data: LIST, page: 9, per_page: 9, total: 1 }
    const reply = { status: 200, request: requestTo(named(PAGED, 'listThings'), { query }) }
    const draw = { seed: 'a', from: 'chance', now: NOW, reply } as const
    t.match(arrangeValue(value, { draw, fixed: new Set(), fits: () => true }), expected)
  })
}

testRules([
  ['no error stands beside a success', { id: 1, error: 'x', errors: ['y'], errorMessage: 'z' }, { id: 1 }],
  ['an error that must be there is null', { error: 'x' }, { error: null },
    { fits: value => 'error' in (value as object) }],
  ['an error that must be a text is empty', { error: 'x' }, { error: '' },
    { fits: value => typeof (value as { error: unknown }).error === 'string' }],
  ['a success says so', { success: false, ok: false, failed: true, status: 'error' },
    { success: true, ok: true, failed: false, status: 'success' }],
  ['a word with an error in it is another word', { errorRate: 1, terror: 'x' }, { errorRate: 1, terror: 'x' }],
  ['an error tells its status', { status: 1, success: true }, { status: 404, success: false }, { status: 404 }]
])

testRules([
  ['the texts of an error name its status', { error: 'a', message: 'b', error_description: 'c', id: 'd' },
    { error: 'Not Found', message: 'Not Found', error_description: 'Not Found', id: 'd' }, { status: 404 }],
  ['the codes of an error do too', { code: 'A1', errorCode: 7, type: 'x' },
    { code: 'bad_gateway', errorCode: 502, type: 'bad_gateway' }, { status: 502 }],
  ['a problem has no type of its own', { type: 'https://example.com/x', title: 'x', detail: 'y' },
    { type: 'about:blank', title: 'Conflict', detail: 'Conflict' }, { status: 409 }],
  ['errors within an error name it', { error: { errors: [{ message: 'x', field: 'y' }] } },
    { error: { errors: [{ message: 'Gone', field: 'y' }] } }, { status: 410 }],
  ['a status without a name is an error', { message: 'x', code: 'y' }, { message: 'Error', code: 'error' },
    { status: 499 }],
  ['a code that fits no other way stays', { code: 'A1', message: 'x' }, { code: 'A1', message: 'Not Found' }, {
    status: 404,
    fits: value => /^[A-Z]\d$/.test((value as { code: string }).code)
  }],
  ['the texts of a success stay', { message: 'x', code: 'y' }, { message: 'x', code: 'y' }],
  ['deep texts of an error stay', { a: { b: { c: { d: { e: { message: 'x' } } } } } },
    { a: { b: { c: { d: { e: { message: 'x' } } } } } }, { status: 404 }]
])

t.test('the examples of an error stay', async t => {
  const example = { message: 'No such pet' }
  const value = { error: example, message: 'x', detail: 'Look elsewhere' }
  const reply = { status: 404, request: requestTo(order('getOrder')) }
  const fixed = new Set<unknown>([example, value.detail])
  const draw = { seed: 'a', from: 'chance', now: NOW, reply } as const
  t.same(arrangeValue(value, { draw, fixed, fits: () => true }), { ...value, message: 'Not Found' })
})

testRules([
  ['full name, user name and address follow from first and last name',
    { firstName: 'Zoë', lastName: 'O’Weiß', displayName: 'x', username: 'y', email: 'z@example.org' },
    {
      firstName: 'Zoë',
      lastName: 'O’Weiß',
      displayName: 'Zoë O’Weiß',
      username: 'zoe.oweiss',
      email: 'zoe.oweiss@example.org'
    }],
  ['an address follows from a name without its titles', { name: 'Dr. Ann Lee III', email: 'z@example.com' },
    { name: 'Dr. Ann Lee III', email: 'ann.lee@example.com' }],
  ['an address follows from the name of the same beginning',
    { guest_name: 'Ann Lee', guest_email: 'z@example.com', host: 'Bob Ray', hostEmail: 'y@example.com' },
    { guest_name: 'Ann Lee', guest_email: 'ann.lee@example.com', host: 'Bob Ray', hostEmail: 'bob.ray@example.com' }],
  ['an address follows from a name that was posted', { name: 'x', email: 'z@example.com' },
    { name: 'Rex', email: 'rex@example.com' }, ADDED],
  ['an address that was posted stays', { name: 'Ann Lee', email: 'x@example.com' },
    { name: 'Ann Lee', email: 'me@example.com' },
    { request: { method: 'POST', body: { email: 'me@example.com' } } }],
  ['a name without Latin letters leaves the address', { name: '金井 葵', email: 'z@example.com' },
    { name: '金井 葵', email: 'z@example.com' }],
  ['a date is no user name', { lastFullName: 'Ann Lee', lastLogin: '2001-13-01' },
    { lastFullName: 'Ann Lee', lastLogin: '2001-13-01' }],
  ['slugs, links and images have the name of their thing', {
    title: 'Café Crème',
    slug: 'x',
    url: 'https://example.com/a-b',
    photo: 'https://example.com/images/a.png',
    images: ['https://example.com/images/a.png', 'https://example.com/images/b.png'],
    termsUrl: 'https://example.com/terms',
    website: 'https://standin.test/'
  }, {
    title: 'Café Crème',
    slug: 'cafe-creme',
    url: 'https://example.com/cafe-creme',
    photo: 'https://example.com/images/cafe-creme.png',
    images: ['https://example.com/images/cafe-creme-1.png', 'https://example.com/images/cafe-creme-2.png'],
    termsUrl: 'https://example.com/terms',
    website: 'https://standin.test/'
  }],
  ['an address lies in one country', { city: 'Ulm', country: 'Togo', countryCode: 'FO' },
    { city: 'Ulm', country: 'United States', countryCode: 'US' }],
  ['a country that is written as a code stays one', { city: 'Ulm', country: 'TG' }, { city: 'Ulm', country: 'US' }],
  ['a country has its code', { country: 'Togo', countryCode: 'FR' }, { country: 'France', countryCode: 'FR' }],
  ['a country alone may be any', { country: 'Togo' }, { country: 'Togo' }],
  ['amounts of a thing are in one currency', [{ currency: 'EUR', fee: { currencyCode: 'USD' } }, { currency: 'GBP' }],
    [{ currency: 'EUR', fee: { currencyCode: 'EUR' } }, { currency: 'GBP' }]],
  ['lines and totals add up', {
    lines: [{ quantity: 2, unitPrice: 1.1, lineTotal: 9 }, { quantity: 3, unitPrice: 10, lineTotal: 9 }],
    subtotal: 1,
    taxRate: 10,
    tax: 1,
    shipping: 4,
    discount: 2,
    total: 1
  }, {
    lines: [{ quantity: 2, unitPrice: 1.1, lineTotal: 2.2 }, { quantity: 3, unitPrice: 10, lineTotal: 30 }],
    subtotal: 32.2,
    taxRate: 10,
    tax: 3.22,
    shipping: 4,
    discount: 2,
    total: 37.42
  }],
  ['a total is a sum without totals of lines, in texts too', { items: [{ qty: 2, price: '1.50' }], total: '9.00' },
    { items: [{ qty: 2, price: '1.50' }], total: '3.00' }],
  ['a discount is less than what it is taken from', { items: [{ quantity: 1, price: 10 }], discount: 90, total: 1 },
    { items: [{ quantity: 1, price: 10 }], discount: 1, total: 9 }],
  ['a total that must be whole is rounded', { items: [{ quantity: 3, price: 1.5 }], total: 7 },
    { items: [{ quantity: 3, price: 1.5 }], total: 5 },
    { fits: value => Number.isInteger((value as { total: number }).total) }],
  ['lines without a price have no total', { items: [{ quantity: 3 }], total: 7 },
    { items: [{ quantity: 3 }], total: 7 }],
  ['the least is below the most', { min: 9, avg: 1, max: 5, latencyP99: 1, latencyP50: 2, used: 8, total: 3 },
    { min: 1, avg: 5, max: 9, latencyP99: 2, latencyP50: 1, used: 3, total: 8 }],
  ['guests are adults and children', { guests: 9, adults: 2, children: 1 }, { guests: 3, adults: 2, children: 1 }]
])

t.test('trips, meetings and stays are short, and members say how long', async t => {
  // Casts: all have the members that are given.
  const flight = arranged({ arrivalTime: OLD, departureTime: OLD, durationMinutes: 1 }) as Record<string, string>
  const minutes = (Date.parse(flight.arrivalTime ?? '') - Date.parse(flight.departureTime ?? '')) / 60_000
  t.equal(Number(flight.durationMinutes), minutes)
  t.ok(minutes >= 60 && minutes <= 660, JSON.stringify(flight))

  const meeting = arranged({ start: OLD, end: OLD }) as Record<string, string>
  const length = Date.parse(meeting.end ?? '') - Date.parse(meeting.start ?? '')
  t.ok(length >= 30 * 60_000 && length <= 180 * 60_000, JSON.stringify(meeting))

  const day = '2001-01-01'
  const stay = arranged({ checkIn: day, checkOut: day, nights: 90, pricePerNight: 10.5, totalPrice: 1 }) as
    Record<string, string>
  const nights = (Date.parse(stay.checkOut ?? '') - Date.parse(stay.checkIn ?? '')) / 86_400_000
  t.same([Number(stay.nights), Number(stay.totalPrice)], [nights, nights * 10.5])
  t.ok(nights >= 1 && nights <= 10, JSON.stringify(stay))
})

t.test('coordinates lie in the country of their address', async t => {
  // A cast: it has the members that are given.
  const place = arranged({ city: 'Ulm', lat: -80, lon: 170 }) as { lat: number, lon: number }
  t.ok(place.lat > 30 && place.lat < 50 && place.lon > -120 && place.lon < -75, JSON.stringify(place))
})

const OLD = '2001-01-01T00:00:00Z'

/** Names in the order in which their dates should be; `now` is among them. */
const ORDERS: readonly string[][] = [
  ['createdAt', 'updatedAt', 'now', 'expiresAt'],
  ['created_at', 'started_at', 'finished_at', 'last_modified', 'now', 'valid_until'],
  ['CreatedUtc', 'UpdatedUtc', 'now', 'ExpiryUtc'],
  ['birthDate', 'registered', 'lastLogin', 'now', 'nextLogin'],
  ['startDate', 'now', 'endDate'],
  ['orderDate', 'paidOn', 'now', 'dueDate'],
  ['from', 'now', 'to'],
  ['date', 'now']
]

for (const names of ORDERS) {
  for (const like of [OLD, '2001-01-01', '2001-01-01T00:00:00.123Z']) {
    t.test(`${names.join(' ≤ ')}, written as ${like}`, async t => {
      // The members come in another order.
      const given = Object.fromEntries(names.filter(name => name !== 'now').reverse().map(name => [name, like]))
      // A cast: all members are texts.
      const dates = arranged({ things: [given] }) as { things: Array<Record<string, string>> }
      const [thing = {}] = dates.things
      const instants = names.map(name => name === 'now' ? NOW : Date.parse(thing[name] ?? ''))
      t.same(instants, instants.toSorted((a, b) => a - b), JSON.stringify(thing))
      t.ok(Object.values(thing).every(text => text.length === like.length))
    })
  }
}

t.test('numbers that are instants are in order, and others stay', async t => {
  // A cast: all members are numbers.
  const given = arranged({ created: 1, updated_at: 2, expires: 3, update_count: 4, time: 5 }) as Record<string, number>
  const { created = 0, expires = 0, time, update_count: count, updated_at: updated = 0 } = given
  t.ok(created <= updated && updated * 1000 <= NOW && NOW < expires * 1000, JSON.stringify(given))
  t.same([count, time], [4, 5])
})

t.test('a body of many members and items is compared up to a number of them', async t => {
  const many = Array.from({ length: 50_000 }, (_item, index) => [`n${index}`, index] as const)
  const part = Object.fromEntries(many)
  const body = { name: 'Rex', list: many.map(([name]) => ({ name })), part, ...part }
  const given = { name: 'x', list: [{ name: 'y', id: 1 }], part: { n1: 0 }, n1: 0, n40000: 0 }
  const before = stopwatch()
  // A cast: it has the members that are given.
  const echoed = arranged(given, { request: { method: 'POST', body } }) as typeof given
  t.ok(stopwatch() - before < 2_000)
  t.same([echoed.name, echoed.n1, echoed.n40000, echoed.part.n1], ['Rex', 1, 0, 1])
})

t.test('dates are arranged around those that the request gives', async t => {
  const body = { start: '2031-01-01T00:00:00Z' }
  // A cast: all members are texts.
  const given = arranged({ start: OLD, end: OLD }, { request: { method: 'POST', body } }) as Record<string, string>
  t.equal(given.start, body.start)
  t.ok(Date.parse(given.end ?? '') > Date.parse(body.start), given.end)
})

t.test('examples of a schema stay, and other dates are arranged around them', async t => {
  const schema = schemaOf({
    type: 'object',
    required: ['created', 'updated'],
    properties: {
      created: { type: 'string', format: 'date-time', example: OLD },
      updated: { type: 'string', format: 'date-time' }
    }
  })
  const { value } = seededGeneratorOf(schema, 'response')({ seed: '1', from: 'examples', now: NOW })
  // A cast: the schema says so.
  const { created, updated } = value as { created: string, updated: string }
  t.equal(created, OLD)
  t.ok(Date.parse(updated) >= Date.parse(OLD) && Date.parse(updated) <= NOW, updated)
})

t.test('what the schema does not allow is not arranged, and the rest is', async t => {
  const schema = schemaOf({
    type: 'object',
    required: ['createdAt', 'error', 'count', 'data', 'total'],
    properties: {
      createdAt: { const: OLD },
      error: { const: 'none' },
      count: { type: 'integer', minimum: 100 },
      data: { type: 'array', items: { type: 'object' }, minItems: 2 },
      total: { type: 'integer', maximum: 10 }
    }
  })
  const reply = { status: 200, request: requestTo(order('getOrder')) }
  const { fits, value } = seededGeneratorOf(schema, 'response')({ seed: '1', from: 'examples', now: NOW, reply })
  // A cast: the schema says so.
  const { count, data, total, ...rest } = value as { count: number, data: unknown[], total: number }
  t.ok(fits)
  t.same(rest, { createdAt: OLD, error: 'none' })
  t.ok(count >= 100)
  t.equal(total, data.length)
})

t.test('a list has as many items as the query asks for, and they have all members', async t => {
  const items = {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      name: { type: 'string' },
      tags: { type: 'array', items: { type: 'string' } }
    }
  }
  const list = { type: 'array', items }
  const bounded = { type: 'array', maxItems: 4, items }
  const page = { type: 'object', required: ['data'], properties: { data: list, total: { type: 'integer' } } }
  const listFor = (schema: object, query: Record<string, unknown>): unknown[] => {
    const reply = { status: 200, request: requestTo({ ...order('getOrder'), path: '/things' }, { query }) }
    const { value } = seededGeneratorOf(schemaOf(schema), 'response')({ seed: 'a', from: 'chance', now: NOW, reply })
    // A cast: a page is generated from the schema of one.
    return Array.isArray(value) ? value : (value as { data: unknown[] }).data
  }
  t.equal(listFor(list, { limit: 12 }).length, 12)
  t.equal(listFor(page, { page: { size: 7 } }).length, 7)
  t.equal(listFor(bounded, { limit: 12 }).length, 4, 'the schema allows no more')
  t.equal(listFor(list, { limit: 5000 }).length, 100, 'no more than are worth their time')
  const many = listFor(page, { per_page: 50 }) as Array<{ id: number, tags: string[] }>
  t.same(new Set(many.map(item => Object.keys(item).length)), new Set([3]))
  t.equal(new Set(many.map(({ id }) => id)).size, 50)
  t.ok(many.every(({ tags }) => tags.length <= 3), 'lists within are as long as usual')
})
