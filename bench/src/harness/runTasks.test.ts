import { describe, expect, it } from 'vitest'
import { runTasks } from './runTasks.ts'
import type { Task } from './Task.ts'

const silent = { suite: 'dispatch', say: () => {} }

/** A task that gives these numbers, one a round, and notes when it ran. */
const task = (library: string, values: readonly number[], ran: string[] = []): Task => {
  let round = 0
  return {
    library,
    label: library,
    run: async () => {
      ran.push(library)
      return [{ work: 'counter', unit: 'us', value: values[round++] as number }]
    },
  }
}

describe('runTasks', () => {
  it('gives the median over the rounds, and what each round measured', async () => {
    const { rows } = await runTasks([task('redux', [3, 1, 8])], { ...silent, rounds: 3 })
    expect(rows).toEqual([
      { suite: 'dispatch', work: 'counter', library: 'redux', median: 3, unit: 'us', runs: [3, 1, 8] },
    ])
  })

  it('interleaves the libraries, and begins each round with another one', async () => {
    const ran: string[] = []
    const tasks = ['a', 'b', 'c'].map((name) => task(name, [1, 1], ran))
    await runTasks(tasks, { ...silent, rounds: 2 })
    expect(ran.slice(0, 3)).toEqual(['a', 'b', 'c'])
    expect(ran.slice(3).toSorted()).toEqual(['a', 'b', 'c'])
    expect(ran[3]).not.toBe('a')
  })

  it('keeps the works of one process apart', async () => {
    const both: Task = {
      library: 'playhead',
      label: 'playhead',
      run: async () => [
        { work: 'seek', unit: 'ms', value: 2 },
        { work: 'memory', unit: 'B', value: 120 },
      ],
    }
    const { rows } = await runTasks([both], { ...silent, rounds: 2 })
    expect(rows.map(({ work, unit, runs }) => [work, unit, runs])).toEqual([
      ['seek', 'ms', [2, 2]],
      ['memory', 'B', [120, 120]],
    ])
  })

  it('tells what failed, does not try it again, and measures the others', async () => {
    let tries = 0
    const failing: Task = {
      library: 'broken',
      label: 'broken: counter',
      run: () => {
        tries++
        return Promise.reject(new Error('out of memory'))
      },
    }
    const { rows, failures } = await runTasks([failing, task('redux', [1, 2])], { ...silent, rounds: 2 })
    expect(tries).toBe(1)
    expect(failures).toEqual(['broken: counter: out of memory'])
    expect(rows.map(({ library }) => library)).toEqual(['redux'])
  })

  it('keeps what a task measured in the rounds before it failed', async () => {
    let round = 0
    const failing: Task = {
      library: 'playhead',
      label: 'playhead: counter',
      run: async () => {
        if (round++ === 2) throw new Error('killed')
        return [{ work: 'counter', unit: 'us', value: round }]
      },
    }
    const { rows, failures } = await runTasks([failing], { ...silent, rounds: 5 })
    expect(rows.map(({ runs }) => runs)).toEqual([[1, 2]])
    expect(failures).toHaveLength(1)
  })
})
