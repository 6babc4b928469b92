import { FeatureLink } from '../../../feature/index.ts'

/** The way to the records themselves. */
export function ActivityLink() {
  return (
    <>
      {'. '}
      <FeatureLink to="/activity">Look at them</FeatureLink>
    </>
  )
}
