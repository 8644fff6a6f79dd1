import t from 'tap'
import { reportFormat } from '../../src/admin/report-format.ts'

/** What browsers send for a page. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

t.test('Accept chooses a format by its weights; JSON is for those who do not care', async t => {
  const table: ReadonlyArray<readonly [string | undefined, string]> = [
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['application/*', 'json'],
    [BROWSER, 'html'],
    ['text/html', 'html'],
    ['application/xml', 'junit'],
    ['text/markdown', 'markdown'],
    ['text/plain', 'text'],
    ['text/plain;q=0.5, text/markdown', 'markdown'],
    ['text/plain;q=0.5, */*;q=0.1', 'text'],
    ['application/json, text/plain, */*', 'json'],
    ['text/html;q=0, application/json', 'json'],
    ['image/png', 'json'],
    ['text/*', 'html'],
    ['nonsense', 'json']
  ]
  for (const [accept, format] of table) t.equal(reportFormat(accept), format, accept ?? 'none')
})
