import { Banner, Button, Card, ProgressBar } from '@playhead/ui'
import { Link } from '@tanstack/react-router'
import { counted, formatCount } from '../../../calendar/index.ts'
import type { ImportDesk, ImportJob } from '../index.ts'
import { formatBytes } from './formatBytes.ts'
import { PlanPreview } from './PlanPreview.tsx'
import { RefusedFile } from './RefusedFile.tsx'

/** One file on its way in: being read, refused, waiting for a yes, being booked, or done. */
export function JobCard({ job, desk }: { job: ImportJob; desk: ImportDesk }) {
  const { id, fileName, bytes, phase } = job
  switch (phase.kind) {
    case 'reading': {
      const { progress } = phase
      return (
        <Card>
          <ProgressBar
            label={`${progress?.phase === 'parsing' ? 'Understanding' : 'Reading'} ${fileName}`}
            value={progress?.bytesRead}
            max={progress?.bytesTotal ?? bytes}
            valueText={
              progress
                ? `${formatBytes(progress.bytesRead)} of ${formatBytes(progress.bytesTotal)} · ${counted(progress.lines, 'line', 'lines')}`
                : undefined
            }
            onCancel={() => desk.cancel(id)}
          />
        </Card>
      )
    }
    case 'refused':
      return <RefusedFile job={job} problem={phase.problem} desk={desk} />
    case 'preview':
      return <PlanPreview job={job} plan={phase.plan} desk={desk} />
    case 'booking':
      return (
        <Card>
          <ProgressBar
            label={`Booking ${fileName}`}
            value={phase.booked}
            max={phase.entries}
            valueText={`${formatCount(phase.booked)} of ${counted(phase.entries, 'entry', 'entries')}`}
            onCancel={() => desk.cancel(id)}
          />
        </Card>
      )
    case 'done':
      return (
        <Banner
          kind="success"
          title={`${fileName} is booked`}
          actions={<Link to="/transactions">See transactions</Link>}
          onDismiss={() => desk.dismiss(id)}
        >
          {counted(phase.entries, 'new entry', 'new entries')}
          {phase.duplicates > 0 && `, ${formatCount(phase.duplicates)} were booked before`}. Drag the time bar to go
          back through them.
        </Banner>
      )
    case 'stopped':
      return (
        <Banner
          kind="warning"
          title={`Booking ${fileName} was stopped`}
          actions={
            <Button size="sm" onPress={() => desk.dismiss(id)}>
              Dismiss
            </Button>
          }
        >
          {phase.reason !== undefined && `${phase.reason} `}
          {formatCount(phase.booked)} of {counted(phase.entries, 'entry', 'entries')} are booked and stay. The rest can
          be booked from the list of imports.
        </Banner>
      )
  }
}
