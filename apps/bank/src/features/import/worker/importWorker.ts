import { parseFile } from './parseFile.ts'
import type { ParseAnswer, ParseRequest } from './protocol.ts'

// The module worker that reads one file and is then terminated. See protocol.ts for what is said.
globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<ParseRequest>) => {
    void parseFile(data, (answer: ParseAnswer) => globalThis.postMessage(answer))
  },
  { once: true },
)
