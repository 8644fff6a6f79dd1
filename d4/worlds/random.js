import { createHash } from 'node:crypto';
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** A source of numbers that is the same for the same seed (the generator sfc32). */
export class Random {
    #a;
    #b;
    #c;
    #counter = 1;
    constructor(seed) {
        const digest = createHash('sha256').update(seed).digest();
        this.#a = digest.readInt32LE(0);
        this.#b = digest.readInt32LE(4);
        this.#c = digest.readInt32LE(8);
    }
    /** A whole number from 0 to 2³² − 1. */
    next() {
        const result = (this.#a + this.#b + this.#counter) | 0;
        this.#counter = (this.#counter + 1) | 0;
        this.#a = this.#b ^ (this.#b >>> 9);
        this.#b = (this.#c + (this.#c << 3)) | 0;
        this.#c = ((this.#c << 21) | (this.#c >>> 11)) + result | 0;
        return result >>> 0;
    }
    /** A number from 0, and less than 1. */
    fraction() {
        return this.next() / 2 ** 32;
    }
    /** A whole number from 0, and less than a count. */
    below(count) {
        return Math.floor(this.fraction() * count);
    }
    /** A UUID of version 4 (RFC 9562). */
    uuid() {
        const a = this.next();
        const b = this.next();
        const c = this.next();
        const d = this.next();
        return `${hex(a)}-${hex16(b >>> 16)}-${hex16((b & 0x0fff) | 0x4000)}-${hex16((c >>> 16 & 0x3fff) | 0x8000)}-${hex16(c & 0xffff)}${hex(d)}`;
    }
}
function hex(word) {
    return hex16(word >>> 16) + hex16(word & 0xffff);
}
function hex16(word) {
    return HEX[word >>> 8] + HEX[word & 0xff];
}
