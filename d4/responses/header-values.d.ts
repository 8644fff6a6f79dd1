import type { ResponseDefinition } from '../contract/contract.ts';
import type { World } from '../worlds/world.ts';
export type Headers = Readonly<Record<string, string>>;
/** Makes the function that gives a documented response its headers: those with an example, and generated ones where they are required. */
export declare function headerValues({ headers }: ResponseDefinition): (world: World) => Headers;
