import { Card, DropZone } from '@playhead/ui'
import { useStream } from '../../../hooks.ts'
import type { ImportDesk } from '../index.ts'
import styles from './ImportDeskView.module.css'
import { ImportHistory } from './ImportHistory.tsx'
import { JobCard } from './JobCard.tsx'
import { statementFileTypes } from './statementFileTypes.ts'

/** Files on their way in, a place to drop more, and those that came before. */
export function ImportDeskView({ desk }: { desk: ImportDesk }) {
  const jobs = useStream(desk.jobs$, [])
  return (
    <div className={styles.page}>
      <Card>
        <DropZone
          label="Drop bank statements here"
          description="MT940 and MT942, CAMT.052, .053 and .054, CSV with a header row. Files are read in this browser and go nowhere. Nothing is booked before you confirm."
          accept={statementFileTypes}
          onFiles={(files) => desk.add(files)}
        />
      </Card>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} desk={desk} />
      ))}
      <ImportHistory desk={desk} />
    </div>
  )
}
