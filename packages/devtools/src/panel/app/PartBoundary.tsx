import { Button } from '@playhead/ui'
import { TriangleAlert } from 'lucide-react'
import type { ErrorInfo, ReactNode } from 'react'
import { Component } from 'react'
import styles from './PartBoundary.module.css'

interface PartBoundaryProps {
  /** What it is: "Timeline". */
  readonly name: string
  readonly children: ReactNode
}

/** A part that throws shows what it threw, and a way to try again; the other parts live on. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly thrown: Error | undefined }> {
  override state: { readonly thrown: Error | undefined } = { thrown: undefined }

  static getDerivedStateFromError(thrown: unknown): { readonly thrown: Error } {
    return { thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    console.error(`The panel’s part "${this.props.name}" failed.`, thrown, info.componentStack)
  }

  override render(): ReactNode {
    const { thrown } = this.state
    if (!thrown) return this.props.children
    return (
      <div role="alert" className={styles.failure}>
        <TriangleAlert aria-hidden="true" className={styles.icon} />
        <div className={styles.words}>
          <p className={styles.title}>{this.props.name} failed</p>
          <p className={styles.message}>{thrown.message}</p>
        </div>
        <Button size="sm" onPress={() => this.setState({ thrown: undefined })}>
          Try again
        </Button>
      </div>
    )
  }
}
