/** Makes the function that finds what belongs to a world: it is made when it is first asked for, and lives as long as the world. */
export function byWorld(make) {
    const known = new WeakMap();
    return world => {
        let own = known.get(world);
        if (own === undefined)
            known.set(world, own = make(world));
        return own;
    };
}
