import { sentPath } from '../contract/route-url.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { MASK } from '../schemas/mask-text.ts'

/** A segment of a template: its text, or whether it has a parameter that is a credential. */
interface Segment {
  readonly text: string
  readonly hasParameter: boolean
  readonly isCredential: boolean
}

const known = new WeakMap<readonly string[], ReadonlyArray<readonly Segment[]>>()

/**
 * Masks the segments of a path that are parameters with the name of a credential: of `/reset/{token}` and
 * `/v1/reset/abc`, `/v1/reset/***`. A path that fits no template is returned as it is.
 */
export function maskPath (path: string, templates: readonly string[]): string {
  let compiled = known.get(templates)
  if (compiled === undefined) {
    compiled = templates.map(toSegments).filter(segments => segments.some(({ isCredential }) => isCredential))
    known.set(templates, compiled)
  }
  return compiled.reduce(maskSegments, path)
}

function toSegments (template: string): Segment[] {
  return sentPath(template).split('/').filter(text => text !== '').map(text => {
    const names = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
    return { text, hasParameter: names.length > 0, isCredential: names.some(isCredentialName) }
  })
}

/** A path may have the prefix of its server or its world before what the template says, and empty segments. */
function maskSegments (path: string, segments: readonly Segment[]): string {
  const parts = path.split('/')
  const filled = [...parts.keys()].filter(index => parts[index] !== '')
  const indexes = filled.slice(-segments.length)
  if (indexes.length < segments.length) return path
  const fits = segments.every(({ hasParameter, text }, at) => hasParameter || isText(parts[indexes[at] ?? 0], text))
  if (!fits) return path
  for (const [at, { isCredential }] of segments.entries()) {
    if (isCredential) parts[indexes[at] ?? 0] = MASK
  }
  return parts.join('/')
}

/** Returns whether a segment is the text of a template; some servers take any case. */
function isText (part = '', text: string): boolean {
  if (part.toLowerCase() === text.toLowerCase()) return true
  try {
    return decodeURIComponent(part).toLowerCase() === text.toLowerCase()
  } catch {
    return false
  }
}
