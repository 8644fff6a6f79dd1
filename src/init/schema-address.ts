import { access } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'

const INSTALLED = join('node_modules', 'standin', 'dist', 'schemas', 'overlay.json')

/** The address at a server with the default port: editors reach it while the server runs. */
const SERVED = 'http://localhost:8080/__admin/schemas/overlay.json'

/**
 * Returns the address of the schema of overlays for the editor of an overlay: the path of the one that is installed in
 * its folder or one above, which needs no server and no network, or else that of a server.
 */
export async function schemaAddress (overlay: string): Promise<string> {
  const home = dirname(resolve(overlay))
  for (let folder = home; ; folder = dirname(folder)) {
    const path = join(folder, INSTALLED)
    if (await exists(path)) return toAddress(relative(home, path))
    if (folder === dirname(folder)) return SERVED
  }
}

/** Returns a path as a relative URL, which editors tell from the name of a schema by its dot. */
function toAddress (path: string): string {
  const address = encodeURI(path.split(sep).join('/'))
  return address.startsWith('.') ? address : `./${address}`
}

async function exists (path: string): Promise<boolean> {
  return await access(path).then(() => true, () => false)
}
