/** Past so many steps down, a value is as small as it may be. */
export const LEAN_DEPTH = 12;
/** Past so many, there is none: its schema has no end. */
export const END_DEPTH = 24;
/** One of some things. */
export function pick(things, random) {
    return things[random.below(things.length)];
}
