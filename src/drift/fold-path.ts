/** Matches a segment that is the id of something: a number, a uuid, or a long mixture of letters and digits. */
const ID = [
  /^\d+$/,
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  /^(?=.*\d)[\w.~-]{16,}$/,
  /^[a-z]{1,8}[_-](?=.*\d)[\w-]{4,}$/i,
  /^[\da-f]{8,}$/i
]

/** The longest segment that is shown, in characters. */
const MAX_SEGMENT = 80

/**
 * Returns the template of a path that no contract has: `/orders/{id}/lines/{id2}` of `/orders/17/lines/3`, so that the
 * paths of many things are one.
 */
export function foldPath (path: string): string {
  let ids = 0
  const segments = path.split('/').map(segment => {
    if (!ID.some(form => form.test(segment)) && segment.length <= MAX_SEGMENT) return segment.replace(/[{}]/g, '')
    ids++
    return ids === 1 ? '{id}' : `{id${ids}}`
  })
  return segments.join('/')
}
