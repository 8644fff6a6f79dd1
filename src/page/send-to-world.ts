import type { Answer } from './answer.ts'

type Operation = Answer<'listOperations'>['operations'][number]

/**
 * Returns a contract whose operations are all at a world of this server, wherever the document has them: a reference
 * must not send to the real service.
 */
export function sendToWorld (contract: object, operations: readonly Operation[], worldUrl: string): object {
  const copy = withoutServers(structuredClone(contract)) as Record<string, unknown>  // a copy of an object
  for (const { basePath, method, path } of operations) {
    const item = memberOf(memberOf(copy, 'paths'), path)
    const definition = memberOf(item, method.toLowerCase())
    if (definition !== undefined) definition.servers = [{ url: worldUrl + basePath }]
  }
  return { ...copy, servers: [{ url: worldUrl + (operations[0]?.basePath ?? '') }] }
}

/** Removes the servers of the document, of its path items and of its operations. */
function withoutServers (contract: object): object {
  const root = contract as Record<string, unknown>  // any object has members
  delete root.servers
  for (const item of Object.values(memberOf(root, 'paths') ?? {})) {
    if (!isRecord(item)) continue
    delete item.servers
    for (const operation of Object.values(item)) if (isRecord(operation)) delete operation.servers
  }
  return root
}

function memberOf (value: Record<string, unknown> | undefined, name: string): Record<string, unknown> | undefined {
  const member = value?.[name]
  return isRecord(member) ? member : undefined
}

function isRecord (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
