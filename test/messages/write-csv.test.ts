import t from 'tap'
import { writeCsvLine } from '../../src/messages/write-csv.ts'

t.test('a value with a comma, a quote, a line break or spaces around it is quoted', async t => {
  t.equal(writeCsvLine(['plain', 'a,b', 'say "no"', 'two\nlines', ' x '], ','),
    'plain,"a,b","say ""no""","two\nlines"," x "\r\n')
})

t.test('nothing is empty, and objects and lists are JSON', async t => {
  t.equal(writeCsvLine([null, undefined, '', 0, false, 1.5], ','), ',,,0,false,1.5\r\n')
  t.equal(writeCsvLine([{ a: 1 }, [1, 2]], ','), '"{""a"":1}","[1,2]"\r\n')
})

t.test('between tabs, nothing is quoted and no line ends within a value', async t => {
  t.equal(writeCsvLine(['a\tb', 'two\r\nlines', 'say "no"'], '\t'), 'a b\ttwo lines\tsay "no"\r\n')
})
