import t from 'tap'
import { expressionFor, pathExpression } from '../../src/init/expression-for.ts'
import { literal } from '../../src/simulation/literal.ts'

t.test('an expression leads to members whatever they are called', async t => {
  t.equal(expressionFor('$resource', 'name'), '$resource.name')
  t.equal(expressionFor('$resource', 'a.b'), '$resource#/a.b')
  t.equal(expressionFor('$resource', 'a/b'), '$resource#/a~1b')
  t.equal(expressionFor('$request.body', 'data', 'name'), '$request.body#/data/name')
  t.equal(expressionFor('$request.body'), '$request.body')
  t.equal(pathExpression('petId'), '$request.path.petId')
  t.equal(pathExpression('pet.id'), undefined)
})

t.test('a value is written so that it comes out as it is', async t => {
  t.same(literal({ $ref: '$5', note: 'pay {$5}', list: ['$a', 1, null] }), {
    $$ref: '$$5',
    note: 'pay {$$5}',
    list: ['$$a', 1, null]
  })
})
