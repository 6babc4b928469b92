import { parseArgs } from 'node:util'

/** What `npm run bench` was asked for. */
export interface Arguments {
  readonly suites: readonly string[]
  /** Smaller sizes and fewer rounds: under a minute a suite. */
  readonly quick: boolean
  /** Where the rows are written. */
  readonly json: string | undefined
  /** So many processes measure each work of each library. */
  readonly rounds: number | undefined
  /** Only libraries and works whose name holds this. */
  readonly only: string | undefined
}

/** @throws Error with a sentence for the user, where the arguments make no sense */
export function parseArguments(argv: readonly string[], known: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const usage = `npm run bench -- <suite …> [--quick] [--json FILE] [--rounds N] [--only TEXT]\nSuites: ${known.join(', ')}, all`
  if (positionals.length === 0) throw new Error(`Which suite?\n${usage}`)
  const unknown = positionals.find((name) => name !== 'all' && !known.includes(name))
  if (unknown !== undefined) throw new Error(`There is no suite "${unknown}".\n${usage}`)
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
    throw new Error(`--rounds is "${values.rounds}", and must be a whole number from 1.\n${usage}`)
  }
  const suites = positionals.includes('all') ? known : [...new Set(positionals)]
  return { suites, quick: values.quick, json: values.json, rounds, only: values.only }
}
