/** What a story may be called in its file. Storybook takes a name with a small letter as well; a component's story has none. */
export const EXPORT_NAME = /^[A-Z][A-Za-z0-9_$]*$/
