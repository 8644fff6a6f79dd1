/** The names of the formats that are files. */
export const FORMAT_NAMES = ['text', 'html', 'junit', 'ctrf', 'markdown', 'json'] as const

export type ReportFormatName = typeof FORMAT_NAMES[number]
