import { IconButton, Kbd } from '@playhead/ui'
import { CircleHelp } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { RunView } from '../../protocol/overview.ts'
import styles from './LegendButton.module.css'
import { OutcomeIcon } from './OutcomeIcon.tsx'

const OUTCOMES: readonly (readonly [RunView['outcome'], string])[] = [
  ['done', 'Done'],
  ['running', 'Running'],
  ['cancelled', 'Cancelled'],
  ['superseded', 'Superseded by a newer run'],
  ['failed', 'Failed'],
]

const GESTURES: readonly (readonly [string, string])[] = [
  ['Drag the ruler', 'Move the playhead'],
  ['Alt drag', 'Draw a loop'],
  ['Drag tracks', 'Move about'],
  ['Ctrl wheel', 'Zoom at the pointer'],
  ['Click', 'Choose a record'],
  ['Shift click', 'Compare'],
  ['Double click', 'Travel there'],
]

/** What the shapes mean and what the pointer does. */
export function LegendButton() {
  return (
    <DialogTrigger>
      <IconButton size="sm" label="Legend" icon={<CircleHelp size={14} />} />
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label="Legend of the timeline">
          <Heading slot="title" className={styles.heading ?? ''}>
            Runs of effects
          </Heading>
          <ul className={styles.list}>
            {OUTCOMES.map(([outcome, words]) => (
              <li key={outcome} className={styles.line}>
                <OutcomeIcon outcome={outcome} colour="--ph-series-1" />
                {words}
              </li>
            ))}
          </ul>
          <Heading className={styles.heading ?? ''}>Pointer</Heading>
          <ul className={styles.list}>
            {GESTURES.map(([gesture, words]) => (
              <li key={gesture} className={styles.gesture}>
                <Kbd>{gesture}</Kbd>
                {words}
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
