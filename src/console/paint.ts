import { styleText } from 'node:util'

/** Colours a part of a line, where the terminal shows colours. */
export type Paint = (style: Style, text: string) => string

export type Style = 'bold' | 'cyan' | 'dim' | 'green' | 'magenta' | 'red' | 'yellow'

/** Returns the text without colours. */
export const plain: Paint = (_style, text) => text

/** Creates the function that colours lines for a stream: one without a terminal, or with `NO_COLOR` set, has none. */
export function createPaint (stream: NodeJS.WriteStream = process.stdout): Paint {
  const sample = styleText('bold', 'x', { stream })
  // The stream is asked once, not for each line.
  return sample === 'x' ? plain : (style, text) => styleText(style, text, { validateStream: false })
}

/** Colours a status by its class (RFC 9110 section 15). */
export function paintStatus (status: number, paint: Paint): string {
  const text = String(status)
  if (status >= 500) return paint('red', text)
  if (status >= 400) return paint('yellow', text)
  return status >= 300 ? paint('cyan', text) : paint('green', text)
}
