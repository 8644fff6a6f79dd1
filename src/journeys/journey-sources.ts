import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contract } from '../contract/contract.ts'
import { isUrl } from '../documents/shown-path.ts'
import type { ArazzoSource } from './arazzo.ts'
import type { Journey } from './journey.ts'
import type { JourneyFile } from './read-journey.ts'

/** A document that a journey refers to, loaded. */
export type LoadedSource =
  | { readonly kind: 'openapi', readonly contract: Contract }
  | { readonly kind: 'arazzo', readonly journey: Journey }

/** The kind of a source; one that states none is told by its name. */
export function kindOf ({ type, url }: ArazzoSource): 'openapi' | 'arazzo' | 'asyncapi' {
  return type ?? (/\.arazzo\.(?:ya?ml|json)$/i.test(url) ? 'arazzo' : 'openapi')
}

/** Returns the path or URL of a source, which is relative to the file of its journey. */
export function sourcePath ({ path }: Pick<JourneyFile, 'path'>, { url }: ArazzoSource): string {
  if (isUrl(url)) return url
  if (url.startsWith('file:')) return fileURLToPath(url)
  if (isUrl(path)) return new URL(url, path).href
  return resolve(dirname(path), decodeURIComponent(url))
}
