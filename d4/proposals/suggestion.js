/** Leaves an operation as it is. */
export function leave(operation, reason) {
    return { kind: 'left out', operation, reason };
}
