import { createDraft, readText } from "./draft.js";
import { toContract } from "./parse-contract.js";
/** Reads an OpenAPI document of any version, YAML or JSON. Rejects with one error that lists all that keeps it from being served. */
export async function readContract(text, origin, options = {}) {
    return await finishDraft(createDraft(readText(text, origin.file), origin), options);
}
/** What could be a reference to another file: one that does not begin with a hash. */
const FOREIGN_REF = /\$ref["']?\s*:\s*(?:["']\s*)?[^"'\s#]/;
/** Makes a contract of a draft. What most documents do not need is not loaded for them. */
export async function finishDraft(draft, options) {
    const { document, origins, texts, version } = draft;
    let unread;
    let upgradePart;
    if (texts.some(text => FOREIGN_REF.test(text))) {
        const { bundleDocument } = await import("./bundle-document.js");
        unread = await bundleDocument(draft, options);
    }
    if (version === '2.0' || version === '3.0') {
        const { upgradeDocument } = await import("./upgrade-document.js");
        upgradePart = upgradeDocument(document, origins);
    }
    return toContract(draft, { unread, upgradePart });
}
