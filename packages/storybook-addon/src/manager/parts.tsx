/** @jsxRuntime classic */
import { styled } from 'storybook/theming'

/** A sentence that stands out. */
export const Note = styled.p<{ tone: 'negative' | 'positive' }>(({ tone }) => ({
  margin: 0,
  padding: '6px 10px',
  borderInlineStart: `2px solid var(--${tone})`,
  background: `color-mix(in srgb, var(--${tone}) 10%, transparent)`,
  borderRadius: '0 4px 4px 0',
  fontSize: 12,
  lineHeight: '17px',
  overflowWrap: 'anywhere',
}))

export const Heading = styled.h3({
  margin: 0,
  fontSize: 12,
  lineHeight: '20px',
  fontWeight: 600,
  color: 'var(--text)',
})

export const Muted = styled.p({
  margin: 0,
  fontSize: 12,
  lineHeight: '18px',
  color: 'var(--muted)',
})

export const Code = styled.pre({
  margin: 0,
  padding: 10,
  overflow: 'auto',
  fontFamily: 'var(--mono)',
  fontSize: 11.5,
  lineHeight: '17px',
  color: 'var(--text)',
  background: 'var(--ground)',
  border: `1px solid var(--line)`,
  borderRadius: 4,
})
