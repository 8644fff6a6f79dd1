import type { Family, Labels } from './family.ts'

/** The formats of metrics: the text of Prometheus, and OpenMetrics. */
export type MetricsFormat = 'prometheus' | 'openmetrics'

export const METRICS_TYPES: Readonly<Record<MetricsFormat, string>> = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8'
}

/**
 * Writes metrics as a text that Prometheus reads (https://prometheus.io/docs/instrumenting/exposition_formats/). In
 * OpenMetrics, a counter is named without the suffix of its values, and the text has an end.
 */
export function writeMetrics (families: readonly Family[], format: MetricsFormat): string {
  const lines: string[] = []
  for (const { help, name, samples, type } of families) {
    const suffix = type === 'counter' ? '_total' : ''
    const title = format === 'openmetrics' ? name : `${name}${suffix}`
    lines.push(`# HELP ${title} ${escapeHelp(help)}`, `# TYPE ${title} ${type}`)
    for (const { labels, suffix: own = suffix, value } of samples) {
      lines.push(`${name}${own}${labelsText(labels)} ${valueText(value)}`)
    }
  }
  if (format === 'openmetrics') lines.push('# EOF')
  return `${lines.join('\n')}\n`
}

function labelsText (labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escapeHelp (text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

function escapeValue (text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"')
}

function valueText (value: number): string {
  if (value === Infinity) return '+Inf'
  return value === -Infinity ? '-Inf' : String(value)
}
