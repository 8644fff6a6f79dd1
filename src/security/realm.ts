/** The realm of all challenges, as they state it (RFC 9110, section 11.5). */
export const REALM = 'realm="standin"'
