import { compileEach, Declaration } from "../simulation/declaration.js";
import { Mistakes } from "./mistakes.js";
import { parseActs } from "./parse-acts.js";
import { parseDelay } from "./parse-delay.js";
import { parseOperation } from "./parse-operation.js";
import { parseWhen } from "./parse-when.js";
import { stubKey } from "./stub-key.js";
import { createStubbed } from "./stubbed.js";
const WORDS = ['operation', 'when', 'reply', 'sequence', 'simulate', 'delay', 'fault', 'times', 'priority', 'contract'];
/** Makes the reader of stubs for a server's operations, with the simulations of their APIs by name. */
export function createStubParser(operations, simulations = new Map()) {
    const known = new Map();
    const stubbedOf = (operation) => {
        const stubbed = known.get(operation) ?? createStubbed(operation, simulations.get(operation.api));
        known.set(operation, stubbed);
        return stubbed;
    };
    return (value, id, pointer = '') => {
        const mistakes = new Mistakes();
        return mistakes.read(value, () => {
            const declaration = new Declaration(value, pointer, mistakes.report);
            const { operation: declared } = declaration.parts();
            const { operation } = compileEach({
                words: () => declaration.members(WORDS),
                operation: () => declared === undefined ? declaration.refuse('"operation" is missing: name one, such as "mews.addExport"') : parseOperation(declared, operations)
            });
            return compileStub(declaration, id, stubbedOf(operation), mistakes);
        });
    };
}
function compileStub(declaration, id, stubbed, mistakes) {
    const { contract: declaredContract, delay, priority, times, when } = declaration.parts();
    const contract = declaredContract?.value === 'off' ? 'off' : 'on';
    const compiled = compileEach({
        contract: () => declaredContract?.word('way with the contract', ['on', 'off']),
        when: () => parseWhen(when ?? new Declaration({}, `${declaration.pointer}/when`, mistakes.report), stubbed, mistakes),
        acts: () => parseActs(declaration, { stubbed, contract, mistakes }),
        delay: () => delay && parseDelay(delay),
        times: () => times?.integer(1),
        priority: () => priority && parsePriority(priority)
    });
    const { acts } = compiled;
    const uses = acts.length > 1 || isSequence(declaration) ? acts.length : compiled.times;
    const key = stubKey(compiled.when.when);
    return {
        id,
        operation: stubbed.operation.id,
        given: showGiven(declaration, stubbed.operation.id, acts),
        acts,
        used: 0,
        matches: compiled.when.matches,
        ...compiled.when.calls !== undefined && { calls: compiled.when.calls },
        ...key !== undefined && { key },
        ...compiled.delay !== undefined && { delay: compiled.delay },
        ...uses !== undefined && { times: uses },
        ...compiled.priority !== undefined && { priority: compiled.priority }
    };
}
function parsePriority(declaration) {
    const { value } = declaration;
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : declaration.refuse(`must be a whole number, but is ${JSON.stringify(value)}`);
}
function isSequence(declaration) {
    return declaration.parts().sequence !== undefined;
}
/** The stub as it was given; a reply with the status that it has. */
function showGiven(declaration, operation, [act]) {
    const { reply, ...given } = Object.fromEntries(declaration.entries().map(([name, { value }]) => [name, value]));
    const shownReply = act?.kind === 'reply' && !isSequence(declaration) ? { reply: { ...reply ?? {}, status: act.reply.status } } : {};
    return { contract: 'on', ...given, operation, ...shownReply };
}
