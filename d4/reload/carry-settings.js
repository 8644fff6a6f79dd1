import { parsePointer } from "../contract/json-pointer.js";
import { isObject } from "../contract/is-object.js";
import { DEFAULT_SETTINGS } from "../worlds/settings.js";
/** Takes out of the settings of a world what speaks of things that are gone. */
export function carrySettings(world, check) {
    if (world.settings === DEFAULT_SETTINGS)
        return [];
    const violations = check(world.settings);
    for (const { pointer } of violations) {
        world.settings = without(world.settings, parsePointer(pointer) ?? []); // none of its first members ever goes
    }
    return violations.map(({ message, pointer }) => ({ kind: 'setting', of: pointer.slice(1), world: world.name, reason: message }));
}
function without(value, [name, ...names]) {
    if (!isObject(value) || name === undefined || !Object.hasOwn(value, name))
        return value;
    const { [name]: member, ...others } = value;
    return names.length === 0 ? others : { ...value, [name]: without(member, names) };
}
