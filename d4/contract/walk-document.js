import { heldParts } from "./document-parts.js";
import { isObject } from "./is-object.js";
import { escapePointer, getByPointer } from "./json-pointer.js";
import { toPointer } from "./resolve-ref.js";
/**
 * Visits each part of a document once, a part before those that it holds; data such as examples and extensions is passed by.
 * What is referred to at a place where no part would be looked for is visited as what the reference takes it for.
 * Where the visit answers `false`, what the part holds is passed by.
 */
export function walkDocument(document, visit) {
    const walk = new Walk();
    walk.enter('document', document, undefined, '', '');
    const references = new Map();
    for (;;) {
        for (let part = walk.waiting.pop(); part !== undefined; part = walk.waiting.pop()) {
            if (visit(part) === false)
                continue;
            const ref = part.value.$ref;
            if (typeof ref === 'string')
                references.set(ref, part.kind);
            walk.enterHeld(part);
        }
        for (const [ref, kind] of references) {
            const target = toPointer(ref);
            if (target !== undefined)
                walk.enter(kind, getByPointer(document, target), undefined, target, '');
        }
        references.clear();
        if (walk.waiting.length === 0)
            return;
    }
}
/** What stands under names among which there may be extensions. */
const EXTENDED = new Set(['pathItem', 'response']);
const PATH_ITEMS = { as: 'named', kind: 'pathItem' };
class WalkedPart {
    kind;
    value;
    #holder;
    /** JSON pointer of what holds it by name, from the part around it. */
    #member;
    #name;
    constructor(kind, value, holder, member, name) {
        this.kind = kind;
        this.value = value;
        this.#holder = holder;
        this.#member = member;
        this.#name = name;
    }
    get within() {
        return this.#holder?.kind;
    }
    get pointer() {
        const around = `${this.#holder?.pointer ?? ''}${this.#member}`;
        return this.#name === '' ? around : `${around}/${escapePointer(String(this.#name))}`;
    }
}
/** One way through a document. */
class Walk {
    waiting = [];
    #seen = new Set();
    enter(kind, value, holder, member, name) {
        // The aliases of YAML make one object appear in several places, or within itself.
        if (!isObject(value) || this.#seen.has(value))
            return;
        this.#seen.add(value);
        this.waiting.push(new WalkedPart(kind, value, holder, member, name));
    }
    enterHeld(part) {
        const { kind, value } = part;
        if (kind === 'callback')
            return this.#enterEach(PATH_ITEMS, value, part, '');
        const held = heldParts(kind);
        for (const name of Object.keys(value)) {
            const holding = held.get(name);
            if (holding !== undefined)
                this.#enterEach(holding, value[name], part, `/${name}`);
        }
    }
    #enterEach({ as, kind }, value, holder, member) {
        // A list where one is expected is one of many mistakes of real documents: its elements are meant.
        if (Array.isArray(value)) {
            for (let index = 0; index < value.length; index++)
                this.enter(kind, value[index], holder, member, index);
            return;
        }
        if (as === 'one')
            return this.enter(kind, value, holder, member, '');
        if (!isObject(value))
            return;
        const mayBeExtended = EXTENDED.has(kind);
        for (const name of Object.keys(value)) {
            if (!mayBeExtended || !name.startsWith('x-'))
                this.enter(kind, value[name], holder, member, name);
        }
    }
}
