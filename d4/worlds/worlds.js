import { InvalidWorldName } from "../errors.js";
import { World } from "./world.js";
/** The world of a request that names none. */
export const DEFAULT_WORLD = 'default';
/** The form of a world's name, as the start of a regular expression: it can stand in a URL and in a header as it is. */
export const WORLD_NAME = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}';
const NAME = new RegExp(`^${WORLD_NAME}$`);
/** The worlds of a server. One is made when it is first used. */
export class Worlds {
    #options;
    // A Map keeps the order of insertion: the longest unused stands first.
    #worlds = new Map();
    #latest;
    /** How many worlds were dropped to make room. */
    dropped = 0;
    constructor(options) {
        this.#options = options;
    }
    /** The world of a name. Throws `InvalidWorldName` for one that cannot be. */
    get(name) {
        if (this.#latest?.name === name)
            return this.#latest;
        const world = this.#worlds.get(name) ?? this.#create(name);
        this.#worlds.delete(name);
        this.#worlds.set(name, world);
        this.#latest = world;
        return world;
    }
    /** Gives a world back its start. */
    reset(name) {
        this.delete(name);
        return this.get(name);
    }
    /** Tells whether there was one. */
    delete(name) {
        this.#worlds.get(name)?.close();
        if (this.#latest?.name === name)
            this.#latest = undefined;
        return this.#worlds.delete(name);
    }
    /** Every world, the longest unused first. */
    list() {
        return [...this.#worlds.values()];
    }
    /** Keeps the resources of every world under other indexes from now on. */
    reindex(indexes) {
        this.#options = { ...this.#options, indexes };
        for (const world of this.#worlds.values())
            world.store.reindex(indexes);
    }
    close() {
        for (const world of this.#worlds.values())
            world.close();
    }
    #create(name) {
        if (!NAME.test(name))
            throw new InvalidWorldName(JSON.stringify(name.slice(0, 80)));
        if (this.#worlds.size >= this.#options.maxWorlds)
            this.#dropLongestUnused();
        return new World(name, this.#options);
    }
    #dropLongestUnused() {
        const [longestUnused] = this.#worlds.keys();
        if (longestUnused === undefined)
            return;
        this.delete(longestUnused);
        this.dropped++;
    }
}
