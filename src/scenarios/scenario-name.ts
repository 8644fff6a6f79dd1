/** Pattern of a part of a scenario's name, without anchors. */
export const SCENARIO_WORD = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}'

/** Pattern of a scenario's name: a word, or an API and a word. */
export const SCENARIO_NAME = `^${SCENARIO_WORD}(/${SCENARIO_WORD})?$`
