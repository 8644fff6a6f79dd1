import { createRequire } from 'node:module'

/**
 * Parts of Node's `http`, which is required here because an `import` touches all that it exports: among that is a
 * WebSocket client, which nothing here uses and which takes some 30 ms and 12 MiB to load.
 */
export const { STATUS_CODES, request, validateHeaderName } =
  createRequire(import.meta.url)('node:http') as typeof import('node:http')  // require knows no types
