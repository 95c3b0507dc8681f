import { TextDecoder } from 'node:util'
import { ImportError } from './import-error.ts'

/** Enough to tell encodings apart. */
const SAMPLE_BYTES = 64 * 1024
const MARKS: readonly [encoding: string, mark: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a file, in pieces. `encoding` is a name that `TextDecoder` knows (`shift_jis`,
 * `windows-1252`). Without one: what the mark at the beginning says (Excel writes one), else UTF-8
 * if the beginning is that, else Shift_JIS if it is that.
 *
 * @yields Some text.
 * @throws {ImportError} If the encoding is not known, or the file is not in it.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let sample: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    if (decoder) {
      yield decode(decoder, chunk)
      continue
    }
    sample = Buffer.concat([sample, chunk])
    if (sample.length < SAMPLE_BYTES) continue
    decoder = decoderFor(sample, encoding)
    yield decode(decoder, sample)
  }
  if (!decoder) {
    decoder = decoderFor(sample, encoding)
    yield decode(decoder, sample)
  }
  yield decode(decoder)
}

function decoderFor(sample: Uint8Array, encoding: string | undefined): TextDecoder {
  const name =
    encoding ?? markedBy(sample) ?? ['utf-8', 'shift_jis'].find((one) => fits(one, sample))
  if (name === undefined) {
    throw new ImportError(
      'The encoding cannot be told: name it with --encoding, windows-1252 for example.',
    )
  }
  try {
    return new TextDecoder(name, { fatal: true })
  } catch {
    throw new ImportError(`The encoding ${name} is not known: utf-8, shift_jis and others are.`)
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    const { encoding } = decoder
    throw new ImportError(
      `The file is not ${encoding} all through: name its encoding with --encoding.`,
    )
  }
}

function markedBy(sample: Uint8Array): string | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, index) => sample[index] === byte))?.[0]
}

/** The sample may end within a character. */
function fits(encoding: string, sample: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}
