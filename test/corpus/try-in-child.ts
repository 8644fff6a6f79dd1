import { tryDocument } from './try-document.ts'

// A process that tries the documents it is told of, one after the other.
process.on('message', async (file: string) => {
  process.send?.(await tryDocument(file))
})
