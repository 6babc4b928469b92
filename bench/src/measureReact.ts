/** The page of the suite `react`: measures what it is asked for through `window.measure`. */

import { installCommitHook } from './react/watchCommits.ts'

installCommitHook()

window.measure = async (question) => {
  const { measurePage } = await import('./react/measurePage.tsx')
  return measurePage(question)
}
