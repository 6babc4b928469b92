import { Button } from '@playhead/ui'
import { Copy, Download, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { AgentError } from '../../protocol/connectPanel.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import { CodeBlock } from '../code/CodeBlock.tsx'
import { useAgent } from '../connection/AgentContext.ts'
import { useStores } from '../connection/StoresContext.ts'
import { useCopy } from '../copy/useCopy.ts'
import { arrangement } from '../model/arrangement.ts'
import { useSelector } from '../model/panelStore.ts'
import { countOf } from '../records/format.ts'
import styles from './CopyAsTest.module.css'
import { downloadText, fileName } from './downloadText.ts'
import { Note } from './Note.tsx'
import { RangeChooser } from './RangeChooser.tsx'
import type { ChosenRange, RangeChoice } from './rangeChoice.ts'
import type { RedactionProps } from './redactions.ts'
import { redactionOf } from './redactions.ts'
import { useChosenRange } from './useChosenRange.ts'

/** Records as a test that runs: replays them and checks the state that they come to. What is taken out of sessions is taken out of it. */
export function CopyAsTest(props: Pick<RedactionProps, 'rules'>) {
  const { current } = useStores()
  return current && <TestOf key={current.id} store={current} {...props} />
}

type Made = { readonly of: ChosenRange; readonly text: string } | { readonly failed: AgentError }

function TestOf({ store, rules }: Pick<RedactionProps, 'rules'> & { readonly store: StoreOverview }) {
  const agent = useAgent()
  const { loop } = useSelector(arrangement)
  const [choice, setChoice] = useState<RangeChoice>({ kind: 'last', count: 100, unit: 'records' })
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<Made>()
  const { copied, copy } = useCopy()
  const range = useChosenRange(store, choice)

  const redact = redactionOf(rules)

  const make = () => {
    if (!range) return
    setMaking(true)
    agent
      .call('saveTest', { store: store.id, ...range, ...(redact && { redact }) })
      .then(
        ({ text }) => setMade({ of: range, text }),
        (failed: AgentError) => setMade({ failed }),
      )
      .finally(() => setMaking(false))
  }

  return (
    <div className={styles.test}>
      <RangeChooser choice={choice} onChange={setChoice} range={range} hasLoop={loop !== undefined} />
      <div className={styles.foot}>
        <Button size="sm" icon={<FlaskConical />} isDisabled={!range} isPending={isMaking} onPress={make}>
          Make the test
        </Button>
      </div>
      {made && 'failed' in made && <Note tone="error">{made.failed.message}</Note>}
      {made && 'text' in made && (
        <>
          <CodeBlock label="The test" code={made.text} />
          <div className={styles.foot}>
            <Button size="sm" variant="primary" icon={<Copy />} onPress={() => copy('the test', made.text)}>
              Copy
            </Button>
            <Button
              size="sm"
              icon={<Download />}
              onPress={() => downloadText(fileName(store.name, made.of, '.test.ts'), made.text, 'text/typescript')}
            >
              Download
            </Button>
            <span role="status" className={styles.note} data-failed={copied?.isDone === false || undefined}>
              {copied?.message ?? `${countOf(made.of.to - made.of.from + 1, 'record')}, for Vitest`}
            </span>
          </div>
        </>
      )}
    </div>
  )
}
