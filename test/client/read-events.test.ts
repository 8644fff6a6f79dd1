import t from 'tap'
import { readEvents } from '../../src/client/read-events.ts'

t.test('events are read whatever the pieces in which they come', async t => {
  const text = ': hello\n\nevent: exchange\nid: 7\ndata: {"a":\ndata: "ü"}\n\n' +
    'retry: 3\r\ndata: plain\r\n\r\ndata: cut off'
  const bytes = new TextEncoder().encode(text)
  const expected = [{ event: 'exchange', data: '{"a":\n"ü"}', id: '7' }, { event: 'message', data: 'plain', id: '7' }]

  for (const size of [1, 2, 7, 1_000]) t.same(await readAll(bytes, size), expected, `${size} bytes each`)
})

t.test('whoever stops reading hangs up', async t => {
  let isCancelled = false
  const stream = new ReadableStream<Uint8Array>({
    pull: controller => controller.enqueue(new TextEncoder().encode('data: x\n\n')),
    cancel: () => { isCancelled = true }
  })
  const events = readEvents(stream)
  t.match(await events.next(), { value: { data: 'x' } })
  await events.return()
  t.ok(isCancelled)
})

async function readAll (bytes: Uint8Array, size: number): Promise<object[]> {
  const pieces = Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, index) => bytes.slice(index * size, (index + 1) * size)
  )
  const stream = new ReadableStream<Uint8Array>({
    start: controller => {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    }
  })
  const events: object[] = []
  for await (const event of readEvents(stream)) events.push(event)
  return events
}
