import type { Scene } from './Scene.ts'

/** A scene of an empty log, changed. */
export const sceneWith = (changed: Partial<Scene>): Scene => ({
  view: { from: -1, to: 100, width: 1000 },
  height: 300,
  rulerHeight: 32,
  scrolled: 0,
  rows: [],
  palette: {
    ...(Object.fromEntries(
      [
        ...['surface', 'raised', 'sunken', 'hover', 'text', 'muted', 'subtle', 'line', 'border', 'control', 'grid'],
        ...['accent', 'accentText', 'accentSurface', 'accentBorder', 'time', 'timeText', 'timeSurface'],
        ...['positive', 'negative', 'negativeText', 'warning', 'info', 'onInfo'],
      ].map((name) => [name, name]),
    ) as Omit<Scene['palette'], 'font' | 'colour'>),
    font: 'sans-serif',
    colour: (token) => token,
  },
  ticks: [],
  density: new Map(),
  fullRate: 1,
  marks: undefined,
  markSpacing: 1,
  runs: new Map(),
  branches: new Map(),
  playhead: 0,
  newerFrom: 0.5,
  parked: false,
  head: 99,
  loop: undefined,
  bookmarks: [],
  errors: [],
  chosen: undefined,
  compared: undefined,
  hovered: undefined,
  ...changed,
})
