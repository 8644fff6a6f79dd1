/** Knows where the parts of a document stand in the texts that it was put together from. */
export class Origins {
    #root;
    #stages = [];
    constructor(root) {
        this.#root = root;
    }
    /** Begins the next change of the document; what is noted in it goes by the pointers before and after that change. */
    nextStage() {
        const origins = new Map();
        this.#stages.push(origins);
        return {
            move: (to, from) => { origins.set(to, { pointer: from }); },
            bring: (to, source, from) => { origins.set(to, { pointer: from, source }); },
            entries: () => [...origins].map(([to, { pointer }]) => [to, pointer])
        };
    }
    /** The text in which a part of the document as it is now stands, and its pointer there. */
    find(pointer) {
        for (const stage of this.#stages.toReversed()) {
            const origin = findOrigin(stage, pointer);
            if (origin?.source !== undefined)
                return { source: origin.source, pointer: origin.pointer };
            pointer = origin?.pointer ?? pointer;
        }
        return { source: this.#root, pointer };
    }
    /** Where a part of the document as it is now stands. */
    locate(pointer) {
        const { source, pointer: at } = this.find(pointer);
        const place = source.locate(at);
        return source === this.#root ? place : { ...place, file: source.file };
    }
}
/** What is known of a part, or else of the nearest part around it. */
function findOrigin(stage, pointer) {
    if (stage.size === 0)
        return undefined;
    for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
        const origin = stage.get(pointer.slice(0, end));
        if (origin !== undefined)
            return { ...origin, pointer: origin.pointer + pointer.slice(end) };
        if (end === 0)
            return undefined;
    }
    return undefined;
}
