import { Ellipsis, IndentDecrease, IndentIncrease } from 'lucide-react'

import { liftItem, sinkItem } from '../commands/item.ts'
import { formatOf } from '../formats/formats.ts'
import { entriesOf, FormatTool, type Place } from './format-tool.tsx'
import { BLOCKS, LISTS, MORE, STYLES } from './places.ts'
import { ToolMenu } from './tool-menu.tsx'
import { runIn, Tool } from './tool.tsx'

/** Paragraph or heading, as a menu that shows what the caret is in. */
export function StyleTool(place: Place) {
  const style = STYLES.map(formatOf).find((format) => format.isActive(place.context))?.title ?? 'Style'
  return (
    <div className="tools">
      <ToolMenu
        label="Text style"
        name={`Text style: ${style}`}
        face={<span className="tool-style">{style}</span>}
        entries={entriesOf(place, STYLES)}
      />
    </div>
  )
}

/** Lists and all other blocks. */
export function BlockTools(place: Place) {
  const { editor, context } = place
  const outside = context.list === null
  return (
    <>
      <div className="tools">
        {LISTS.map((id) => (
          <FormatTool key={id} {...place} id={id} />
        ))}
        <Tool
          title="One level out"
          shortcut="Shift-Tab"
          icon={IndentDecrease}
          disabled={outside}
          onPress={() => runIn(editor, liftItem)}
        />
        <Tool
          title="One level in"
          shortcut="Tab"
          icon={IndentIncrease}
          disabled={outside}
          onPress={() => runIn(editor, sinkItem)}
        />
      </div>
      <div className="tools">
        {BLOCKS.map((id) => (
          <FormatTool key={id} {...place} id={id} />
        ))}
        <ToolMenu label="More" face={<Ellipsis size={18} aria-hidden />} entries={entriesOf(place, MORE)} />
      </div>
    </>
  )
}
