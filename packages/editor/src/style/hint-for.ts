// A door of its own, so that the styles come only when a hint is shown.
export { hintFor } from '@plenary/shared/style'
