import { isObject } from "../contract/is-object.js";
/**
 * Reads a schema's discriminator: its mapping, by the name of a schema or by a reference to it, and the names that follow from the
 * references themselves. Nothing where it names none of the alternatives.
 */
export function readChoice(discriminator, branches, resolve) {
    if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string')
        return undefined;
    const { propertyName, mapping, defaultMapping } = discriminator;
    // "When using the discriminator, inline schemas will not be considered" (OpenAPI 3.1, Discriminator Object).
    const refs = branches.map(branch => isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined);
    const targets = refs.map(ref => ref === undefined ? undefined : resolve(ref));
    const findBranch = (meant) => {
        if (typeof meant !== 'string')
            return undefined;
        const index = [refs.indexOf(meant), targets.indexOf(`/components/schemas/${meant}`), indexOfTarget(targets, resolve(meant)), refs.findIndex(ref => ref !== undefined && nameOf(ref) === nameOf(meant))];
        return index.find(index => index >= 0);
    };
    const implicit = refs.flatMap((ref, index) => ref === undefined ? [] : [[nameOf(ref), index]]);
    const explicit = Object.entries(isObject(mapping) ? mapping : {}).flatMap(([name, meant]) => {
        const index = findBranch(meant);
        return index === undefined ? [] : [[name, index]];
    });
    const mapped = new Set(explicit.map(([, index]) => index));
    const names = [...explicit, ...implicit.filter(([, index]) => !mapped.has(index))].map(([name]) => name);
    const byName = new Map([...implicit.reverse(), ...explicit]);
    return byName.size === 0 ? undefined : { propertyName, byName, names, otherwise: findBranch(defaultMapping) };
}
function indexOfTarget(targets, target) {
    return target === undefined ? -1 : targets.indexOf(target);
}
/** The last name of a reference, without the ending of a file: `Dog` of `#/components/schemas/Dog`, of `Dog` and of `dogs/Dog.yaml`. */
function nameOf(ref) {
    return ref.slice(ref.lastIndexOf('/') + 1).replace(/\.(?:json|ya?ml)$/i, '');
}
