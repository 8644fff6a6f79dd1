/** A stub as it is shown. */
export function showStub({ given, id, used }) {
    return { id, ...given, used };
}
