import type { Operation } from '../contract/contract.ts';
import type { ApiSimulation } from '../simulation/simulation.ts';
import type { Stub } from './stub.ts';
/** Makes a stub of what was sent. Throws `InvalidStub` with every mistake in it; `pointer` is where it stands in what was sent. */
export type ParseStub = (value: unknown, id: string, pointer?: string) => Stub;
/** Makes the reader of stubs for a server's operations, with the simulations of their APIs by name. */
export declare function createStubParser(operations: readonly Operation[], simulations?: ReadonlyMap<string, ApiSimulation>): ParseStub;
