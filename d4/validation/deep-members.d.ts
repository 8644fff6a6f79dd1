import type { RawPairs } from './query-string.ts';
import type { Shape } from './shape.ts';
/** Reads `filter[state]=open&filter[ids][]=1` as the object that `filter` is; `undefined` where no member of it is given. */
export declare function readDeepMembers(name: string, pairs: RawPairs, shape: Shape): unknown;
