import type { Random } from '@playhead/core'
import type { DayNumber } from '../../ledger/index.ts'
import type { Expense, OwnAccount } from '../accounts.ts'
import type { Note } from '../Diary.ts'
import { between, oneOf } from '../mulberry32.ts'
import type { Habit } from './Habit.ts'
import { tripOn } from './trips.ts'

interface Purchase {
  readonly on: Expense
  readonly account: OwnAccount
  /** In a thousand, on each of its days. */
  readonly chance: number
  readonly days: 'all' | 'workdays' | 'shopping days' | 'weekend'
  readonly shops: readonly [string, ...string[]]
  readonly memo: string
  /** Smallest and largest amount; small ones are more frequent. */
  readonly minor: readonly [low: number, high: number]
  /** Prices are multiples of it. Default 1. */
  readonly step?: number
  /** An order number, and in some cases money back. */
  readonly online?: boolean
}

const purchases: readonly Purchase[] = [
  {
    on: 'groceries',
    account: 'household',
    chance: 660,
    days: 'shopping days',
    shops: ['Frischmarkt Lindenhof', 'Kaufpark Süd', 'Frischmarkt Lindenhof', 'Biohof Löwenzahn'],
    memo: 'Groceries',
    minor: [680, 7_900],
  },
  {
    on: 'groceries',
    account: 'household',
    chance: 210,
    days: 'shopping days',
    shops: ['Drogerie Anemone', 'Drogerie Tausendschön'],
    memo: 'Household goods',
    minor: [395, 3_400],
  },
  {
    on: 'groceries',
    account: 'cash',
    chance: 620,
    days: 'all',
    shops: ['Bäckerei Korngold', 'Bäckerei Müller-Thurau', 'Wochenmarkt'],
    memo: 'Bread',
    minor: [180, 980],
    step: 10,
  },
  {
    on: 'restaurants',
    account: 'household',
    chance: 680,
    days: 'workdays',
    shops: ['Kantine Klinikum', 'Mensa am Ring', 'Suppenküche Löffel'],
    memo: 'Lunch',
    minor: [520, 1_180],
    step: 10,
  },
  {
    on: 'restaurants',
    account: 'card',
    chance: 500,
    days: 'all',
    shops: ['Café Ölmühle', 'Kaffeerösterei Bohnenspiel', 'Eiscafé Dolomiti'],
    memo: 'Coffee',
    minor: [290, 1_450],
    step: 10,
  },
  {
    on: 'restaurants',
    account: 'card',
    chance: 260,
    days: 'weekend',
    shops: ['Trattoria Sette Colli', 'Gasthaus zur Alten Fähre', 'Saigon Garten', 'Pizzeria Bella Vista'],
    memo: 'Dinner',
    minor: [2_600, 8_900],
    step: 10,
  },
  {
    on: 'transport',
    account: 'household',
    chance: 300,
    days: 'all',
    shops: ['Verkehrsbund Mitte', 'Parkhaus am Dom', 'Radstation'],
    memo: 'Ticket',
    minor: [180, 1_240],
    step: 10,
  },
  {
    on: 'car',
    account: 'household',
    chance: 70,
    days: 'all',
    shops: ['Tankstelle Südring', 'Autohof Lindenau'],
    memo: 'Fuel',
    minor: [3_900, 8_100],
  },
  {
    on: 'health',
    account: 'household',
    chance: 80,
    days: 'shopping days',
    shops: ['Apotheke am Markt', 'Rosen-Apotheke'],
    memo: 'Pharmacy',
    minor: [495, 3_900],
  },
  {
    on: 'home',
    account: 'card',
    chance: 190,
    days: 'all',
    shops: ['Allerlei Versand', 'Lampenwerk', 'Bücherstube Seitenblick'],
    memo: 'Online order',
    minor: [890, 7_400],
    online: true,
  },
  {
    on: 'clothing',
    account: 'card',
    chance: 50,
    days: 'all',
    shops: ['Fadenlauf', 'Schuhhaus Sohle', 'Kinderkleid'],
    memo: 'Clothes',
    minor: [1_990, 12_900],
    step: 10,
    online: true,
  },
  {
    on: 'home',
    account: 'household',
    chance: 60,
    days: 'shopping days',
    shops: ['Baumarkt Hammerschlag', 'Gartenwelt Kresse'],
    memo: 'House and garden',
    minor: [690, 8_900],
  },
  {
    on: 'home',
    account: 'card',
    chance: 5,
    days: 'shopping days',
    shops: ['Elektro Funke', 'Möbelhof'],
    memo: 'Appliance',
    minor: [14_900, 69_900],
    step: 100,
  },
  {
    on: 'leisure',
    account: 'card',
    chance: 250,
    days: 'weekend',
    shops: ['Lichtspielhaus', 'Stadtbad Lindenau', 'Theater am Wall', 'Tierpark'],
    memo: 'Tickets',
    minor: [900, 4_800],
    step: 50,
  },
  {
    on: 'leisure',
    account: 'cash',
    chance: 300,
    days: 'all',
    shops: ['Kiosk am Eck', 'Flohmarkt', 'Kiosk am Eck'],
    memo: 'Kiosk',
    minor: [150, 1_100],
    step: 10,
  },
  {
    on: 'children',
    account: 'household',
    chance: 70,
    days: 'shopping days',
    shops: ['Spielzeug Purzelbaum', 'Schreibwaren Tinte'],
    memo: 'Things for Lina',
    minor: [390, 3_900],
  },
]

/**
 * Shopping, meals and what else is paid with a card or from the purse; not on days away. One online order in eleven
 * goes back, and the shop returns the money a week or two later.
 */
export function dailyPurchases(): Habit {
  let returns: readonly Return[] = []
  return (day, diary) => {
    for (const { purchase, minor, note } of returns.filter(({ on }) => on === day.number)) {
      diary.refund(day, purchase.account, purchase.on, minor, { ...note, memo: 'Refund', hearing: 'cleared' })
    }
    returns = returns.filter(({ on }) => on > day.number)
    if (tripOn(day)) return
    const random = day.random(200)
    for (const purchase of purchases) {
      if (!fits(purchase.days, day.weekday) || random() * 1_000 >= purchase.chance) continue
      const minor = price(purchase, random())
      const note = noteOf(purchase, random)
      diary.spend(day, purchase.account, purchase.on, minor, note)
      if (purchase.online && random() < 0.09) {
        returns = [...returns, { on: day.number + between(random, 6, 15), purchase, minor, note }]
      }
    }
  }
}

interface Return {
  readonly on: DayNumber
  readonly purchase: Purchase
  readonly minor: number
  readonly note: Note
}

function noteOf({ account, memo, shops, online }: Purchase, random: Random): Note {
  return {
    hearing: account === 'cash' ? 'noted' : 'cleared',
    memo,
    counterparty: { name: oneOf(random, shops) },
    // The refund carries it too.
    ...(online && { reference: `B-${between(random, 100_000, 999_999)}` }),
  }
}

/** Fetches cash when the purse is nearly empty. */
export const cashWithdrawals: Habit = (day, diary) => {
  if (diary.minorOf('cash') >= 3_500) return
  const minor = oneOf(day.random(201), [8_000, 10_000, 12_000])
  diary.transfer(day, 'household', 'cash', minor, {
    hearing: 'at once',
    memo: 'Cash machine',
    counterparty: { name: 'Nordlicht Bank, Marktplatz' },
  })
}

/** The square makes small amounts frequent without a function whose last digit differs between engines. */
function price({ minor: [low, high], step = 1 }: Purchase, chance: number): number {
  const asked = low + (high - low) * chance * chance
  return Math.max(1, Math.round(asked / step)) * step
}

function fits(days: Purchase['days'], weekday: number): boolean {
  if (days === 'workdays') return weekday < 5
  if (days === 'shopping days') return weekday < 6
  return days === 'all' || weekday >= 5
}
