import type { ServerState } from '../admin/admin-options.ts';
import type { Edition } from '../apis/edition.ts';
import type { Dropped } from './dropped.ts';
/** Has the state of all worlds go by another edition. What has nothing to belong to any longer is dropped, and told. */
export declare function carryOver({ callbacksOf, worlds }: ServerState, edition: Edition): Dropped[];
