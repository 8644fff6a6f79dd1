/** A reply of Redis, as scripts give it. */
export type RedisReply = string | number | null | readonly RedisReply[]

/** A client of one server, or of a cluster. */
export interface RedisClient {
  readonly isCluster: boolean
  /** Sends a command about a key. It is rejected at once where there is no connection. */
  send (key: string, command: readonly string[]): Promise<RedisReply>
  /** Ends the connection at once. */
  destroy (): void
  /** Creates another such client, which connects by itself. */
  again (): RedisClient
}

type Library = typeof import('@redis/client')

interface Settings {
  readonly url: string
  readonly timeoutMs: number
}

/** The pauses between attempts to connect again, in milliseconds. */
const FIRST_PAUSE_MS = 50
const LAST_PAUSE_MS = 1_000

/** Opens a client for the server at a URL, or for the cluster that it belongs to. Rejects with the library's error. */
export async function openRedisClient (url: string, timeoutMs: number): Promise<RedisClient> {
  const library = await import('@redis/client')
  const settings = { url, timeoutMs }
  const once = { connectTimeout: timeoutMs, reconnectStrategy: false } as const
  const trial = library.createClient({ ...optionsOf(settings), socket: once })
  trial.on('error', () => {})
  try {
    await trial.connect()
    const about = await trial.sendCommand(['INFO', 'cluster'])
    const isCluster = /cluster_enabled:1/.test(String(about))
    const client = isCluster ? createClusterClient(library, settings) : createServerClient(library, settings)
    await client.ready
    return client
  } finally {
    trial.destroy()
  }
}

function optionsOf ({ timeoutMs, url }: Settings) {
  return {
    url,
    RESP: 2 as const,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: timeoutMs,
      reconnectStrategy: (attempts: number) => Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10), LAST_PAUSE_MS)
    }
  }
}

type ConnectingClient = RedisClient & { readonly ready: Promise<unknown> }

function createServerClient (library: Library, settings: Settings): ConnectingClient {
  const client = library.createClient(optionsOf(settings))
  // Each command tells why it fails.
  client.on('error', () => {})
  const ready = client.connect()
  ready.catch(() => {})
  return {
    isCluster: false,
    ready,
    send: (_key, command) => client.sendCommand<RedisReply>(command),
    destroy: () => { if (client.isOpen) client.destroy() },
    again: () => createServerClient(library, settings)
  }
}

function createClusterClient (library: Library, settings: Settings): ConnectingClient {
  const { url, ...defaults } = optionsOf(settings)
  const { password, username } = new URL(url)
  const credentials = { ...username !== '' && { username }, ...password !== '' && { password } }
  const cluster = library.createCluster({
    rootNodes: [{ url }],
    RESP: 2,
    defaults: { ...defaults, ...credentials }
  })
  cluster.on('error', () => {})
  const ready = cluster.connect()
  ready.catch(() => {})
  return {
    isCluster: true,
    ready,
    send: (key, command) => cluster.sendCommand<RedisReply>(key, false, [...command]),
    destroy: () => { if (cluster.isOpen) cluster.destroy() },
    again: () => createClusterClient(library, settings)
  }
}
