import t from 'tap'
import { isLinearizable } from './is-linearizable.ts'
import type { Operation } from './is-linearizable.ts'

interface Access {
  readonly write?: string
}

/** A value that is written and read. */
const REGISTER = {
  start: '',
  step: (state: string, { write }: Access, read: string) => write ?? (read === state ? state : undefined)
}

function write (value: string, calledAt: number, returnedAt: number): Operation<Access, string> {
  return { calledAt, returnedAt, input: { write: value }, output: '' }
}

function read (value: string, calledAt: number, returnedAt: number): Operation<Access, string> {
  return { calledAt, returnedAt, input: {}, output: value }
}

t.test('a history is accepted that one copy could have had, and no other', async t => {
  t.ok(isLinearizable([], REGISTER))
  t.ok(isLinearizable([write('a', 0, 10), read('a', 1, 2), read('a', 3, 4)], REGISTER))
  t.ok(isLinearizable([write('a', 0, 10), read('', 1, 2), read('a', 3, 4)], REGISTER))
  t.notOk(isLinearizable([write('a', 0, 10), read('a', 1, 2), read('', 3, 4)], REGISTER), 'it goes back')
  t.notOk(isLinearizable([write('a', 0, 1), read('', 2, 3)], REGISTER), 'a read is stale')
  t.ok(isLinearizable([write('a', 0, 9), write('b', 0, 9), read('b', 1, 2), read('a', 3, 4)], REGISTER))
  t.notOk(isLinearizable([
    write('a', 0, 9), write('b', 0, 9), read('b', 1, 2), read('a', 3, 4), read('b', 5, 6)
  ], REGISTER), 'a write takes effect twice')
})
