import { createSettingsCheck } from "../admin/check-settings.js";
import { createStubParser } from "../scenarios/parse-stub.js";
import { carryCallbacks } from "./carry-callbacks.js";
import { carryResources } from "./carry-resources.js";
import { carrySettings } from "./carry-settings.js";
import { carryStubs } from "./carry-stubs.js";
/** Has the state of all worlds go by another edition. What has nothing to belong to any longer is dropped, and told. */
export function carryOver({ callbacksOf, worlds }, edition) {
    const { contracts, simulations, types } = edition;
    const parseStub = createStubParser(contracts.flatMap(({ operations }) => operations), simulations);
    const checkSettings = createSettingsCheck(edition);
    worlds.reindex([...simulations.values()].flatMap(({ indexes }) => indexes));
    return worlds.list().flatMap(world => [
        ...carryResources(world, types),
        ...carryStubs(world, parseStub),
        ...carrySettings(world, checkSettings),
        ...carryCallbacks(callbacksOf(world), edition).map(of => ({ kind: 'callback', of, world: world.name }))
    ]);
}
