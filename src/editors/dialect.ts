/** The dialect of the schemas for editors: the latest that all of them read whole. */
export const DIALECT = 'http://json-schema.org/draft-07/schema#'
