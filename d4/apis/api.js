/** Puts the APIs of an edition together with the state that they act on. */
export function listApis({ contracts, handlers, rowFiles, simulations }, { callbacksOf, worlds }) {
    return contracts.flatMap(contract => {
        const simulation = simulations.get(contract.name);
        return simulation === undefined ? [] : [{ contract, simulation, worlds, rowFiles, handlers, callbacksOf, announce: createAnnounce(simulation, callbacksOf) }];
    });
}
/** Makes the function that passes what becomes of resources to the webhooks of their API; nothing where it has none. */
export function createAnnounce({ webhooks }, callbacksOf) {
    if (webhooks.length === 0)
        return undefined;
    return (kind, subject, scope) => callbacksOf(scope.world).announce(webhooks, kind, subject, scope);
}
