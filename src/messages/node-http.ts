import { createRequire } from 'node:module'

/**
 * Parts of Node's `http`, loaded by `require`: an `import` evaluates every export, among them a
 * WebSocket client that nothing uses here and that takes some 30 ms and 12 MiB to load.
 */
export const { maxHeaderSize, STATUS_CODES, request } =
  createRequire(import.meta.url)('node:http') as typeof import('node:http')  // require knows no types
