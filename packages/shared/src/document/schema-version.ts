/**
 * Raised whenever an older page would not know a node, mark or attribute; such a page is told to reload before it syncs.
 * In a file of its own, because the server compares it and has no need of the schema itself.
 */
export const SCHEMA_VERSION = 2
