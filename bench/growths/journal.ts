import { GET_ALL_ONE } from '../cases/cases.ts'
import type { Growth } from './growth.ts'

/** The journal off, and as long as it is by default. */
export const journal: Growth = {
  name: 'exchanges kept in the journal',
  sizes: [0, 1000],
  quickSizes: [0, 1000],
  options: async size => ['--max-exchanges', String(size)],
  prepare: url => GET_ALL_ONE.prepare(url)
}
