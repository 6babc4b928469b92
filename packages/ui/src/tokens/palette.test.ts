import { describe, expect, it } from 'vitest'
import type { Rgb } from './tokenSheet.fixtures.ts'
import { colorOf, linear } from './tokenSheet.fixtures.ts'

// Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
const visions: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

// Differences in OKLab; neighbouring shades of the neutral scale differ by about 0.02 to 0.05.
const distinct = 0.09

describe.each(['light', 'dark'] as const)('the %s series', (theme) => {
  it.each(Object.entries(visions))('[TOK-3] stay apart under %s', (_, vision) => {
    const seen = Array.from({ length: 8 }, (_, at) =>
      lab(simulate(linear(colorOf(`--ph-series-${at + 1}`, theme)), vision)),
    )
    const distances = seen.flatMap((one, at) =>
      seen.slice(at + 1).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])),
    )
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(distinct)
  })
})

function simulate(color: Rgb, vision: readonly [Rgb, Rgb, Rgb]): Rgb {
  const channel = (row: Rgb) => Math.min(1, Math.max(0, row[0] * color[0] + row[1] * color[1] + row[2] * color[2]))
  return [channel(vision[0]), channel(vision[1]), channel(vision[2])]
}

/** OKLab, Björn Ottosson 2020. */
function lab([red, green, blue]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
