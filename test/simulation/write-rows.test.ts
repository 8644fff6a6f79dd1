import t from 'tap'
import { canWriteRows, writeRows } from '../../src/simulation/write-rows.ts'
import type { RowTable } from '../../src/simulation/write-rows.ts'

const TABLE: RowTable = {
  name: 'Cup',
  rows: [{ id: 1, glaze: 'blue' }, { id: 2, size: { cm: 9 } }],
  columns: undefined,
  schema: undefined
}

function write (mediaType: string, table: RowTable = TABLE): string {
  return [...writeRows(table, mediaType)].join('')
}

t.test('rows are written in their media type', async t => {
  t.equal(write('text/csv; charset=utf-8'), 'id,glaze,size\r\n1,blue,\r\n2,,"{""cm"":9}"\r\n')
  t.equal(write('text/tab-separated-values'), 'id\tglaze\tsize\r\n1\tblue\t\r\n2\t\t{"cm":9}\r\n')
  t.equal(write('application/x-ndjson'), '{"id":1,"glaze":"blue"}\n{"id":2,"size":{"cm":9}}\n')
  t.equal(write('application/json-seq'), '\u001E{"id":1,"glaze":"blue"}\n\u001E{"id":2,"size":{"cm":9}}\n')
  t.same(JSON.parse(write('application/vnd.cups+json')), TABLE.rows)
  t.equal(write('application/xml'), '<?xml version="1.0" encoding="UTF-8"?>\n<CupList>\n' +
    '<Cup><id>1</id><glaze>blue</glaze></Cup>\n<Cup><id>2</id><size><cm>9</cm></size></Cup>\n</CupList>\n')
})

t.test('a file without rows is one of its media type all the same', async t => {
  const none = { ...TABLE, rows: [] }
  t.same(JSON.parse(write('application/json', none)), [])
  t.equal(write('application/x-ndjson', none), '')
  t.equal(write('text/csv', { ...none, columns: ['id', 'glaze'] }), 'id,glaze\r\n')
  t.match(write('text/xml', none), '<CupList>\n</CupList>')
})

t.test('declared columns are all there, in their order', async t => {
  t.equal(write('text/csv', { ...TABLE, columns: ['glaze', 'price', 'id'] }), 'glaze,price,id\r\nblue,,1\r\n,,2\r\n')
})

t.test('rows cannot be written in any other media type', async t => {
  t.same(['text/csv', 'application/json', 'image/svg+xml'].map(canWriteRows), [true, true, true])
  t.same(['application/pdf', 'text/plain', 'application/zip'].map(canWriteRows), [false, false, false])
})
