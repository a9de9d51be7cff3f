export { rememberArrangement, rememberedArrangement } from './remembered.ts'
export { SideButton } from './side-button.tsx'
