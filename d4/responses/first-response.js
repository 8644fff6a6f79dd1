/** Combines sources into one that answers with the first response any of them gives. */
export function firstResponse(...sources) {
    return (request, world, way) => {
        for (const source of sources) {
            const response = source(request, world, way);
            if (response !== undefined)
                return response;
        }
        return undefined;
    };
}
