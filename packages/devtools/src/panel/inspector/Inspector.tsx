import type { Path } from '@playhead/core'
import { EmptyState, Tabs } from '@playhead/ui'
import { MousePointerClick } from 'lucide-react'
import { useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { Blame } from '../blame/Blame.tsx'
import { useStores } from '../connection/StoresContext.ts'
import { useCall } from '../connection/useCall.ts'
import { focus } from '../model/focus.ts'
import type { InspectorTab } from '../model/panelActions.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { TreeMemory } from '../values/treeMemory.ts'
import { ActionTab } from './ActionTab.tsx'
import { CauseTab } from './cause/CauseTab.tsx'
import { Drawer } from './Drawer.tsx'
import { DiffTab } from './diff/DiffTab.tsx'
import styles from './Inspector.module.css'
import { NoRecord } from './NoRecord.tsx'
import { RecordHead } from './RecordHead.tsx'
import { Refused } from './Refused.tsx'
import { StateTab } from './state/StateTab.tsx'
import { TimingTab } from './timing/TimingTab.tsx'
import { useTravel } from './useTravel.ts'

/** Everything about one record: the chosen one, or that at the playhead. */
export function Inspector() {
  const { current } = useStores()
  if (current) return <InspectedStore key={current.id} store={current} />
  return (
    <EmptyState icon={<MousePointerClick />} title="No store">
      As soon as the app creates a store with attached devtools, its records can be looked at here.
    </EmptyState>
  )
}

function InspectedStore({ store }: { readonly store: StoreOverview }) {
  const { id, playhead } = store
  const { record: chosen, tab, blame } = useSelector(focus)
  const { recordChosen, inspectorTabChosen } = useActions(panel)
  const travel = useTravel(id)
  const [memory] = useState(() => new Map<string, ReadonlySet<string>>())
  const [again, setAgain] = useState(0)
  const [reveal, setReveal] = useState<{ readonly path: Path }>()

  // A record that was chosen may be beyond the head of a log that was replaced.
  const place = chosen !== undefined && chosen <= playhead.head ? chosen : playhead.offset
  const { got, refused } = useCall('record', place >= 0 ? { store: id, at: place } : undefined, again)
  const record = got?.offset === place ? got : undefined

  const open = (path: Path) => {
    setReveal({ path })
    inspectorTabChosen('state')
  }

  const content = (which: InspectorTab) => {
    switch (which) {
      case 'action':
        if (place < 0) return <NoRecord head={playhead.head} />
        if (refused) return <Refused what={`Record ${place} cannot be shown`} error={refused} />
        return (
          <ActionTab
            store={id}
            head={playhead.head}
            record={record ?? got}
            onRecordChanged={() => setAgain(again + 1)}
          />
        )
      case 'diff':
        return <DiffTab store={id} place={place} head={playhead.head} onOpen={open} />
      case 'state':
        return <StateTab store={id} place={place} reveal={reveal} />
      case 'cause':
        return <CauseTab store={id} place={place} />
      case 'timing':
        return <TimingTab store={id} place={place} />
    }
  }

  const inspected = (
    <div className={styles.inspector}>
      <RecordHead
        place={place}
        record={record}
        playhead={playhead.offset}
        follows={chosen === undefined}
        branch={store.parent && store.name}
        onFollow={() => recordChosen(undefined)}
        onHold={() => recordChosen(place)}
        onTravel={() => travel(place)}
      />
      <Tabs
        label="Inspector"
        className={styles.tabs}
        value={tab}
        onChange={inspectorTabChosen}
        tabs={TABS.map((each) => ({ ...each, content: each.id === tab && content(each.id) }))}
      />
    </div>
  )

  return (
    <TreeMemory value={memory}>
      <div className={styles.both}>
        {inspected}
        {blame?.store === id && (
          <Drawer label="Size of the blame" name="blame">
            <Blame />
          </Drawer>
        )}
      </div>
    </TreeMemory>
  )
}

const TABS = [
  { id: 'action', label: 'Action' },
  { id: 'diff', label: 'Diff' },
  { id: 'state', label: 'State' },
  { id: 'cause', label: 'Cause' },
  { id: 'timing', label: 'Timing' },
] as const
