import { InvalidStub } from "../errors.js";
/** Reads the stubs of a world anew, in their order and with the uses that they have left; those that could not be added now are dropped. */
export function carryStubs({ name: world, store }, parseStub) {
    // Only what the parser made is in the store.
    const stubs = store.stubs().toReversed();
    store.deleteStubs();
    return stubs.flatMap(({ called, given, id, operation, used }) => {
        try {
            store.addStub({ ...parseStub(given, id), used, ...called !== undefined && { called } });
            return [];
        }
        catch (error) {
            if (!(error instanceof InvalidStub))
                throw error;
            return [{ kind: 'stub', of: operation, world, reason: error.message }];
        }
    });
}
