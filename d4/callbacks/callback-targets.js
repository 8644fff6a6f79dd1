/** Lists all that can be fired, by name: `api.webhook`, or `api.operation.callback`. Of several methods of one name the first counts. */
export function listCallbackTargets(contracts, simulations) {
    const targets = contracts.flatMap(({ name: api, operations, webhooks }) => {
        const simulation = simulations.get(api);
        return [
            ...webhooks.map(definition => {
                const id = `${api}.${definition.name}`;
                const declared = simulation?.webhooks.find(webhook => webhook.definition === definition)?.atOnce;
                return named(id, { id, definition, simulation, declared, webhook: id });
            }),
            ...operations.flatMap(({ callbacks, id }) => callbacks.map(definition => {
                const declared = simulation?.operations.get(id)?.callbacks.find(callback => callback.definition === definition);
                return named(`${id}.${definition.name}`, { id: `${id}/${definition.name}`, definition, simulation, declared, webhook: undefined });
            }))
        ];
    });
    // The last of a name stays in a map.
    return new Map(targets.reverse());
}
function named(name, target) {
    return [name, target];
}
