/** The form of a part of a scenario's name, as a piece of a regular expression. */
export const SCENARIO_WORD = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}'

/** The form of a scenario's name, as a regular expression: a word, or an API and a word. */
export const SCENARIO_NAME = `^${SCENARIO_WORD}(/${SCENARIO_WORD})?$`
