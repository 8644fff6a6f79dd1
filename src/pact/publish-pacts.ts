import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { Broker } from './broker.ts'
import type { Publishing } from './publishing.ts'

/** A pact to publish. */
export interface PublishedPact {
  readonly consumer: string
  readonly provider: string
  readonly pact: JsonObject
}

/**
 * Publishes the pacts of one consumer: at once where the broker can do that, and else one by one. Returns what the
 * broker says. Rejects with `BrokerRefused`.
 */
export async function publishPacts (pacts: readonly PublishedPact[], publishing: Publishing): Promise<string[]> {
  const broker = await Broker.open(publishing)
  const url = broker.link('pb:publish-contracts')
  if (url !== undefined) return await publishAtOnce(broker, url, pacts, publishing)
  const { branch, tags, version } = publishing
  const said: string[] = []
  for (const { consumer, pact, provider } of pacts) {
    const parameters = { consumer, provider, consumerApplicationVersion: version }
    const [c, p, v] = [consumer, provider, version].map(encodeURIComponent)
    const target = broker.link('pb:publish-pact', parameters) ??
      `${broker.url}/pacts/provider/${p}/consumer/${c}/version/${v}`
    await broker.send('PUT', target, pact)
    said.push(`Pact of ${consumer} and ${provider} published as version ${version}`)
  }
  for (const consumer of new Set(pacts.map(({ consumer }) => consumer))) {
    const named = `${broker.url}/pacticipants/${encodeURIComponent(consumer)}`
    const number = encodeURIComponent(version)
    if (branch !== undefined) {
      const parameters = { pacticipant: consumer, branch, version }
      const ofBranch = `${named}/branches/${encodeURIComponent(branch)}/versions/${number}`
      await broker.send('PUT', broker.link('pb:pacticipant-branch-version', parameters) ?? ofBranch, {})
    }
    for (const tag of tags) {
      const parameters = { pacticipant: consumer, version, tag }
      const ofTag = `${named}/versions/${number}/tags/${encodeURIComponent(tag)}`
      await broker.send('PUT', broker.link('pb:pacticipant-version-tag', parameters) ?? ofTag, {})
    }
  }
  return said
}

async function publishAtOnce (
  broker: Broker,
  url: string,
  pacts: readonly PublishedPact[],
  { branch, buildUrl, tags, version }: Publishing
): Promise<string[]> {
  const [first] = pacts
  if (first === undefined) return []
  const answer = await broker.send('POST', url, {
    pacticipantName: first.consumer,
    pacticipantVersionNumber: version,
    ...branch !== undefined && { branch },
    ...tags.length > 0 && { tags },
    ...buildUrl !== undefined && { buildUrl },
    contracts: pacts.map(({ consumer, pact, provider }) => ({
      consumerName: consumer,
      providerName: provider,
      specification: 'pact',
      contentType: 'application/json',
      content: Buffer.from(exactJson.stringify(pact)).toString('base64'),
      onConflict: 'overwrite'
    }))
  })
  return noticesIn(answer)
}

/** Lists what a broker says of what was published. */
export function noticesIn (answer: unknown): string[] {
  const notices = isObject(answer) && Array.isArray(answer.notices) ? answer.notices.filter(isObject) : []
  return notices.map(({ text }) => String(text))
}
