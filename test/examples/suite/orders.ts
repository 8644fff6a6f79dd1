// A small suite as users write it: the server runs elsewhere, and each test names itself in its requests.
import t from 'tap'

const url = process.env.SHOP_URL ?? ''

const ask = async (test: string, method: string, path: string, body?: object) => {
  const headers = { 'content-type': 'application/json', 'x-standin-test': test, 'x-standin-world': 'suite' }
  return await fetch(`${url}${path}`, { method, headers, ...body !== undefined && { body: JSON.stringify(body) } })
}

t.test('an order is made and read', async t => {
  const made = await ask(t.name, 'POST', '/orders', { item: 'Desk', quantity: 1 })
  t.equal(made.status, 201)
  const { id } = await made.json() as { readonly id: number }
  t.equal((await ask(t.name, 'GET', `/orders/${id}`)).status, 200)
})

t.test('an order that is not there is not found', async t => {
  t.equal((await ask(t.name, 'GET', '/orders/99')).status, 404)
})
