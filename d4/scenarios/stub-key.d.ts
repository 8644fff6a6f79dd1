import type { ApiRequest } from '../validation/message.ts';
import type { StoredStub } from '../worlds/store.ts';
import type { When } from './when.ts';
type Key = NonNullable<StoredStub['key']>;
/** One value that a request must have to match, and where; `undefined` where there is no plain one. */
export declare function stubKey(when: When): Key | undefined;
/** The value that a request has at the place of a key. */
export declare function valueAt(request: ApiRequest, place: string): string | undefined;
export {};
