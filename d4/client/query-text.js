/** Writes the query of a URL; what is undefined is left out. */
export function queryText(parameters) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined)
            query.append(name, String(value));
    }
    return query.size === 0 ? '' : `?${query.toString()}`;
}
