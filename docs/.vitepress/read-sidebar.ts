import { readFileSync } from 'node:fs'

/** A group of pages in the sidebar. */
export interface SidebarGroup {
  readonly text: string
  readonly items: ReadonlyArray<{ readonly text: string, readonly link: string }>
}

/** Reads the sidebar from the lists of `docs/index.md`: a group for each heading, a page for each link of its list. */
export function readSidebar (): SidebarGroup[] {
  const index = readFileSync(new URL('../index.md', import.meta.url), 'utf8')
  return index.split(/^## /m).slice(1).map(section => ({
    text: section.slice(0, section.indexOf('\n')),
    items: [...section.matchAll(/^- \[(.+?)\]\((.+?)\.md\)/gm)].map(([, text = '', page = '']) => {
      return { text: text.replaceAll('`', ''), link: `/${page}` }
    })
  }))
}
