#!/usr/bin/env node
import { processTerminal } from './output/Terminal.ts'
import { run } from './run.ts'

// The first Ctrl+C stops a search, which writes the best it has; the second one ends the program.
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.exitCode = await run(process.argv.slice(2), processTerminal, stop.signal)
