import type { Seek, StoredStub } from './store.ts';
/** The stubs of one operation, in the order in which they answer: by their priority, then the latest first. */
export declare class OperationStubs {
    #private;
    add(stub: StoredStub): void;
    remove(stub: StoredStub): void;
    /** Takes a use of the first stub that matches and has one left. */
    take({ matches, valueAt }: Seek): StoredStub | undefined;
}
