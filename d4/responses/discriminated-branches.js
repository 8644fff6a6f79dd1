import { isObject } from "../contract/is-object.js";
import { readChoice } from "../validation/discriminators.js";
import { NOTHING } from "./schema-reader.js";
/** The alternatives of a schema; each with the value by which its discriminator tells it, where it has one (OpenAPI 3.1, Discriminator Object). */
export function discriminatedBranches(branches, { discriminator }, reader) {
    const choice = readChoice(discriminator, branches, reference => reader.resolve(reference));
    if (choice === undefined)
        return branches.map(branch => [branch]);
    const { byName, names, propertyName: name } = choice;
    return branches.map((branch, index) => {
        const value = names.find(candidate => byName.get(candidate) === index && !forbids(branch, { name, value: candidate }, reader));
        return value === undefined ? [branch] : [branch, { type: 'object', required: [name], properties: { [name]: { const: value } } }];
    });
}
/** Whether a branch has other values for the member that tells it. */
function forbids(branch, { name, value }, reader) {
    const { facets } = reader.lay({ schemas: [branch], decided: NOTHING });
    const members = facets.map(({ properties }) => isObject(properties) ? properties[name] : undefined);
    return reader.lay({ schemas: members, decided: NOTHING }).facets.some(facet => (facet.const !== undefined && facet.const !== value) || (Array.isArray(facet.enum) && !facet.enum.includes(value)));
}
