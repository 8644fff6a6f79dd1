import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { listNames } from './list-names.ts'
import type { ListedThing } from './list-names.ts'

const STYLE = 'body { font: 13px sans-serif; margin: 16px } table { border-collapse: collapse; margin-bottom: 16px } ' +
  'th, td { border: 1px solid #ccc; padding: 3px 6px; text-align: left; max-width: 260px }'

/** Writes a picture of a page that lists ten of each thing in the tables of names. */
async function pictureNames (file: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-background-networking']
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } })
    const tables = (await listNames()).map(tableOf)
    await page.setContent(`<!doctype html><style>${STYLE}</style>${tables.join('')}`)
    await page.screenshot({ path: file, fullPage: true })
  } finally {
    await browser.close()
  }
}

function tableOf ({ members, name, rows }: ListedThing): string {
  const names = members.map(member => member.name)
  const head = names.map(name => `<th>${name}</th>`).join('')
  const lines = rows.map(row => `<tr>${names.map(name => `<td>${escaped(row[name])}</td>`).join('')}</tr>`)
  return `<h3>${name}</h3><table><tr>${head}</tr>${lines.join('')}</table>`
}

function escaped (value: unknown): string {
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const [, , file = join(tmpdir(), 'generated-data.png')] = process.argv
await pictureNames(file)
console.log(file)
