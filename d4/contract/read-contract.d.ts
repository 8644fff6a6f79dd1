import type { Contract } from './contract.ts';
import type { ContractOrigin, Draft } from './draft.ts';
export interface FinishOptions {
    /**
     * Whether what `$ref`s of http(s) URLs lead to is fetched.
     * @default false
     */
    readonly allowRemoteRefs?: boolean | undefined;
    /** Told of every file and folder that documents are read from, or looked for in vain: for whoever watches them. */
    readonly onRead?: OnRead | undefined;
}
/** Told of a file or a folder that is about to be read. */
export type OnRead = (path: string) => void;
/** Reads an OpenAPI document of any version, YAML or JSON. Rejects with one error that lists all that keeps it from being served. */
export declare function readContract(text: string, origin: ContractOrigin, options?: FinishOptions): Promise<Contract>;
/** Makes a contract of a draft. What most documents do not need is not loaded for them. */
export declare function finishDraft(draft: Draft, options: FinishOptions): Promise<Contract>;
