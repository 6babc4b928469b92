import { spawn } from 'node:child_process'
import type { Measured } from './Task.ts'

/**
 * Runs a built script in a Node of its own and gives what it printed with `answer`.
 *
 * @throws Error when it fails, prints nothing, or takes longer than `timeoutMs`
 */
export function runInNode(script: string, question: object, timeoutMs = 600_000): Promise<readonly Measured[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeFlags, script, JSON.stringify(question)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    })
    let out = ''
    let complaints = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(out))
      else reject(new Error(`ended with ${signal ?? code}. ${lastLines(complaints)}`))
    })
  })
}

const nodeFlags = ['--expose-gc', '--max-old-space-size=12000']

/** What it complained of last, without the lines of a minified script that Node quotes. */
const lastLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && line.length < 500)
    .slice(-8)
    .join('\n')
