import type { Delivery } from './delivery.ts';
import type { Exchange } from './exchange.ts';
import type { Resource } from './resource.ts';
import type { Draft, Guard, Insertion, ResourceChange, ResourceIndex, Seek, Store, StoredStub, Taken, Usage, Window } from './store.ts';
export interface MemoryStoreOptions {
    readonly indexes: readonly ResourceIndex[];
    readonly maxResources: number;
    readonly maxExchanges: number;
}
/** Keeps a world's state in this process. */
export declare class MemoryStore implements Store {
    #private;
    constructor({ indexes, maxResources, maxExchanges }: MemoryStoreOptions);
    insert(draft: Draft, guards: readonly Guard[]): Insertion;
    get(type: string, id: string): Resource | 'absent' | undefined;
    put(resource: Resource): void;
    update(type: string, id: string, change: (resource: Resource) => ResourceChange | undefined): Resource | undefined;
    delete(type: string, id: string): void;
    forget(type: string, id: string): void;
    room(): number;
    list(type?: string): readonly Resource[];
    listBy(index: ResourceIndex, key: string): readonly Resource[];
    reindex(indexes: readonly ResourceIndex[]): void;
    retainTypes(types: ReadonlySet<string>): readonly Resource[];
    nextNumber(type: string, from: number): number;
    count(limit: string, key: string, window: Window, now: number): Usage;
    usage(limit: string, key: string, { max }: Window, now: number): Usage;
    remember<T>(memory: string, key: string, make: () => T): {
        first: boolean;
        answer: T;
    };
    addStub(stub: StoredStub): void;
    takeStub<T extends StoredStub>(operation: string, matches: (stub: T) => boolean, valueAt?: Seek['valueAt']): Taken<T> | undefined;
    stubs(): readonly StoredStub[];
    deleteStub(id: string): boolean;
    deleteStubs(): void;
    append(exchange: Exchange): void;
    exchanges(): readonly Exchange[];
    deleteExchanges(): void;
    droppedExchanges(): number;
    droppedResources(): number;
    addDelivery(delivery: Delivery): Delivery | undefined;
    deliveries(): readonly Delivery[];
    droppedDeliveries(): number;
}
