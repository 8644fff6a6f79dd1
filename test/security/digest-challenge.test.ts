import t from 'tap'
import { isDigestOf } from '../../src/security/digest-challenge.ts'

const USER = 'Mufasa:Circle of Life'
const NONCE = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v'
const CNONCE = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'

/** RFC 7616, section 3.9.1. */
const example = (algorithm: string, response: string) =>
  `username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=${algorithm}, ` +
  `nonce="${NONCE}", nc=00000001, cnonce="${CNONCE}", qop=auth, response="${response}"`

const MD5 = example('MD5', '8ca523f5e9506fed4657c9700eebdbec')
const SHA256 = example('SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1')

/** RFC 2617, section 3.5, and its predecessor without a quality of protection (RFC 2069, errata 749). */
const WITHOUT_QOP = 'username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", ' +
  'uri="/dir/index.html", response="1949323746fe6a43ef61f9606e7febea"'

const CASES: Array<[title: string, user: string, credentials: string, method: string, isOf: boolean]> = [
  ['MD5', USER, MD5, 'GET', true],
  ['SHA-256', USER, SHA256, 'GET', true],
  ['no quality of protection', 'Mufasa:CircleOfLife', WITHOUT_QOP, 'GET', true],
  ['another password', 'Mufasa:Circle', MD5, 'GET', false],
  ['another user', 'Scar:Circle of Life', MD5, 'GET', false],
  ['another method', USER, MD5, 'POST', false],
  ['an unknown algorithm', USER, example('constructor', '8ca523f5e9506fed4657c9700eebdbec'), 'GET', false],
  ['no response', USER, 'username="Mufasa"', 'GET', false],
  ['no password', 'Mufasa', MD5, 'GET', false]
]

for (const [title, user, credentials, method, isOf] of CASES) {
  t.test(`credentials by Digest are ${isOf ? '' : 'not '}those of a user: ${title}`, async t => {
    t.equal(isDigestOf(user, credentials, method), isOf)
  })
}
