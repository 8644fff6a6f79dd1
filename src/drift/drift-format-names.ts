/** The names of the formats of comparisons. */
export const DRIFT_FORMAT_NAMES = ['text', 'html', 'sarif', 'junit', 'markdown', 'json', 'overlay'] as const

export type DriftFormatName = typeof DRIFT_FORMAT_NAMES[number]
