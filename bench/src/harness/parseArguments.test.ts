import { describe, expect, it } from 'vitest'
import { parseArguments } from './parseArguments.ts'

const parse = (...argv: readonly string[]) => parseArguments(argv, ['dispatch', 'size'])

describe('parseArguments', () => {
  it('takes a suite, and options before or after it', () => {
    expect(parse('--quick', 'dispatch', '--json', 'out.json', '--rounds', '5', '--only', 'redux')).toEqual({
      suites: ['dispatch'],
      quick: true,
      json: 'out.json',
      rounds: 5,
      only: 'redux',
    })
  })

  it('measures in full unless asked to be quick', () => {
    expect(parse('size').quick).toBe(false)
  })

  it('runs a suite once, and all of them for `all`', () => {
    expect(parse('size', 'size').suites).toEqual(['size'])
    expect(parse('all').suites).toEqual(['dispatch', 'size'])
  })

  it('names the suites there are when it is given none or an unknown one', () => {
    expect(() => parse()).toThrow(/Which suite\?\n.*\nSuites: dispatch, size, all/)
    expect(() => parse('speed')).toThrow(/There is no suite "speed".\n.*\nSuites: dispatch, size, all/)
  })

  it('refuses rounds that are no number of processes', () => {
    for (const rounds of ['0', 'two', '1.5']) {
      expect(() => parse('size', '--rounds', rounds)).toThrow(`--rounds is "${rounds}"`)
    }
  })

  it('refuses an option that it does not know', () => {
    expect(() => parse('size', '--fast')).toThrow('--fast')
  })
})
