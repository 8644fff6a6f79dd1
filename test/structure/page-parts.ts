import { usageText } from '../../src/cli/usage.ts'
import { createStandin } from '../../src/server.ts'
import { readVersion } from '../../src/version.ts'
import { wordIndex } from './word-index.ts'

/** A part of a page that is generated, between `<!-- name -->` and `<!-- /name -->`. */
export interface PagePart {
  /** The page, below `docs/`. */
  readonly page: string
  readonly name: string
  readonly text: string
}

/** Generates the parts of pages that list what the code has. */
export async function pageParts (): Promise<PagePart[]> {
  return [
    { page: 'reference/cli.md', name: 'usage', text: `\`\`\`txt\n${usageText(readVersion())}\`\`\`` },
    { page: 'reference/admin.md', name: 'admin', text: await adminRoutes() },
    { page: 'reference/words.md', name: 'words', text: wordIndex() }
  ]
}

/** Returns the table of the routes of the admin API. */
async function adminRoutes (): Promise<string> {
  const app = await createStandin()
  const { paths } = (await app.inject('/__admin/openapi.json')).json<{
    paths: Record<string, Record<string, { summary: string }>>
  }>()
  await app.close()
  const rows: string[] = []
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, { summary }] of Object.entries(item)) {
      if (method === 'parameters') continue
      rows.push(`| \`${method.toUpperCase()} ${path.replace('/__admin', '')}\` | ${summary} |`)
    }
  }
  return ['| | |', '|---|---|', ...rows].join('\n')
}
