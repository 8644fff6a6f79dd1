import { sendAll } from '../load/send-all.ts'
import type { Growth } from './growth.ts'
import { requestTo, writeDocument } from './write-document.ts'

const SIZES = { sizes: [5, 50, 1000], quickSizes: [5, 1000] }

/** Sends requests to one operation among many, as a test of one feature of a large API does. */
export const oneOperation: Growth = {
  name: 'operations, one of them asked',
  ...SIZES,
  options: async (size, directory) => [await writeDocument(directory, size)],
  async prepare (_url, size) {
    return { requests: [requestTo(size - 1)], expects: 'success' }
  }
}

/** Sends requests to all operations in turn: harder, as what is compiled for each of them must be in memory. */
export const allOperations: Growth = {
  ...oneOperation,
  name: 'operations, all asked in turn',
  async prepare (url, size) {
    const requests = Array.from({ length: size }, (_, index) => requestTo(index))
    // What is compiled once for each operation is not measured.
    await sendAll(url, requests)
    return { requests, expects: 'success' }
  }
}
