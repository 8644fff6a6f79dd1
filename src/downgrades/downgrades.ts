/** The versions of OpenAPI to which documents are downgraded. */
export const DOWNGRADES = ['3.1.0', '3.0.3'] as const

export type DowngradeVersion = typeof DOWNGRADES[number]
