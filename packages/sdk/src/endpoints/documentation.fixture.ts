import { readFileSync } from 'node:fs'

const text = readFileSync(new URL('../../../../docs/endpoints.md', import.meta.url), 'utf8')

/** The code block of docs/endpoints.md that has these words in it. */
export function codeWith(words: string): string {
  const blocks = [...text.matchAll(/```\w+\n(.*?)```/gs)].map(([, code = '']) => code)
  const found = blocks.filter((code) => code.includes(words))
  const [code] = found
  if (code !== undefined && found.length === 1) return code
  throw new Error(`${found.length} blocks of docs/endpoints.md say ${words}`)
}

/** What the block declares under this name, run with what the page around it has. */
export function declared(name: string, page: Readonly<Record<string, unknown>> = {}): unknown {
  const code = codeWith(`const ${name} = `).replace(/^import .*$/gm, '')
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the document's own code, as a reader would run it
  return new Function(...Object.keys(page), `${code}\nreturn ${name}`)(...Object.values(page))
}
