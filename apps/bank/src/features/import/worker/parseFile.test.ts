import { expect, it } from 'vitest'
import { generateMt940 } from '../../../../samples/generate.ts'
import { sample } from '../readers/testing/read.fixtures.ts'
import { parseFile } from './parseFile.ts'
import type { ParseAnswer } from './protocol.ts'
import { linesPerMessage } from './protocol.ts'

async function answersTo(file: File): Promise<readonly ParseAnswer[]> {
  const answers: ParseAnswer[] = []
  await parseFile({ file, options: {} }, (answer) => answers.push(answer))
  return answers
}

it('[IMP-14] posts progress of reading, then of parsing, then head, lines and done', async () => {
  const answers = await answersTo(new File([sample('household-2024-01.sta')], 'jan.sta'))
  expect(answers.map((answer) => (answer.kind === 'progress' ? answer.phase : answer.kind))).toEqual([
    'reading',
    'reading',
    'parsing',
    'head',
    'lines',
    'done',
  ])
  expect(answers[2]).toEqual({
    kind: 'progress',
    phase: 'parsing',
    bytesRead: 2051,
    bytesTotal: 2051,
    lines: expect.any(Number),
  })
})

it('[IMP-9] tells the SHA-256 of the bytes', async () => {
  const [head] = (await answersTo(new File(['Date,Amount,Currency\n2024-01-02,1,EUR\n'], 'a.csv'))).filter(
    ({ kind }) => kind === 'head',
  )
  expect(head).toMatchObject({
    file: { sha256: '9dc5fea2c784b48ec088af3f2298d0146a628cca55a07b23f4a1ad2c37491398', bytes: 38, fileName: 'a.csv' },
  })
})

it('[IMP-14] sends a large file’s lines in portions', async () => {
  const answers = await answersTo(new File([generateMt940(linesPerMessage * 2 + 1)], 'big.sta'))
  const portions = answers.filter((answer) => answer.kind === 'lines')
  expect(portions.map(({ lines }) => lines.length)).toEqual([linesPerMessage, linesPerMessage, 1])
  expect(portions.flatMap(({ lines }) => lines).map(({ reference }) => reference)).toEqual(
    Array.from({ length: linesPerMessage * 2 + 1 }, (_, index) => `REF-${index}`),
  )
})

it('[IMP-2] posts why a file is refused, and nothing after it', async () => {
  const answers = await answersTo(new File(['hello'], 'note.txt'))
  expect(answers.at(-1)).toMatchObject({
    kind: 'problem',
    problem: { code: 'import/format-unknown', fileName: 'note.txt' },
  })
  expect(answers.some(({ kind }) => kind === 'head' || kind === 'done')).toBe(false)
})

it('[IMP-2] says that a file could not be read when the disk refuses it', async () => {
  const file = new File(['x'], 'gone.sta')
  file.slice = () => {
    throw new DOMException('The file was deleted.', 'NotReadableError')
  }
  expect((await answersTo(file)).at(-1)).toMatchObject({
    kind: 'problem',
    problem: { code: 'import/unreadable', fileName: 'gone.sta' },
  })
})

it('[IMP-2] calls a fault of its own by that name', async () => {
  const answers: ParseAnswer[] = []
  await parseFile(
    { file: new File(['x'], 'a'), options: {} },
    (answer) => answers.push(answer),
    () => Promise.reject(new Error('no hash')),
  )
  expect(answers.at(-1)).toMatchObject({
    kind: 'problem',
    problem: { code: 'import/unexpected', message: expect.stringContaining('no hash') },
  })
})
