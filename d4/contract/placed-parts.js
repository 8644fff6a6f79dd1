import { basename, extname } from 'node:path';
import { freeName } from "./free-name.js";
import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
/** Where parts of a kind have their place, so that others can refer to them. */
const PLACES = {
    schema: 'schemas',
    response: 'responses',
    parameter: 'parameters',
    example: 'examples',
    requestBody: 'requestBodies',
    header: 'headers',
    securityScheme: 'securitySchemes',
    link: 'links',
    callback: 'callbacks'
};
/** In Swagger 2.0, these stand at the root. */
const SWAGGER_PLACES = { schema: 'definitions', response: 'responses', parameter: 'parameters', securityScheme: 'securityDefinitions' };
/** The parts of other files that have been given a place in a document. */
export class PlacedParts {
    #document;
    #version;
    #pointers = new Map();
    constructor(document, version) {
        this.#document = document;
        this.#version = version;
    }
    /** The JSON pointer of a part's place, which it is given when it is first asked for. */
    place(kind, part) {
        const key = `${kind} ${part.address}#${part.pointer}`;
        const known = this.#pointers.get(key);
        if (known !== undefined)
            return { pointer: known, isNew: false };
        const { holder, pointer: at } = this.#holderOf(kind);
        const name = freeName(nameOf(part), name => Object.hasOwn(holder, name));
        holder[name] = part.value;
        const pointer = `${at}/${escapePointer(name)}`;
        this.#pointers.set(key, pointer);
        return { pointer, isNew: true };
    }
    #holderOf(kind) {
        const isSwagger = this.#version === '2.0';
        const place = (isSwagger ? SWAGGER_PLACES[kind] : PLACES[kind]) ?? `x-${kind}s`;
        const parent = isSwagger ? this.#document : memberOf(this.#document, 'components');
        return { holder: memberOf(parent, place), pointer: isSwagger ? `/${place}` : `/components/${place}` };
    }
}
function memberOf(parent, name) {
    const own = parent[name];
    if (isObject(own))
        return own;
    const made = {};
    parent[name] = made;
    return made;
}
/** What a part is called where it stands: its own name there, or that of its file. */
function nameOf({ address, pointer }) {
    const name = pointer === '' ? basename(address.replace(/[?#].*$/, ''), extname(address)) : pointer.slice(pointer.lastIndexOf('/') + 1);
    return name.replaceAll('~1', '_').replaceAll(/[^A-Za-z0-9._-]/g, '_') || 'part';
}
