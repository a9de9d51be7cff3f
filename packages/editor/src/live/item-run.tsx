import type { AgendaProgress } from '@plenary/shared/ledger'
import { ChevronRight, MoreHorizontal, Play } from 'lucide-react'

import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { openItemOf } from './agenda.ts'
import { ItemTime } from './item-time.tsx'
import { useLive, useMay, useRecord } from './live.ts'
import { useAgenda } from './use-agenda.ts'

/** The item that is talked about, how long already and how long it may, and for whoever runs the meeting what comes next. */
export function ItemRun() {
  const { ask } = useLive()
  const { plan, next, open: openItem } = useAgenda()
  const open = useRecord(({ agenda }) => openItemOf(agenda))
  const runs = useMay('run-agenda')
  const isRunning = useRecord(({ phase }) => phase.phase === 'running')
  const at = open === null ? -1 : plan.findIndex(({ item }) => item === open.item)
  if (!isRunning) return null
  return (
    <div className="item-run">
      {open === null ? (
        <span className="item-none">No item is open</span>
      ) : (
        <>
          <span className="item-number">{at < 0 ? '' : `${at + 1}/${plan.length}`}</span>
          <strong className="item-text" title={open.text}>
            {open.text}
          </strong>
          <ItemTime item={open} />
        </>
      )}
      {runs && next !== null && (
        <Button
          className="next-item"
          icon={open === null ? <Play size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          aria-label={open === null ? 'Open the first' : 'Next'}
          title={`Next: ${next.text}`}
          onClick={() => void openItem(next)}
        >
          <span className="bar-word">{open === null ? 'Open the first' : 'Next'}</span>
        </Button>
      )}
      {runs && open !== null && next === null && (
        <Button onClick={() => void ask({ do: 'close-item', item: open.item, as: 'done' })}>Done</Button>
      )}
      {runs && (open !== null || plan.length > 0) && <ItemMenu open={open} />}
    </div>
  )
}

function ItemMenu({ open }: { readonly open: AgendaProgress | null }) {
  const { ask } = useLive()
  const { plan, next, open: openItem } = useAgenda()
  const leave = async (as: 'skipped' | 'deferred') => {
    if (open === null) return
    const done = await ask({ do: 'close-item', item: open.item, as })
    if (done.ok && next !== null) await openItem(next)
  }
  return (
    <Popover label="More about the agenda" className="button-icon" face={<MoreHorizontal size={18} aria-hidden />}>
      <div className="live-menu">
        {open !== null && (
          <>
            <Button look="quiet" onClick={() => void ask({ do: 'extend-item', item: open.item, minutes: 5 })}>
              5 minutes more
            </Button>
            <Button look="quiet" onClick={() => void leave('skipped')}>
              Skip it
            </Button>
            <Button look="quiet" onClick={() => void leave('deferred')}>
              Defer it to another meeting
            </Button>
            <Button look="quiet" onClick={() => void ask({ do: 'close-item', item: open.item, as: 'done' })}>
              Done, without a next one
            </Button>
          </>
        )}
        <ol className="agenda-list" aria-label="Agenda">
          {plan.map((item) => (
            <li key={item.item} className={`agenda-item agenda-${item.progress?.state ?? 'waiting'}`}>
              <button
                type="button"
                aria-current={item.progress?.state === 'open' ? 'true' : undefined}
                onClick={() => void openItem(item)}
              >
                {item.text}
                {item.progress !== null && <span className="turn-kind"> {item.progress.state}</span>}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </Popover>
  )
}
