import type { Path } from '@playhead/core'
import { Pin } from 'lucide-react'
import type { Preview } from '../../../protocol/Preview.ts'
import { useCall } from '../../connection/useCall.ts'
import { arrangement } from '../../model/arrangement.ts'
import { useSelector } from '../../model/panelStore.ts'
import { PreviewText } from '../../values/PreviewText.tsx'
import { pathKey, pathText } from '../../values/paths.ts'
import { SafeText } from '../../values/SafeText.tsx'
import type { ValueActions } from '../../values/ValueMenu.tsx'
import { ValueMenu } from '../../values/ValueMenu.tsx'
import type { ShownValue } from '../../values/ValueTree.tsx'
import styles from './PinnedValues.module.css'

export interface PinnedValuesProps {
  readonly store: string
  readonly place: number
  readonly actionsOf: (value: ShownValue) => readonly ValueActions[]
}

/** The values that somebody keeps in view, at the place that is shown. */
export function PinnedValues({ store, place, actionsOf }: PinnedValuesProps) {
  const { pins } = useSelector(arrangement)
  if (pins.length === 0) return null
  return (
    <ul className={styles.pins} aria-label="Pinned values">
      {pins.map((path) => (
        <PinnedValue key={pathKey(path)} path={path} store={store} place={place} actionsOf={actionsOf} />
      ))}
    </ul>
  )
}

function PinnedValue({ path, store, place, actionsOf }: PinnedValuesProps & { readonly path: Path }) {
  const { got, refused } = useCall('value', { store, value: { of: 'state', at: place }, path })
  const steps = path.map((key) => ({ key, within: undefined }))
  const preview: Preview = got ?? { kind: 'undefined', text: '' }
  return (
    <li className={styles.pin}>
      <Pin aria-hidden="true" className={styles.icon} />
      <span className={styles.path} title={pathText(path)}>
        <SafeText>{pathText(path)}</SafeText>
      </span>
      <span className={styles.value}>
        {refused ? (
          <span className={styles.absent}>not here</span>
        ) : (
          got && <PreviewText preview={got} lengthMax={60} />
        )}
      </span>
      <ValueMenu of={pathText(path)} groups={actionsOf({ path, steps, preview })} isTabStop />
    </li>
  )
}
