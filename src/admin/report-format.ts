import { takesMediaType } from '../messages/find-media-type.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import type { ReportFormatName } from '../reports/format-names.ts'
import { parseAccept, weightOf } from '../responses/parse-accept.ts'

/** The formats that a client can ask for by `Accept`, the first where it likes several equally well. */
const BY_ACCEPT: readonly ReportFormatName[] = ['json', 'html', 'junit', 'markdown', 'text']

/**
 * Returns the format that `Accept` prefers: JSON without the header, and where none of the formats is acceptable, as
 * programs read the others by their names.
 */
export function reportFormat (accept = '*/*'): ReportFormatName {
  const accepted = parseAccept(accept)
  const named = accepted.filter(({ range }) => range !== '*/*')
  let best: ReportFormatName = 'json'
  let highest = 0
  for (const format of BY_ACCEPT) {
    const [name = ''] = REPORT_FORMATS[format].mediaType.split(';')
    const isNamed = named.some(({ range }) => takesMediaType(range, name))
    const weight = isNamed || format === 'json' ? weightOf({ name, parameters: {} }, accepted) : 0
    if (weight > highest) {
      best = format
      highest = weight
    }
  }
  return best
}
