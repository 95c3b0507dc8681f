import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const DOCUMENT = fileURLToPath(new URL('../../docs/faults.md', import.meta.url))

/**
 * Puts what a run found where docs/faults.md has room for it, between two comments with that name.
 * @throws {Error} If the comments are not there.
 */
export async function writeDocument(name: 'faults' | 'trackers', found: string): Promise<void> {
  const text = await readFile(DOCUMENT, 'utf8')
  const [begin, end] = [`<!-- ${name}: written by the run -->`, `<!-- ${name}: end -->`]
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`docs/faults.md has no place for ${name}.`)
  const kept = [text.slice(0, from + begin.length), text.slice(to)]
  await writeFile(DOCUMENT, kept.join(`\n\n${found}\n\n`))
}
