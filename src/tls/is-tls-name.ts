import { isIP } from 'node:net'

const LABEL = '[a-z\\d_](?:[a-z\\d_-]{0,61}[a-z\\d_])?'
const NAME = new RegExp(`^(?:\\*\\.)?${LABEL}(?:\\.${LABEL})*$`, 'i')

/** Returns whether a text can be a name or an address of a certificate (RFC 6125): `*.` stands for any first label. */
export function isTlsName (text: string): boolean {
  return isIP(text) !== 0 || (text.length <= 253 && NAME.test(text))
}
