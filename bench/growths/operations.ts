import { sendAll } from '../load/send-all.ts'
import type { Growth } from './growth.ts'
import { requestTo, writeDocument } from './write-document.ts'

const SIZES = { sizes: [5, 50, 1000], quickSizes: [5, 1000] }

/** One operation among others, as when a test looks at one feature of a large API. */
export const oneOperation: Growth = {
  name: 'operations, one of them asked',
  ...SIZES,
  options: async (size, directory) => [await writeDocument(directory, size)],
  async prepare (_url, size) {
    return { requests: [requestTo(size - 1)], expects: 'success' }
  }
}

/** All operations in turn: the harder, for what is compiled for each of them has to be at hand. */
export const allOperations: Growth = {
  ...oneOperation,
  name: 'operations, all asked in turn',
  async prepare (url, size) {
    const requests = Array.from({ length: size }, (_, index) => requestTo(index))
    // What is done once for each operation is done before it is measured.
    await sendAll(url, requests)
    return { requests, expects: 'success' }
  }
}
