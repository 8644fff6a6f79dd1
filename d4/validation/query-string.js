const NO_PAIRS = new Map();
/** Splits a query string or a form into its members. What cannot be decoded in a name stays as it is. */
export function splitPairs(text) {
    if (text === '')
        return NO_PAIRS;
    const pairs = new Map();
    for (const part of text.split('&')) {
        if (part === '')
            continue;
        const end = part.indexOf('=');
        const rawName = end < 0 ? part : part.slice(0, end);
        const name = decodeText(rawName) ?? rawName;
        const value = end < 0 ? '' : part.slice(end + 1);
        const values = pairs.get(name);
        if (values === undefined)
            pairs.set(name, [value]);
        else
            values.push(value);
    }
    return pairs;
}
/** Decodes a name or value of a query or form, where a plus is a space; `undefined` if it is not percent-encoded UTF-8. */
export function decodeText(text) {
    return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
/** Decodes percent-encoded UTF-8; `undefined` if it is not. */
export function decodePercent(text) {
    if (!text.includes('%'))
        return text;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
