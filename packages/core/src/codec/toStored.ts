// Placeholder until the codec is written.
export function toStored(value: unknown, _options: { path: string; bytesMax: number }): unknown {
  return value
}
