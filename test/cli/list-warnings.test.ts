import t from 'tap'
import { listWarnings } from '../../src/cli/list-warnings.ts'

const warning = (pointer: string) => ({ severity: 'warning' as const, file: 'a.yaml', pointer, message: 'is odd' })

t.test('of each document that has warnings, the first three are told', async t => {
  const warnings = ['/a', '/b', '/c', '/d'].map(warning)
  t.same(listWarnings([{ file: 'a.yaml', warnings }, { file: 'b.yaml', warnings: [] }]), [
    'a.yaml is served with 4 warnings; "standin check a.yaml" reports all:',
    '  a.yaml#/a is odd',
    '  a.yaml#/b is odd',
    '  a.yaml#/c is odd'
  ])
  t.equal(
    listWarnings([{ file: 'a.yaml', warnings: [warning('/a')] }])[0],
    'a.yaml is served with 1 warning; "standin check a.yaml" reports all:'
  )
})
