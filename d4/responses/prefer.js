/** From one comma to the next; those within quotes do not count. */
const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g;
/** A name, and a value in quotes or without; the parameters that may follow after a semicolon say nothing here. */
const ITEM = /^\s*([^\s=;"]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*))?/;
/** Reads `Prefer` (RFC 7240 section 2), given once or more often: the first of a name counts, and unknown ones are passed over. */
export function parsePrefer(header) {
    const text = Array.isArray(header) ? header.join(',') : String(header);
    const found = new Map();
    for (const item of text.match(ITEMS) ?? []) {
        const [, name = '', value = ''] = ITEM.exec(item) ?? [];
        if (!found.has(name.toLowerCase()))
            found.set(name.toLowerCase(), unquote(value));
    }
    return { code: found.get('code') || undefined, example: found.get('example') || undefined, dynamic: found.get('dynamic') === 'true' };
}
/** Writes a preference as `Preference-Applied` names it (RFC 7240 section 3). */
export function writePreference(name, value) {
    return `${name}=${/^[\w!#$%&'*+.^`|~-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
}
function unquote(value) {
    return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}
