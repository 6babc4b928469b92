import type { Feature } from '../feature/index.ts'

/** Every feature whose folder is there. Nothing else names them, so taking a folder out takes the feature out. */
export const features: readonly Feature[] = Object.values(
  import.meta.glob<Feature>('../features/*/feature.ts', { eager: true, import: 'feature' }),
)
