import type { Contract, Operation } from '../contract/contract.ts';
export interface BannerContent {
    readonly version: string;
    /** The base URL, without a slash at the end. */
    readonly url: string;
    readonly contracts: readonly BannerContract[];
}
/** As much of a contract as is printed. */
type BannerContract = Pick<Contract, 'name' | 'basePath'> & {
    readonly document: {
        readonly info: {
            readonly title: string;
        };
    };
    readonly operations: ReadonlyArray<Pick<Operation, 'id' | 'path'> & {
        readonly method: string;
    }>;
};
/** What start-up prints: where it listens, which operations it serves, and where the admin API is. */
export declare function bannerText({ version, url, contracts }: BannerContent): string;
export {};
