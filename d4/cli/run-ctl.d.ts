import type { CtlCommand } from './ctl.ts';
/** The process, as far as a command has to do with it. */
export interface CtlSurroundings {
    readonly print: (text: string) => void;
    readonly isTerminal: boolean;
    readonly readInput: () => Promise<string>;
}
/** Sends what a command asks for, and prints the answer. Tells whether it is good. Throws `StandinClientError` where it is refused, `InvalidOption` where a text is no JSON. */
export declare function runCtl({ follows, request, token, url, world }: CtlCommand & {
    kind: 'ctl';
}, { isTerminal, print, readInput }: CtlSurroundings): Promise<boolean>;
