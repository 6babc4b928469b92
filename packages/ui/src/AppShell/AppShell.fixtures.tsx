import {
  ArrowLeftRight,
  ChartLine,
  ChevronLeft,
  ChevronRight,
  FileInput,
  Landmark,
  Plus,
  Repeat2,
  SkipForward,
} from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../Badge/Badge.tsx'
import { Banner } from '../Banner/Banner.tsx'
import { Button } from '../Button/Button.tsx'
import { Card } from '../Card/Card.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Money } from '../Money/Money.tsx'
import { SearchField } from '../SearchField/SearchField.tsx'
import { SegmentedControl } from '../SegmentedControl/SegmentedControl.tsx'
import { Slider } from '../Slider/Slider.tsx'
import { StatTile } from '../StatTile/StatTile.tsx'
import styles from './AppShell.fixtures.module.css'
import { NavItem } from './NavItem.tsx'

const dayMs = 86_400_000
const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / dayMs
const first = dayOf(2021, 12, 1)
const last = dayOf(2024, 12, 31)
const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const ticks = [2022, 2023, 2024].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => ({
    value: dayOf(year, month + 1, 1),
    label: month === 0 ? String(year) : undefined,
  })),
)

export const parkedAt = dayOf(2023, 9, 14)

export const brand = (
  <span className={styles.brand}>
    <svg aria-hidden="true" viewBox="0 0 24 24" className={styles.mark}>
      <rect x="1" y="1" width="22" height="22" rx="6" />
      <path d="M6.5 12 H17.5" />
      <path d="M12 6.5 V17.5" strokeWidth="3" />
    </svg>
    <span data-brand-name="">Meridian</span>
  </span>
)

export const navigation = (
  <>
    <NavItem href="#overview" icon={<ChartLine />} isCurrent>
      Overview
    </NavItem>
    <NavItem href="#accounts" icon={<Landmark />} end="4">
      Accounts
    </NavItem>
    <NavItem href="#transactions" icon={<ArrowLeftRight />} end="4,987">
      Transactions
    </NavItem>
    <NavItem href="#import" icon={<FileInput />}>
      Import
    </NavItem>
  </>
)

export const topBar = (
  <>
    <h1 className={styles.pageTitle}>Overview</h1>
    <SearchField label="Search transactions" className={styles.search} />
    <Button variant="primary" icon={<Plus />}>
      Import
    </Button>
  </>
)

export function PastBanner() {
  return (
    <Banner
      kind="past"
      isFlush
      announce="off"
      title="You are looking at 14 September 2023"
      actions={
        <Button size="sm" variant="time">
          Return to live
        </Button>
      }
    />
  )
}

/** A time bar as an application would build one from the primitives. */
export function TimeBar({ at = last }: { at?: number }) {
  const [day, setDay] = useState(at)
  const [axis, setAxis] = useState<'booked' | 'recorded'>('booked')
  const isPast = day < last
  return (
    <div className={styles.timeBar}>
      <SegmentedControl
        className={styles.axis}
        label="Time axis"
        size="sm"
        value={axis}
        onChange={setAxis}
        segments={[
          { value: 'booked', label: 'Booked' },
          { value: 'recorded', label: 'Recorded' },
        ]}
      />
      <div className={styles.place}>{words.format(day * dayMs)}</div>
      <IconButton
        className={styles.back}
        size="sm"
        label="Step back"
        icon={<ChevronLeft />}
        onPress={() => setDay(Math.max(first, day - 1))}
      />
      <IconButton
        className={styles.forward}
        size="sm"
        label="Step forward"
        icon={<ChevronRight />}
        isDisabled={!isPast}
        onPress={() => setDay(day + 1)}
      />
      <IconButton
        className={styles.live}
        size="sm"
        label="Go to live"
        icon={<SkipForward />}
        variant={isPast ? 'time' : 'ghost'}
        isDisabled={!isPast}
        onPress={() => setDay(last)}
      />
      <Slider
        className={styles.slider}
        label="Booked up to"
        isLabelHidden
        value={day}
        min={first}
        max={last}
        pageStep={30}
        ticks={ticks}
        tone={isPast ? 'time' : 'accent'}
        valueText={(value) => words.format(value * dayMs)}
        onChange={setDay}
      />
    </div>
  )
}

const accounts = [
  { name: 'Household', iban: 'DE89 3704 0044 0532 0130 00', minor: 482_137, currency: 'EUR' },
  { name: 'Savings', iban: 'DE12 5001 0517 0648 4898 90', minor: 1_840_000, currency: 'EUR' },
  { name: 'Credit card', iban: '•••• 4417', minor: -84_290, currency: 'EUR' },
  { name: 'London', iban: 'GB29 NWBK 6016 1331 9268 19', minor: 210_455, currency: 'GBP' },
]

const entries = [
  { day: '14 Sep', payee: 'REWE Markt Köln', what: 'Groceries', minor: -4_590 },
  { day: '13 Sep', payee: 'Stadtwerke', what: 'Electricity', minor: -11_800 },
  { day: '12 Sep', payee: 'Nordlicht GmbH', what: 'Salary September', minor: 341_200 },
  { day: '11 Sep', payee: 'Deutsche Bahn', what: 'Travel', minor: -8_990 },
  { day: '10 Sep', payee: 'Hausverwaltung Lindner', what: 'Rent', minor: -128_000 },
  { day: '9 Sep', payee: 'Café Sehnsucht', what: 'Restaurants', minor: -1_240 },
]

/** The content of a dashboard, as large as life. */
export function Dashboard({ isPast = false }: { isPast?: boolean }) {
  const tone = isPast ? 'past' : 'plain'
  return (
    <div className={styles.dashboard}>
      <Card tone={tone} className={styles.wide}>
        <div className={styles.stats}>
          <StatTile
            label="Net worth"
            value={<Money isDisplay minor={2_237_847} currency="EUR" locale="en-GB" />}
            change="+3.2 % on August"
            trend="up"
          />
          <StatTile
            label="Income"
            value={<Money isDisplay minor={341_200} currency="EUR" locale="en-GB" />}
            change="September"
          />
          <StatTile
            label="Spending"
            value={<Money isDisplay minor={-154_620} currency="EUR" locale="en-GB" />}
            change="−12.0 % on August"
          />
          <StatTile label="Entries" value="4,987" change="38 this month" />
        </div>
      </Card>
      <Card tone={tone} title="Balance" description="All accounts, in euro" className={styles.chartCard}>
        <BalanceChart isPast={isPast} />
      </Card>
      <Card tone={tone} title="Accounts" padding="none" className={styles.accountsCard}>
        <ul className={styles.list}>
          {accounts.map((account) => (
            <li key={account.iban} className={styles.row}>
              <span className={styles.grow}>
                <span className={styles.strong}>{account.name}</span>
                <span className={styles.muted}>{account.iban}</span>
              </span>
              <Money coloring="debt" minor={account.minor} currency={account.currency} locale="en-GB" />
            </li>
          ))}
        </ul>
      </Card>
      <Card
        tone={tone}
        title="Latest entries"
        padding="none"
        className={styles.wide}
        actions={
          <>
            <Badge tone={isPast ? 'time' : 'positive'} hasDot={!isPast}>
              {isPast ? 'As of 14 Sep 2023' : 'Live'}
            </Badge>
            <Button size="sm" icon={<Repeat2 />}>
              Recurring
            </Button>
          </>
        }
      >
        <ul className={styles.list}>
          {entries.map((entry) => (
            <li key={entry.payee} className={styles.row}>
              <span className={styles.day}>{entry.day}</span>
              <span className={styles.grow}>
                <span className={styles.strong}>{entry.payee}</span>
                <span className={styles.muted}>{entry.what}</span>
              </span>
              <Money coloring="credit" sign="always" minor={entry.minor} currency="EUR" locale="en-GB" />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function BalanceChart({ isPast }: { isPast: boolean }) {
  const points = Array.from({ length: 80 }, (_, at) => {
    const y = 128 - at * 0.9 - 14 * Math.sin(at / 5) - (at % 9) * 2.2
    return `${(at / 79) * 640},${y.toFixed(1)}`
  })
  return (
    <svg role="img" aria-label="Balance, rising from 2022 to 2024" viewBox="0 0 640 160" className={styles.chart}>
      {[20, 60, 100, 140].map((y) => (
        <line key={y} x1="0" x2="640" y1={y} y2={y} stroke="var(--ph-chart-grid)" />
      ))}
      <polygon points={`0,160 ${points.join(' ')} 640,160`} fill="var(--ph-series-1)" opacity="0.1" />
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--ph-series-1)"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      {isPast && (
        <line x1="370" x2="370" y1="0" y2="160" stroke="var(--ph-time)" strokeWidth="1.5" strokeDasharray="3 3" />
      )}
    </svg>
  )
}
