import { readFile } from 'node:fs/promises'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidReport } from '../errors.ts'
import { publishProvider } from '../pact/publish-provider.ts'
import type { ProviderContract } from '../pact/publish-provider.ts'
import { parseReport } from '../reports/parse-report.ts'
import { textReport } from '../reports/text-report.ts'
import type { ReportContext } from './output-report.ts'
import type { PactProviderCommand } from './pact-provider-command.ts'

/**
 * Publishes the contract of a provider with the result of its own verification. Rejects with `InvalidReport` or
 * `BrokerRefused`.
 */
export async function runPactProvider (command: PactProviderCommand, { print }: ReportContext): Promise<void> {
  const { file, provider, publishing, report } = command
  const content = await readText(file)
  const contract: ProviderContract = {
    provider,
    content,
    contentType: /\.json$/i.test(file) ? 'application/json' : 'application/yaml',
    verification: report === undefined ? undefined : verificationOf(await readText(report), report)
  }
  for (const notice of await publishProvider(contract, publishing)) print(`${notice}\n`)
}

function verificationOf (text: string, file: string): ProviderContract['verification'] {
  const report = parseReport(text, shownPath(file))
  const { checks, tool: { version } } = report
  if (checks.length === 0) {
    throw new InvalidReport(`${shownPath(file)} has no checks: it must be a report of standin verify`)
  }
  return { success: checks.every(({ result }) => result !== 'failed'), text: textReport(report), version }
}

async function readText (file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: unknown) => {
    throw new InvalidReport(`${shownPath(file)} cannot be read: ${describeFailure(error)}`)
  })
}
