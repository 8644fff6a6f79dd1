import { initDocument } from './init-document.ts'

// A process that proposes overlays for the documents it is told of, one after the other.
process.on('message', async (file: string) => {
  process.send?.(await initDocument(file))
})
