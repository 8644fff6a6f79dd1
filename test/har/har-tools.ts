import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const toolsFolder = fileURLToPath(new URL('tools/', import.meta.url))

/** Why tests with other readers of HAR files are skipped; `false` where they are installed. */
export const withoutTools: string | false = existsSync(`${toolsFolder}node_modules/@mswjs/source`)
  ? false
  : 'the readers of HAR files are not installed: npm ci --ignore-scripts --prefix test/har/tools'

/** Responds to requests as a HAR file recorded it; `undefined` for one that is not in it. */
export type RespondAsRecorded = (request: Request) => Promise<Response | undefined>

interface SourceModule {
  readonly fromTraffic: (har: object) => object[]
}

interface MswModule {
  readonly getResponse: (handlers: readonly object[], request: Request) => Promise<Response | undefined>
}

/** Has Mock Service Worker make its handlers from a HAR file. */
export async function handleByMsw (har: object): Promise<RespondAsRecorded> {
  const { fromTraffic } = await importTool('@mswjs/source/traffic') as SourceModule
  const { getResponse } = await importTool('msw') as MswModule
  const handlers = fromTraffic(har)
  return async request => await getResponse(handlers, request)
}

async function importTool (name: string): Promise<unknown> {
  const path = createRequire(toolsFolder).resolve(name)
  return await import(pathToFileURL(path).href)
}
