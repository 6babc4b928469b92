import { messageOf, PlayheadError } from '../error/PlayheadError.ts'

/**
 * Loads a part of Playhead that is in no program's start, because few need it, or none needs it soon.
 * `does` says what it is for.
 *
 * @throws PlayheadError `store/part-not-loaded`
 */
export async function loadPart<T>(does: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (thrown) {
    throw new PlayheadError({
      code: 'store/part-not-loaded',
      cause: thrown,
      message: `The part of Playhead that ${does} could not be loaded: ${messageOf(thrown)}. The store goes on without it. Try again; if a newer version of the app was deployed, reload the page, and keep the files of the version before for a while.`,
    })
  }
}
