import type { ReactNode } from 'react'
import { Tabs as AriaTabs, SelectionIndicator, Tab, TabList, TabPanel } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import styles from './Tabs.module.css'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
  /** After the label: a count, a badge. */
  readonly end?: ReactNode
  readonly isDisabled?: boolean
  readonly content: ReactNode
}

export interface TabsProps<Id extends string> {
  /** What the tabs are parts of, for screen readers: "Import review". */
  label: string
  tabs: readonly TabItem<Id>[]
  /** Without it, the first tab is chosen, and the choice is kept here. */
  value?: Id | undefined
  onChange?: (id: Id) => void
  className?: string | undefined
}

/** Parts of one thing, one at a time. Only the chosen panel is mounted. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames(styles.tabs, className)}
      {...(value !== undefined && { selectedKey: value })}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key)
        if (chosen) onChange?.(chosen.id)
      }}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} isDisabled={tab.isDisabled ?? false} className={styles.tab ?? ''}>
            {tab.label}
            {tab.end}
            <SelectionIndicator className={styles.indicator ?? ''} />
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
