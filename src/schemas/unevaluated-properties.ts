import unevaluated from 'ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js'
import { _, Name } from 'ajv/dist/compile/codegen/index.js'
import type { CodeKeywordDefinition } from 'ajv/dist/2020.js'

const { default: standard } = unevaluated

/**
 * Implements `unevaluatedProperties` as Ajv does, but for a set of evaluated names without those of
 * `Object.prototype`, which Ajv takes for evaluated.
 */
export const unevaluatedProperties: CodeKeywordDefinition = {
  ...standard,
  code (cxt) {
    const { gen, it: { props } } = cxt
    if (props instanceof Name) {
      gen.if(_`${props} && ${props} !== true`, () => gen.assign(props, _`Object.assign(Object.create(null), ${props})`))
    }
    standard.code(cxt)
  }
}
