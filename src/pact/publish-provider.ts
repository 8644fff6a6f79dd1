import { Broker } from './broker.ts'
import { noticesIn } from './publish-pacts.ts'
import type { Publishing } from './publishing.ts'

/** The contract of a provider, and how it was verified. */
export interface ProviderContract {
  readonly provider: string
  readonly content: string
  readonly contentType: 'application/yaml' | 'application/json'
  /** The provider's own verification; `undefined` where it was not verified. */
  readonly verification: { readonly success: boolean, readonly text: string, readonly version: string } | undefined
}

/** Publishes the contract of a provider to PactFlow. Returns what it says. Rejects with `BrokerRefused`. */
export async function publishProvider (contract: ProviderContract, publishing: Publishing): Promise<string[]> {
  const { content, contentType, provider, verification } = contract
  const { branch, buildUrl, tags, version } = publishing
  const broker = await Broker.open(publishing)
  const encoded = Buffer.from(content).toString('base64')
  const results = verification && {
    success: verification.success,
    content: Buffer.from(verification.text).toString('base64'),
    contentType: 'text/plain',
    verifier: 'standin',
    verifierVersion: verification.version
  }
  const url = broker.link('pf:publish-provider-contract', { provider })
  if (url !== undefined) {
    const answer = await broker.send('POST', url, {
      pacticipantVersionNumber: version,
      ...branch !== undefined && { branch },
      ...tags.length > 0 && { tags },
      ...buildUrl !== undefined && { buildUrl },
      contract: {
        content: encoded,
        contentType,
        specification: 'oas',
        ...results && { selfVerificationResults: { ...results, format: 'text' } }
      }
    })
    return noticesIn(answer)
  }
  const [p, v] = [provider, version].map(encodeURIComponent)
  await broker.send('PUT', `${broker.url}/contracts/provider/${p}/version/${v}`, {
    content: encoded,
    contractType: 'oas',
    contentType,
    ...results && { verificationResults: results }
  })
  return [`Contract of ${provider} published as version ${version}`]
}
