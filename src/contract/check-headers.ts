import type { HeaderDefinition, Operation } from './contract.ts'
import { isFramingHeader, WRITTEN_BY_SERVER } from './is-framing-header.ts'
import { isHeaderName, isHeaderText, withoutEnds } from './to-header-text.ts'
import { isObject } from '../documents/is-object.ts'
import { listStatedValues } from './list-stated-values.ts'
import type { StatedValue } from './list-stated-values.ts'
import type { Report } from '../documents/problem.ts'

/**
 * Reports the headers of responses that are not sent as the document describes them: those that HTTP cannot carry, and
 * those that only the server writes. Each is reported once, however many operations refer to it.
 */
export function checkHeaders (operations: readonly Operation[], report: Report): void {
  const seen = new Set<string>()
  for (const { method, responses } of operations) {
    for (const header of responses.flatMap(({ headers }) => headers)) {
      // The entry and the method decide what is reported.
      const key = `${header.entry} ${isFramingHeader(header.name, method)}`
      if (seen.has(key)) continue
      seen.add(key)
      checkHeader(header, method, report)
    }
  }
}

function checkHeader (header: HeaderDefinition, method: string, report: Report): void {
  const { entry, name, writtenName } = header
  if (!isHeaderName(name)) {
    const hint = 'a name has letters, digits and hyphens, and no spaces'
    report(entry, `the header ${JSON.stringify(writtenName)} is left out, as HTTP cannot carry its name: ${hint}`)
  } else if (isFramingHeader(name, method)) {
    checkFraming(header, report)
  } else {
    if (isRenamed(header)) {
      report(entry, `the header ${JSON.stringify(writtenName)} is sent as "${withoutEnds(writtenName)}"`)
    }
    checkValues(header, report)
  }
}

/** Returns whether there are spaces around a name; that of a second cookie has them to be another name. */
function isRenamed ({ name, writtenName }: HeaderDefinition): boolean {
  return writtenName.length !== name.length && name !== 'set-cookie'
}

function checkFraming (header: HeaderDefinition, report: Report): void {
  const { entry, name, required, writtenName } = header
  // A document may well say of these that they are there: they are, with the values of the server.
  if (WRITTEN_BY_SERVER.has(name) && !required && listStatedValues(header).length === 0) return
  report(entry, `the header ${writtenName} is not sent as documented: the server frames its messages itself`)
}

function checkValues (header: HeaderDefinition, report: Report): void {
  for (const { pointer, value } of listStatedValues(header)) {
    if (isSendable(value, header)) continue
    const hint = 'write it in Latin-1, without line ends'
    report(pointer, `the header ${header.writtenName} is sent encoded, as HTTP cannot carry its value: ${hint}`)
  }
}

/** Returns whether HTTP can carry a value. Values within values, and those of `content`, are sent as ASCII. */
function isSendable (value: StatedValue['value'], { mediaType, name }: HeaderDefinition): boolean {
  if (name === 'set-cookie') return String(value).split(/[\r\n]+/).every(isHeaderText)
  if (Array.isArray(value) || isObject(value)) {
    const members: unknown[] = Object.values(value)
    return members.some(member => typeof member === 'object') || members.every(member => isHeaderText(String(member)))
  }
  return mediaType?.includes('json') === true || isHeaderText(String(value))
}
