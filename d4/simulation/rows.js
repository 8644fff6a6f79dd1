import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RowsNotFound } from "../errors.js";
import { nearest } from "../contract/nearest.js";
import { Random } from "../worlds/random.js";
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi;
const CHUNK = 64 * 1024;
/** The files of rows in a folder. Their names are known from the start, so that no name can lead out of it; each is read when it is first used. */
export class RowFiles {
    #folder;
    #names;
    #read = new Map();
    constructor(folder) {
        this.#folder = folder ?? '';
        this.#names = new Set(folder === undefined ? [] : listRowFiles(folder));
    }
    has(name) {
        return this.#names.has(name);
    }
    names() {
        return [...this.#names];
    }
    /** Throws `RowsNotFound` for a file that was not there at the start. */
    read(name, headerLines) {
        const key = `${headerLines} ${name}`;
        const known = this.#read.get(key);
        if (known !== undefined)
            return known;
        if (!this.#names.has(name))
            throw new RowsNotFound(name, nearest(name, this.names()) ?? 'none');
        const rows = cutRows(readFileSync(join(this.#folder, name), 'utf8'), headerLines);
        this.#read.set(key, rows);
        return rows;
    }
}
/** Cuts a text of lines into rows. */
export function cutRows(text, headerLines) {
    const lines = text.split('\n').filter(line => line !== '').map(line => `${line}\n`);
    const header = lines.slice(0, headerLines).join('');
    const body = lines.slice(headerLines);
    return {
        header,
        headerSize: Buffer.byteLength(header),
        rows: body.map(line => line.split(UUID)),
        rowsSize: Buffer.byteLength(body.join(''))
    };
}
/**
 * Repeats rows, each time with UUIDs of their own. The size is known beforehand, the content is made in pieces, and it is
 * the same at every reading.
 */
export function repeatRows({ header, headerSize, rows, rowsSize }, repeat, seed) {
    function* chunks() {
        const random = new Random(seed);
        let text = header;
        for (let round = 0; round < repeat; round++) {
            for (const row of rows) {
                text += row.reduce((line, piece) => `${line}${random.uuid()}${piece}`);
                if (text.length < CHUNK)
                    continue;
                yield Buffer.from(text);
                text = '';
            }
        }
        if (text !== '')
            yield Buffer.from(text);
    }
    return { size: headerSize + rowsSize * repeat, chunks };
}
function listRowFiles(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /[/\\]rows$/.test(entry.parentPath))
        .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
