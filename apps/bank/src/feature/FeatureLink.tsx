import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface FeatureLinkProps {
  /** The path of a feature's page, its parameters filled in. */
  to: string
  className?: string | undefined
  children: ReactNode
}

/** Leads to the page of a feature, which the router's types do not know. */
export function FeatureLink({ to, className, children }: FeatureLinkProps) {
  return (
    <Link to={to as '/'} className={className}>
      {children}
    </Link>
  )
}
