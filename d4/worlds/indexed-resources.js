/** The key under which an index keeps values: they are equal where their JSON is. */
export function keyOf(values) {
    return JSON.stringify(values);
}
/** Resources by the values of their members. */
export class IndexedResources {
    #indexesOf = new Map();
    #lists = new Map();
    constructor(indexes) {
        for (const index of indexes) {
            const others = this.#indexesOf.get(index.type) ?? [];
            this.#indexesOf.set(index.type, [...others, index]);
            this.#lists.set(index.id, new Map());
        }
    }
    add(resource) {
        for (const index of this.#indexesOf.get(resource.type) ?? []) {
            const list = this.#lists.get(index.id);
            const key = keyOf(valuesOf(resource, index));
            const others = list?.get(key);
            if (others === undefined)
                list?.set(key, [resource]);
            else
                insertByNumber(others, resource);
        }
    }
    remove(resource) {
        for (const index of this.#indexesOf.get(resource.type) ?? []) {
            const lists = this.#lists.get(index.id);
            const key = keyOf(valuesOf(resource, index));
            const others = lists?.get(key);
            const at = others?.indexOf(resource) ?? -1;
            if (at !== -1)
                others?.splice(at, 1);
            // Keys may be new with every request: none is kept for nothing.
            if (others?.length === 0)
                lists?.delete(key);
        }
    }
    list(index, key) {
        return this.#lists.get(index.id)?.get(key) ?? [];
    }
    /** What counts for a guard. Forgets for good what no longer can, so that ended jobs cost nothing. */
    counted({ index, key, weigh }) {
        const lists = this.#lists.get(index.id);
        const candidates = lists?.get(key);
        if (candidates === undefined)
            return [];
        const counted = [];
        let kept = 0;
        for (const resource of candidates) {
            const weight = weigh(resource);
            if (weight === 'counts')
                counted.push(resource);
            if (weight !== 'gone')
                candidates[kept++] = resource;
        }
        candidates.length = kept;
        if (kept === 0)
            lists?.delete(key);
        return counted;
    }
}
/** New resources come last; one that is put again goes back to where it stood. */
function insertByNumber(resources, resource) {
    const before = resources.findLastIndex(other => other.number <= resource.number);
    resources.splice(before + 1, 0, resource);
}
function valuesOf(resource, { names }) {
    return names.map(name => resource.members[name] ?? resource.hidden[name]);
}
