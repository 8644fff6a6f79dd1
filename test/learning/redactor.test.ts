import t from 'tap'
import { LearningRedactor } from '../../src/learning/redactor.ts'

const CASES: ReadonlyArray<readonly [value: unknown, expected: unknown]> = [
  [{ AccessToken: 'abc-123' }, { AccessToken: 'xxx-000' }],
  [{ email: 'ann@corp.test', copy: 'ann@corp.test' }, { email: 'user1@example.com', copy: 'user1@example.com' }],
  [{ firstName: 'Ann', last_name: 'Lee' }, { firstName: 'Name 1', last_name: 'Name 2' }],
  [{ name: 'Blue lamp', fileName: 'a.csv' }, { name: 'Blue lamp', fileName: 'a.csv' }],
  [{ phoneNumber: '+49 30 1234567' }, { phoneNumber: '+00 00 0000000' }],
  [{ note: 'Call +49 30 1234567 or ann@corp.test' }, { note: 'Call +00 00 0000000 or user1@example.com' }],
  [{ postalCode: 'SW1A 1AA', city: 'London' }, { postalCode: 'XX0X 0XX', city: 'Xxxxxx' }],
  [{ iban: 'DE89370400440532013000' }, { iban: 'XX00000000000000000000' }],
  [{ id: '3fa85f64-5717-4562-b3fd-2c963f66afa6' }, { id: '3fa85f64-5717-4562-b3fd-2c963f66afa6' }],
  [{ total: 12, at: '2026-01-01T00:00:00Z' }, { total: 12, at: '2026-01-01T00:00:00Z' }],
  [{ pin: 4711 }, { pin: 1111 }]
]

for (const [value, expected] of CASES) {
  t.test(`${JSON.stringify(value)} is written as ${JSON.stringify(expected)}`, async t => {
    t.same(new LearningRedactor().value(value), expected)
  })
}

t.test('secrets of requests are replaced where texts repeat them', async t => {
  const redactor = new LearningRedactor()
  redactor.note({ headers: { authorization: 'Bearer tok-4711-xyz' }, body: { ApiKey: 'key-0815' } })

  t.same(redactor.value({ message: 'tok-4711-xyz and key-0815 are not known' }), {
    message: 'xxx-0000-xxx and xxx-0000 are not known'
  })
})

t.test('what is kept stays, and is not counted', async t => {
  const redactor = new LearningRedactor(['City'])

  t.same(redactor.value({ city: 'London', street: 'Mall 1' }), { city: 'London', street: 'Xxxx 0' })
  t.same(redactor.replaced(), [{ what: 'street', kind: 'address', count: 1 }])
})
