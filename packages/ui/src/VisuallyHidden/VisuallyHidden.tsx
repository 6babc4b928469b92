export type { VisuallyHiddenProps } from 'react-aria-components'
/** Text for screen readers alone. */
export { VisuallyHidden } from 'react-aria-components'
