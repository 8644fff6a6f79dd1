import { isObject } from "../contract/is-object.js";
import { escapePointer, getByPointer, parsePointer } from "../contract/json-pointer.js";
import { NAMED_PARTS } from "../contract/named-parts.js";
import { toPointer } from "../contract/resolve-ref.js";
/** Members that hold data, in which `$id` and `$anchor` are values like any other. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum']);
/** What a document's own URI is taken for, where its schemas' names are relative to it (JSON Schema, Core, section 9.1.1). */
const DOCUMENT = 'https://document.invalid/';
const NONE = new Map();
/** Finds what the references of a document's schemas lead to. It looks through the document only where names are used, and then once. */
export class SchemaReferences {
    #document;
    #names;
    constructor(document) {
        this.#document = document;
    }
    /** The pointer of the schema with an `$id` that a place is in; of the document where there is none. References are relative to it. */
    baseOf(pointer) {
        let value = this.#document;
        let at = '';
        let base = '';
        for (const name of parsePointer(pointer) ?? []) {
            if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
                break;
            value = value[name];
            at += `/${escapePointer(name)}`;
            if (isObject(value) && typeof value.$id === 'string')
                base = at;
        }
        return base;
    }
    /** The pointer that a reference leads to from within a base; `undefined` where there is nothing. */
    resolve(ref, base) {
        const pointer = toPointer(ref);
        if (pointer !== undefined) {
            // Within a schema that names itself, `#/…` begins there; many a document means itself all the same.
            return [base + pointer, pointer].find(candidate => getByPointer(this.#document, candidate) !== undefined);
        }
        if (ref.startsWith('#'))
            return this.#findAnchor(base, ref.slice(1));
        const [uri = '', fragment = ''] = this.#toUri(ref, base)?.split('#') ?? [];
        const resource = this.#listNames().resources.get(uri);
        if (resource === undefined)
            return undefined;
        return fragment === '' ? resource : this.resolve(`#${fragment}`, resource);
    }
    /** What a `$dynamicAnchor` stands for in the schema that names itself, by name (JSON Schema, Core, section 8.2.2). */
    dynamicAnchors(base) {
        return this.#listNames().dynamicAnchors.get(base) ?? NONE;
    }
    /** Every place that has a `$dynamicAnchor` of a name. */
    listDynamic(name) {
        return [...this.#listNames().dynamicAnchors.values()].flatMap(anchors => anchors.get(name) ?? []);
    }
    #findAnchor(base, name) {
        const { anchors, dynamicAnchors } = this.#listNames();
        return anchors.get(base)?.get(name) ?? dynamicAnchors.get(base)?.get(name);
    }
    #toUri(ref, base) {
        const { resources } = this.#listNames();
        const from = [...resources].find(([, pointer]) => pointer === base)?.[0] ?? DOCUMENT;
        return URL.parse(ref, from)?.href;
    }
    #listNames() {
        this.#names ??= listNames(this.#document);
        return this.#names;
    }
}
function listNames(document) {
    const names = { resources: new Map(), anchors: new Map(), dynamicAnchors: new Map() };
    const seen = new Set();
    const waiting = [{ value: document, pointer: '', base: '', uri: DOCUMENT, named: false }];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
        // The aliases of YAML make one object appear in several places, or within itself.
        if (seen.has(part.value))
            continue;
        seen.add(part.value);
        const { base, uri } = part.named ? part : noteNames(part, names);
        // What comes first stands for the name: it is taken from the end.
        for (const [name, child] of Object.entries(part.value).reverse()) {
            if (typeof child !== 'object' || child === null || (!part.named && (DATA.has(name) || name.startsWith('x-'))))
                continue;
            waiting.push({ value: child, pointer: `${part.pointer}/${escapePointer(name)}`, base, uri, named: !part.named && NAMED_PARTS.has(name) && isObject(child) });
        }
    }
    return names;
}
function noteNames({ value, pointer, base, uri }, { resources, anchors, dynamicAnchors }) {
    const { $id, $anchor, $dynamicAnchor } = value;
    const own = typeof $id === 'string' ? URL.parse($id, uri)?.href.replace(/#$/, '') : undefined;
    const scope = own === undefined ? { base, uri } : { base: pointer, uri: own };
    if (own !== undefined && !resources.has(own))
        resources.set(own, pointer);
    note(anchors, scope.base, $anchor, pointer);
    note(dynamicAnchors, scope.base, $dynamicAnchor, pointer);
    return scope;
}
/** The first of a name is kept. */
function note(names, base, name, pointer) {
    if (typeof name !== 'string')
        return;
    const own = names.get(base) ?? new Map();
    names.set(base, own);
    if (!own.has(name))
        own.set(name, pointer);
}
