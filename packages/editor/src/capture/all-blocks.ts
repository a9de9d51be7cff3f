/** A door of its own to all that is known of blocks, so that it comes when the page has been drawn. */
export * from '@plenary/shared/blocks'
