// How features come together without knowing each other.
export type { Feature } from './Feature.ts'
export { FeatureLink } from './FeatureLink.tsx'
export { FeaturesContext, Parts } from './FeaturesContext.tsx'
export { useEntryWords } from './useEntryWords.ts'
