const KINDS = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
/** The words that say of what kind a value is, where nothing else does. */
const WORDS = [
    ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties', 'propertyNames', 'dependentRequired', 'dependentSchemas', 'unevaluatedProperties']],
    ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']],
    ['string', ['pattern', 'format', 'minLength', 'maxLength']],
    ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']]
];
/** The kinds of values that all of some schemas allow. */
export function kindsOf(facets) {
    const declared = facets.flatMap(({ type }) => type === undefined ? [] : [[type].flat().filter(isKind)]).filter(kinds => kinds.length > 0);
    const [first, ...others] = declared.length > 0 ? declared : [[inferredKind(facets)]];
    const forbidden = facets.flatMap(({ not }) => typeof not === 'object' && not !== null && Object.keys(not).join() === 'type' && 'type' in not ? [not.type].flat() : []);
    return others.reduce(bothOf, first ?? []).filter(kind => !forbidden.includes(kind));
}
function isKind(type) {
    return typeof type === 'string' && KINDS.includes(type);
}
function bothOf(some, others) {
    return some.flatMap(kind => {
        if (others.includes(kind))
            return [kind];
        if (kind === 'number' && others.includes('integer'))
            return ['integer'];
        return kind === 'integer' && others.includes('number') ? ['integer'] : [];
    });
}
/** A value of no kind in particular is text. */
function inferredKind(facets) {
    const found = WORDS.find(([, words]) => facets.some(facet => words.some(word => facet[word] !== undefined)));
    return found?.[0] ?? 'string';
}
/** The values that all of some schemas list; `undefined` where none lists any. */
export function valuesOf(facets, kinds) {
    const lists = facets.flatMap(facet => [
        ...facet.const === undefined ? [] : [[facet.const]],
        ...Array.isArray(facet.enum) && facet.enum.length > 0 ? [facet.enum] : []
    ]);
    const [first, ...others] = lists;
    if (first === undefined)
        return undefined;
    const isTyped = facets.some(({ type }) => type !== undefined);
    const common = first.filter(value => others.every(list => list.some(other => isSame(value, other))));
    return isTyped ? common.filter(value => isOfKind(value, kinds)) : common;
}
function isSame(a, b) {
    return a === b || JSON.stringify(a) === JSON.stringify(b);
}
/** Whether a value is of one of some kinds. */
export function isOfKind(value, kinds) {
    if (value === null)
        return kinds.includes('null');
    if (Array.isArray(value))
        return kinds.includes('array');
    if (typeof value === 'number')
        return kinds.includes('number') || (Number.isInteger(value) && kinds.includes('integer'));
    // The other kinds are called as in JavaScript.
    return kinds.includes(typeof value);
}
/** The highest of the bounds that some schemas set. */
export function highest(facets, word) {
    return extreme(facets, word, Math.max);
}
/** The lowest of the bounds that some schemas set. */
export function lowest(facets, word) {
    return extreme(facets, word, Math.min);
}
function extreme(facets, word, better) {
    const numbers = facets.map(facet => facet[word]).filter(value => typeof value === 'number');
    return numbers.length === 0 ? undefined : better(...numbers);
}
