import type { Resource } from './resource.ts';
import type { Guard, ResourceIndex } from './store.ts';
/** The key under which an index keeps values: they are equal where their JSON is. */
export declare function keyOf(values: readonly unknown[]): string;
/** Resources by the values of their members. */
export declare class IndexedResources {
    #private;
    constructor(indexes: readonly ResourceIndex[]);
    add(resource: Resource): void;
    remove(resource: Resource): void;
    list(index: ResourceIndex, key: string): readonly Resource[];
    /** What counts for a guard. Forgets for good what no longer can, so that ended jobs cost nothing. */
    counted({ index, key, weigh }: Guard): readonly Resource[];
}
