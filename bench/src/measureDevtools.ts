/** The page of the suite `devtools`: does what the measuring process asks for through `window.devtoolsBench`. */

import type { DevtoolsPage } from './devtools/DevtoolsQuestion.ts'

const pages = {
  playhead: async () => (await import('./devtools/playheadPage.tsx')).playheadPage,
  'redux devtools': async () => (await import('./devtools/reduxDevtoolsPage.tsx')).reduxDevtoolsPage,
}

const unprepared = () => {
  throw new Error('The page was not prepared.')
}

window.devtoolsBench = {
  open: unprepared,
  scrubber: unprepared,
  watchFrames: unprepared,
  frames: unprepared,
  dispatch: unprepared,
  async prepare({ library, size }) {
    const page: Omit<DevtoolsPage, 'prepare'> = await (await pages[library]())(size)
    Object.assign(window.devtoolsBench, page)
  },
}
