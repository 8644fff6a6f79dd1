import { _, getProperty, Name } from 'ajv/dist/compile/codegen/index.js'
import type { CodeKeywordDefinition, KeywordCxt } from 'ajv/dist/2020.js'
import type { Choice } from './read-choice.ts'

/**
 * The keyword of a copied schema that holds the alternatives that its `choice` names, and last the
 * schema for all other values.
 */
export const NAMED_BRANCHES = 'namedBranches'

/**
 * Validates a value against the one alternative that its discriminator names: "a discriminator MAY
 * act as a hint to shortcut validation and selection of the matching schema" (OpenAPI 3.0,
 * Composition and Inheritance).
 */
export const namedBranches: CodeKeywordDefinition = {
  keyword: NAMED_BRANCHES,
  schemaType: 'array',
  code (cxt: KeywordCxt) {
    const { gen, data, parentSchema, schema } = cxt
    const { propertyName, byName }: Choice = parentSchema.choice
    const valid = gen.let('valid', false)
    const tag = gen.let('tag')
    const apply = (index: number): void => {
      const branchValid = gen.name('valid')
      const branch = cxt.subschema({ keyword: NAMED_BRANCHES, schemaProp: index }, branchValid)
      gen.assign(valid, branchValid)
      cxt.mergeEvaluated(branch, Name)
    }
    const namesOf = Map.groupBy(byName.keys(), name => byName.get(name))
    const isObject = _`typeof ${data} == "object" && ${data} !== null && !Array.isArray(${data})`
    gen.if(isObject, () => gen.assign(tag, _`${data}${getProperty(propertyName)}`))
    gen.if(false)
    for (const [index = 0, names] of namesOf) {
      gen.elseIf(names.map(name => _`${tag} === ${name}`).reduce((any, one) => _`${any} || ${one}`))
      apply(index)
    }
    gen.else()
    apply(schema.length - 1)
    gen.endIf()
    cxt.ok(valid)
  }
}
