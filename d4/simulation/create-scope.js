/** The scope in which all templates of one request are filled in. */
export function createScope(request, world, { announce, limits, rowFiles }) {
    return { world, now: world.clock.now(), request, limits, rowFiles, announce };
}
