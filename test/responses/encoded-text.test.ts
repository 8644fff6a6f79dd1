import t from 'tap'
import { findEncodedText } from '../../src/responses/encoded-text.ts'
import { Random } from '../../src/worlds/random.ts'
import { testGenerated } from './generated.ts'

/** Returns whether a text is what Node writes for the bytes that it reads from it. */
function isWrittenIn (encoding: BufferEncoding): (text: string) => boolean {
  return text => {
    const written = Buffer.from(text, encoding).toString(encoding)
    return text === (encoding === 'hex' ? written.toUpperCase() : written)
  }
}

const ENCODINGS: ReadonlyArray<readonly [name: string, isRight: (text: string) => boolean]> = [
  ['base64', isWrittenIn('base64')],
  ['BASE64', isWrittenIn('base64')],
  ['base64url', isWrittenIn('base64url')],
  ['base16', isWrittenIn('hex')],
  ['base32', text => text.length % 8 === 0 && /^[A-Z2-7]*={0,6}$/.test(text)]
]

const LENGTHS: readonly object[] = [
  {},
  { minLength: 40 },
  { maxLength: 16 },
  { minLength: 24, maxLength: 24 },
  { minLength: 16, not: { const: '' } },
  { pattern: '^[A-Z0-9]', minLength: 8 }
]

for (const [contentEncoding, isRight] of ENCODINGS) {
  for (const lengths of LENGTHS) {
    const title = `texts in ${contentEncoding} with ${JSON.stringify(lengths)}`
    testGenerated([[title, { type: 'string', contentEncoding, ...lengths }]], value => isRight(String(value)))
  }
}

testGenerated([['texts in an encoding that any text is in', { type: 'string', contentEncoding: '8bit', minLength: 9 }]])

/** Writes five bytes as one number of eight digits. */
function toBase32 (bytes: Buffer): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const number = bytes.readUIntBE(0, 5)
  return Array.from({ length: 8 }, (_digit, index) => digits[Math.floor(number / 32 ** (7 - index)) % 32]).join('')
}

t.test('base32 is written as in RFC 4648', async t => {
  const base32 = findEncodedText('base32')
  t.equal(base32?.test('MZXW6YTBOI======'), true)
  t.equal(base32?.test('MZXW6YTBOI'), false)
  t.equal(base32?.test('mzxw6ytboi======'), false)

  const lengths = { shortest: 8, longest: 8 }
  const word = findEncodedText('base16')?.draw(new Random('a'), { shortest: 10, longest: 10 }) ?? ''
  t.equal(base32?.draw(new Random('a'), lengths), toBase32(Buffer.from(word, 'hex')))
})
