import { escapePointer } from "../contract/json-pointer.js";
import { isObject } from "../contract/is-object.js";
import { nearest } from "../contract/nearest.js";
import { innerValidators } from "./alternatives.js";
import { bestAlternative } from "./best-alternative.js";
import { toExpected } from "./expectations.js";
import { createCountViolation, createMissing, createViolation } from "./violations.js";
/** Of one alternative, no more is told. */
const MAX_INNER = 20;
/** Says what Ajv found in the part of a message that a schema describes, and how much more there was. What it says of alternatives is reduced to what helps. */
export function toViolations(errors, reference, { spot, max }) {
    const findings = listFindings(errors, reference);
    const violations = findings.slice(0, max).flatMap(finding => toViolation(finding, reference, { ...spot, pointer: spot.pointer + finding.error.instancePath }));
    return { violations, more: Math.max(0, findings.length - max) };
}
/** Ajv lists what it found within a keyword before the keyword itself; this puts it inside. */
function listFindings(errors, reference) {
    const findings = [];
    for (let index = errors.length - 1; index >= 0; index--) {
        const error = errors[index];
        if (error === undefined)
            continue;
        const inner = listInnerErrors(error, reference);
        index -= inner.reduce((sum, list) => sum + list.length, 0);
        findings.push({ error, inner });
    }
    return findings.reverse();
}
function listInnerErrors(error, reference) {
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
        return innerValidators(reference, error).map(validate => validate(error.data) ?? []);
    }
    if (error.keyword === 'contains' && Array.isArray(error.data)) {
        const [validate] = innerValidators(reference, error);
        return validate === undefined ? [] : error.data.map(item => validate(item) ?? []);
    }
    return [];
}
function toViolation({ error, inner }, reference, spot) {
    const { keyword, params, data, parentSchema } = error;
    // What is wrong with a name is told with the member; what `if` led to has been told.
    if (error.propertyName !== undefined && keyword !== 'propertyNames')
        return [];
    if (keyword === 'if')
        return [];
    const expectation = { rule: keyword, expected: toExpected(error) };
    if (keyword === 'required' || keyword === 'dependentRequired')
        return [createMissing(memberOf(spot, params.missingProperty))];
    if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
        return [toExtra(spot, error, String(params.additionalProperty ?? params.unevaluatedProperty))];
    }
    if (keyword === 'propertyNames')
        return [createViolation(memberOf(spot, params.propertyName), { rule: keyword, expected: 'have a name that is allowed here' }, params.propertyName)];
    if (SIZES[keyword] !== undefined)
        return [createCountViolation(spot, expectation, SIZES[keyword](data))];
    if (inner.length > 0 && keyword !== 'contains' && params.passingSchemas == null) {
        const alternatives = inner.map(errors => toViolations(errors, reference, { spot, max: MAX_INNER }).violations);
        return bestAlternative(alternatives, { spot, data, schema: parentSchema ?? {}, keyword });
    }
    return [createViolation(spot, expectation, data)];
}
const SIZES = {
    minLength: value => [...String(value)].length,
    maxLength: value => [...String(value)].length,
    minItems: lengthOf,
    maxItems: lengthOf,
    items: lengthOf,
    unevaluatedItems: lengthOf,
    minProperties: value => isObject(value) ? Object.keys(value).length : 0,
    maxProperties: value => isObject(value) ? Object.keys(value).length : 0
};
function lengthOf(value) {
    return Array.isArray(value) ? value.length : 0;
}
function toExtra(spot, { keyword, data, parentSchema }, name) {
    const near = nearest(name, Object.keys(parentSchema?.properties ?? {}));
    const expected = near === undefined ? 'not be present' : `not be present (did you mean "${near}"?)`;
    return createViolation(memberOf(spot, name), { rule: keyword, expected }, isObject(data) ? data[name] : undefined);
}
function memberOf(spot, name) {
    return { ...spot, pointer: `${spot.pointer}/${escapePointer(String(name))}` };
}
