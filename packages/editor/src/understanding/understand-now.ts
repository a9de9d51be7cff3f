/** A door of its own, so that the recognisers come when the page has been drawn. */
export { understand } from '@plenary/shared/blocks'
