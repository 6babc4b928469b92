/**
 * The language of what is below it, where it is not the browser's: writing direction of controls, and the words they say
 * to screen readers. Set `lang` and `dir` on the same part of the page.
 */
export { I18nProvider as LocaleProvider, useLocale } from 'react-aria-components'
