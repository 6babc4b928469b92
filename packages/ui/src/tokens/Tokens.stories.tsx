import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import styles from './Tokens.stories.module.css'

/** The tokens in both themes, side by side: `data-theme` themes whatever is inside it. */
const meta = {
  title: 'Tokens',
  parameters: { layout: 'fullscreen' },
} satisfies Meta
export default meta
type Story = StoryObj<typeof meta>

export const Colors: Story = { render: () => <BothThemes>{() => <Colours />}</BothThemes> }
export const Type: Story = { render: () => <BothThemes>{() => <TypeScale />}</BothThemes> }
export const Space: Story = { render: () => <BothThemes>{() => <Spaces />}</BothThemes> }
export const Elevation: Story = { render: () => <BothThemes>{() => <Elevations />}</BothThemes> }

const roles = ['accent', 'positive', 'negative', 'warning', 'info', 'time']
const neutrals = [0, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950]
const surfaces = [
  'surface-page',
  'surface',
  'surface-raised',
  'surface-sunken',
  'surface-hover',
  'surface-active',
  'time-page',
]
const texts = ['text', 'text-muted', 'text-subtle', 'accent-text']
const sizes = ['2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl']
const spaces = ['0-5', '1', '2', '3', '4', '5', '6', '8', '10', '12', '16']
const radii = ['xs', 'sm', 'md', 'lg', 'xl', 'full']

function BothThemes({ children }: { children: () => ReactNode }) {
  return (
    <div className={styles.themes}>
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className={styles.theme}>
          {children()}
        </div>
      ))}
    </div>
  )
}

function Colours() {
  return (
    <>
      <h2 className={styles.heading}>Roles</h2>
      <div className={styles.roles}>
        {roles.map((role) => (
          <div key={role} className={styles.role}>
            <div className={styles.fill} style={{ background: `var(--ph-${role})`, color: `var(--ph-on-${role})` }}>
              {role}
            </div>
            <div
              className={styles.fill}
              style={{
                background: `var(--ph-${role}-surface)`,
                color: `var(--ph-${role}-text)`,
                boxShadow: `inset 0 0 0 1px var(--ph-${role}-border)`,
              }}
            >
              tint and text
            </div>
          </div>
        ))}
      </div>
      <h2 className={styles.heading}>Surfaces and text</h2>
      <div className={styles.grid}>
        {surfaces.map((surface) => (
          <div key={surface} className={styles.surface} style={{ background: `var(--ph-${surface})` }}>
            {texts.map((text) => (
              <div key={text} style={{ color: `var(--ph-${text})` }}>
                {text === 'text' ? surface : text}
              </div>
            ))}
          </div>
        ))}
      </div>
      <h2 className={styles.heading}>Neutral</h2>
      <div className={styles.strip}>
        {neutrals.map((step) => (
          <div key={step} className={styles.swatch} style={{ background: `var(--ph-neutral-${step})` }} />
        ))}
      </div>
      <h2 className={styles.heading}>Series</h2>
      <div className={styles.strip}>
        {neutrals.slice(0, 8).map((_, at) => (
          <div key={_} className={styles.swatch} style={{ background: `var(--ph-series-${at + 1})` }} />
        ))}
      </div>
    </>
  )
}

function TypeScale() {
  return (
    <>
      <h2 className={styles.heading}>Type</h2>
      {sizes.map((size) => (
        <div key={size} className={styles.line}>
          <span className={styles.name}>{size}</span>
          <span style={{ fontSize: `var(--ph-font-size-${size})` }}>Balance €1,204.10</span>
        </div>
      ))}
      <h2 className={styles.heading}>Tabular figures</h2>
      <div className={`ph-tabular ${styles.figures}`}>
        <div>1,111.11</div>
        <div>8,088.80</div>
      </div>
      <h2 className={styles.heading}>Monospace</h2>
      <div className="ph-mono">DE89 3704 0044 0532 0130 00</div>
    </>
  )
}

function Spaces() {
  return (
    <>
      <h2 className={styles.heading}>Space</h2>
      {spaces.map((space) => (
        <div key={space} className={styles.line}>
          <span className={styles.name}>{space}</span>
          <span className={styles.bar} style={{ inlineSize: `var(--ph-space-${space})` }} />
        </div>
      ))}
    </>
  )
}

function Elevations() {
  return (
    <>
      <h2 className={styles.heading}>Shadow</h2>
      <div className={styles.grid}>
        {[1, 2, 3, 4].map((step) => (
          <div key={step} className={styles.raised} style={{ boxShadow: `var(--ph-shadow-${step})` }}>
            {step}
          </div>
        ))}
      </div>
      <h2 className={styles.heading}>Radius</h2>
      <div className={styles.grid}>
        {radii.map((radius) => (
          <div key={radius} className={styles.raised} style={{ borderRadius: `var(--ph-radius-${radius})` }}>
            {radius}
          </div>
        ))}
      </div>
    </>
  )
}
