import { Banner, Button, Select, TextField } from '@playhead/ui'
import { useState } from 'react'
import { isCurrencyCode } from '../../../money/index.ts'
import type { ImportDesk, ImportJob } from '../index.ts'
import type { ImportProblem } from '../readers/index.ts'
import styles from './RefusedFile.module.css'

/** Why a file was not read and, where a word from the reader helps, the question. */
export function RefusedFile({ job, problem, desk }: { job: ImportJob; problem: ImportProblem; desk: ImportDesk }) {
  return (
    <Banner
      kind="error"
      title={`${job.fileName} cannot be imported`}
      actions={
        <Button size="sm" onPress={() => desk.dismiss(job.id)}>
          Dismiss
        </Button>
      }
    >
      <p className={styles.message}>{problem.message}</p>
      {problem.needs === 'currency' && (
        <CurrencyQuestion onAnswer={(currency) => desk.readAgain(job.id, { currency })} />
      )}
      {problem.needs === 'encoding' && (
        <div className={styles.question}>
          <Select
            label="How is the text encoded?"
            options={encodings}
            value={null}
            onChange={(encoding) => desk.readAgain(job.id, { encoding })}
          />
        </div>
      )}
    </Banner>
  )
}

/** Labels of the Encoding Standard, by what people may know of their bank's files. */
const encodings = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Western European (Windows-1252, Latin-1)' },
  { value: 'windows-1250', label: 'Central European (Windows-1250)' },
  { value: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { value: 'ibm866', label: 'DOS Cyrillic (IBM 866)' },
  { value: 'utf-16le', label: 'UTF-16' },
]

function CurrencyQuestion({ onAnswer }: { onAnswer: (currency: string) => void }) {
  const [text, setText] = useState('')
  const currency = text.trim().toUpperCase()
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault()
        if (isCurrencyCode(currency)) onAnswer(currency)
      }}
    >
      <TextField label="Currency of the file" placeholder="EUR" value={text} onChange={setText} maxLength={3} />
      <Button type="submit" isDisabled={!isCurrencyCode(currency)}>
        Read it again
      </Button>
    </form>
  )
}
