import { GET_ALL_ONE } from '../cases/cases.ts'
import type { Growth } from './growth.ts'

/** Sends requests with the journal off, and with its default length. */
export const journal: Growth = {
  name: 'exchanges kept in the journal',
  sizes: [0, 1000],
  quickSizes: [0, 1000],
  options: async size => ['--max-exchanges', String(size)],
  prepare: url => GET_ALL_ONE.prepare(url)
}
