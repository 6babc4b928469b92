import { IconButton } from '@playhead/ui'
import { FastForward, Rewind, X } from 'lucide-react'
import { useStores } from '../connection/StoresContext.ts'
import { useTravel } from '../inspector/useTravel.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { pathText } from '../values/paths.ts'
import { SafeText } from '../values/SafeText.tsx'
import styles from './Blame.module.css'
import { BlameList } from './BlameList.tsx'
import { RunningBar } from './RunningBar.tsx'
import { useBlame } from './useBlame.ts'
import { useRunUntilChanged } from './useRunUntilChanged.ts'

/** Who changed a value: the records that did, from where it was asked backwards. Nothing where nobody asked. */
export function Blame() {
  const { blame, record } = useSelector(focus)
  const { current } = useStores()
  const { blameClosed } = useActions(panel)
  const store = current?.id ?? ''
  const travel = useTravel(store)
  const run = useRunUntilChanged()
  const at = blame?.value.at
  const near = typeof at === 'number' ? at : (current?.playhead.head ?? -1)
  const [search, stop, more] = useBlame(blame, near)
  if (!blame || !current) return null

  const of = pathText(blame.path)
  const place = record ?? current.playhead.offset
  return (
    <section className={styles.blame} aria-label={`Who changed ${of}`}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          Who changed{' '}
          <span className={styles.path}>
            <SafeText>{of}</SafeText>
          </span>
        </h2>
        <IconButton
          size="sm"
          label="Run back to the change before"
          icon={<Rewind />}
          onPress={() => run.start(blame, place, 'backward')}
        />
        <IconButton
          size="sm"
          label="Run until it changes"
          icon={<FastForward />}
          onPress={() => run.start(blame, place, 'forward')}
        />
        <IconButton size="sm" label="Close the blame" icon={<X />} onPress={() => blameClosed()} />
      </header>
      <RunningBar run={run} />
      <BlameList
        key={`${of} ${near}`}
        of={of}
        near={near}
        search={search}
        current={place}
        onTravel={travel}
        onStop={stop}
        onMore={more}
      />
    </section>
  )
}
