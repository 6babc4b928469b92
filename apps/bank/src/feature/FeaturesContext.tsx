import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import type { Feature, FeaturePart, PartPlace, PartProps } from './Feature.ts'

/** The features that the page has. */
export const FeaturesContext = createContext<readonly Feature[]>([])

/**
 * What the features put in a place, in the order of their ranks. Loaded when the place is first shown: the page around
 * it waits for all of them, so that nothing moves when they come.
 */
export function Parts<Place extends PartPlace>({
  of: place,
  otherwise = null,
  ...props
}: {
  of: Place
  /** What is there while no feature has anything. */
  otherwise?: ReactNode
} & PartProps[Place]) {
  const features = useContext(FeaturesContext)
  const parts = features
    .flatMap(({ name, parts }) => {
      const part = parts?.[place] as FeaturePart<Place> | undefined
      return part ? [{ name, ...part }] : []
    })
    .sort((a, b) => a.rank - b.rank)
  if (parts.length === 0) return otherwise
  return parts.map(({ name, Part }) => <Part key={name} {...(props as unknown as PartProps[Place] & object)} />)
}
