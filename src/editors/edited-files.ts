/** The kinds of files that editors can check. */
export const EDITED_FILES = ['openapi', 'overlay', 'scenario'] as const

export type EditedFile = (typeof EDITED_FILES)[number]
