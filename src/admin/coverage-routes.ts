import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Coverage } from '../coverage/coverage.ts'
import type { CoverageFilter } from '../coverage/coverage-filter.ts'
import type { CoverageReport } from '../coverage/coverage-report.ts'
import { exactJson } from '../exact-json.ts'
import { CoverageOff, InvalidRequest } from '../errors.ts'
import { mergeReports } from '../reports/merge-reports.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import { summarize } from '../reports/summary.ts'
import type { ReportFormatName } from '../reports/format-names.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { AdminOptions } from './admin-options.ts'
import { deleteCoverage, readCoverage } from './coverage-schemas.ts'
import { namedWorld } from './named-world.ts'
import { readOperationId } from './read-operation-id.ts'
import { reportFormat } from './report-format.ts'

interface CoverageRequest {
  Querystring: CoverageFilter & { readonly format?: ReportFormatName }
}

/** Reports and resets the coverage by the requests to the server, in all worlds. */
export const coverageRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get<CoverageRequest>('/coverage', { schema: readCoverage }, async (request, reply) => {
    const { headers: { accept }, query: { format = reportFormat(accept) } } = request
    const own = readReport(request, options)
    const report = await withOthers(own, request, options)
    reply.header('vary', 'accept')
    if (format === 'json') return report
    const { mediaType, write } = REPORT_FORMATS[format]
    return reply.type(mediaType).send(write(report))
  })

  app.delete('/coverage', { schema: deleteCoverage }, async (request, reply) => {
    coverageOf(options).reset()
    await options.askReplicas?.(request, '/__admin/coverage')
    return reply.code(204).send()
  })
}

/** Returns the report that a request asks for. Throws `CoverageOff` or `InvalidRequest`. */
function readReport (request: FastifyRequest<CoverageRequest>, options: AdminOptions): CoverageReport {
  const { api, operation, test, world = namedWorld(request) } = request.query
  const operations = options.contracts.flatMap(contract => contract.operations)
  const apis = options.contracts.map(({ name }) => name)
  if (api !== undefined && !apis.includes(api)) {
    const unknown = createUnknown({ in: 'query', pointer: '/api' }, { what: 'an API', word: api, known: apis })
    throw withViolations(InvalidRequest, [unknown])
  }
  return coverageOf(options).report({
    world,
    test,
    api,
    operation: operation === undefined ? undefined : readOperationId(operation, operations)
  })
}

/** Adds what the other servers counted that share the worlds. */
async function withOthers (
  own: CoverageReport,
  request: FastifyRequest<CoverageRequest>,
  { askReplicas }: AdminOptions
): Promise<CoverageReport> {
  if (askReplicas === undefined) return own
  const query = new URLSearchParams({ ...request.query, format: 'json' })
  const world = namedWorld(request)
  if (world !== undefined) query.set('world', world)
  const texts = await askReplicas(request, `/__admin/coverage?${query}`)
  // A cast: a server of the same kind wrote them.
  const others = texts.map(text => exactJson.parse(text) as CoverageReport)
  const merged = mergeReports(own, ...others)
  return { ...own, ...merged, summary: summarize(merged) }
}

function coverageOf ({ coverage }: AdminOptions): Coverage {
  if (coverage === undefined) throw new CoverageOff()
  return coverage
}
