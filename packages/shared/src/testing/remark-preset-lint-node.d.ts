declare module 'remark-preset-lint-node' {
  import type { Preset } from 'unified'

  const preset: Preset
  // oxlint-disable-next-line import/no-default-export -- as the package has it
  export default preset
}
