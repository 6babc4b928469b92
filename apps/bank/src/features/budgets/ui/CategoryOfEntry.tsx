import { Button, Card, ComboBox, Dialog } from '@playhead/ui'
import { useState } from 'react'
import { locale } from '../../../calendar/index.ts'
import { useActions, useSelector } from '../../../hooks.ts'
import type { PostedEntry } from '../../../ledger/index.ts'
import { formatMoney } from '../../../money/index.ts'
import { accountFinder } from '../../accounts/index.ts'
import { useIsPast } from '../../time/index.ts'
import { categories as happened } from '../actions.ts'
import { sayingOf } from '../categories.ts'
import { categoryOf } from '../categorise.ts'
import { categoryNames } from '../spending.ts'
import styles from './BudgetsPage.module.css'
import { categoryName } from './categoryName.ts'
import { SplitForm } from './SplitForm.tsx'

/** In the details of an entry: what it was for, to be said otherwise or in parts. Nothing between own accounts. */
export function CategoryOfEntry({ entry }: { entry: PostedEntry }) {
  const { entryId } = entry
  const { assigned, unassigned } = useActions(happened)
  const saying = useSelector(categoryOf(entryId))
  const own = useSelector(sayingOf(entryId))
  const names = useSelector(categoryNames)
  const accountOf = useSelector(accountFinder)
  const isPast = useIsPast()
  const [isSplitting, setSplitting] = useState(false)
  const leg = entry.legs.find(({ account }) => ['income', 'expense'].includes(accountOf(account)?.kind ?? ''))
  if (!leg || !saying) return null
  return (
    <Card title="Category" level={3}>
      <div className={styles.fields}>
        {saying.kind === 'split' ? (
          // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
          <ul role="list" aria-label="Parts" className={styles.rules}>
            {saying.parts.map(({ category, minor }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own, and are replaced as a whole
              <li key={at} className={styles.rule}>
                <span className={styles.ruleWords}>{categoryName(category)}</span>
                {formatMoney(minor, leg.currency, locale, { sign: 'never' })}
              </li>
            ))}
          </ul>
        ) : (
          <ComboBox
            label="What it was for"
            options={names.map((value) => ({ value, label: categoryName(value) }))}
            value={saying.category}
            isDisabled={isPast}
            onChange={(category) => {
              if (category !== null && category !== saying.category) assigned({ entries: [entryId], category })
            }}
          />
        )}
        <div className={styles.buttons}>
          <Button size="sm" isDisabled={isPast} onPress={() => setSplitting(true)}>
            {saying.kind === 'split' ? 'Change the parts' : 'Split'}
          </Button>
          {own && (
            <Button size="sm" isDisabled={isPast} onPress={() => unassigned({ entries: [entryId] })}>
              As it came
            </Button>
          )}
        </div>
      </div>
      <Dialog title="Split the entry" size="sm" isOpen={isSplitting} onOpenChange={setSplitting}>
        <SplitForm
          entryId={entryId}
          minor={leg.minor}
          currency={leg.currency}
          saying={saying}
          onDone={() => setSplitting(false)}
        />
      </Dialog>
    </Card>
  )
}
