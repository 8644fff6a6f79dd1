import type { FastifyPluginAsync } from 'fastify'
import { MetricsOff } from '../errors.ts'
import { parseAccept, weightOf } from '../responses/parse-accept.ts'
import { METRICS_TYPES, writeMetrics } from '../metrics/write-metrics.ts'
import type { MetricsFormat } from '../metrics/write-metrics.ts'
import type { AdminOptions } from './admin-options.ts'

/** What the server has counted, for Prometheus. */
export const metricsRoutes: FastifyPluginAsync<Pick<AdminOptions, 'metrics'>> = async (app, { metrics }) => {
  app.get('/metrics', { schema: readMetrics }, async ({ headers: { accept } }, reply) => {
    if (metrics === undefined) throw new MetricsOff()
    const format = metricsFormat(accept)
    reply.headers({ vary: 'accept', 'cache-control': 'no-store' }).type(METRICS_TYPES[format])
    return reply.send(writeMetrics(metrics.families(), format))
  })
}

const OPEN_METRICS = { name: 'application/openmetrics-text', parameters: { version: '1.0.0' } }

const TEXT = { name: 'text/plain', parameters: { version: '0.0.4' } }

/** Returns the format that `Accept` prefers: OpenMetrics only where it is named. */
function metricsFormat (accept = '*/*'): MetricsFormat {
  const accepted = parseAccept(accept)
  if (!accepted.some(({ range }) => range === OPEN_METRICS.name)) return 'prometheus'
  const weight = weightOf(OPEN_METRICS, accepted)
  return weight > 0 && weight >= weightOf(TEXT, accepted) ? 'openmetrics' : 'prometheus'
}

const readMetrics = {
  operationId: 'readMetrics',
  tags: ['server'],
  summary: 'Get metrics',
  description:
    'What the server has counted since it started, in all worlds: in the text format of Prometheus (0.0.4), or as ' +
    'OpenMetrics (1.0.0) where `Accept` prefers that. Without `--metrics`, the status is 404.',
  response: {
    200: {
      description: 'The metrics.',
      content: {
        'text/plain': { schema: { type: 'string' } },
        [OPEN_METRICS.name]: { schema: { type: 'string' } }
      }
    }
  }
}
