import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from '../prepare/root.js'

/**
 * What the core of the script tag has and its chunks need too. A classic script cannot export, so
 * it lends these functions by a symbol on the window, and the chunks borrow them: the rules of
 * conditions and wins are on the wire once. Each file's own list of exports must be lent whole.
 */
const LENT = [
  'engine/src/clock.ts',
  'engine/src/duration.ts',
  'engine/src/holds.ts',
  'engine/src/matches-route.ts',
  'engine/src/might-show.ts',
  'engine/src/own.ts',
  'engine/src/path-progress.ts',
  'engine/src/seen-key.ts',
  'engine/src/turn.ts',
  'engine/src/wins.ts',
].map((file) => join(ROOT, 'packages', file))

const VIRTUAL = 'virtual:lent'
const WHERE = "globalThis[Symbol.for('firstwin')]"

/** For the core: the module `virtual:lent`, with everything that is lent in one object. */
export function lend(): Plugin {
  return {
    name: 'lend',
    resolveId: { filter: { id: /^virtual:lent$/ }, handler: () => `\0${VIRTUAL}` },
    load: {
      filter: { id: /virtual:lent$/ },
      handler() {
        const names = LENT.map((file) => exportsOf(file).join(', '))
        const imports = LENT.map((file, i) => `import { ${names[i]} } from ${JSON.stringify(file)}`)
        return [...imports, `${WHERE} = { ${names.join(', ')} }`].join('\n')
      },
    },
  }
}

/** For chunks: the same functions, taken from where the core put them. */
export function borrow(): Plugin {
  return {
    name: 'borrow',
    enforce: 'pre',
    load(id) {
      if (!LENT.includes(id)) return undefined
      return `export const { ${exportsOf(id).join(', ')} } = ${WHERE}`
    },
  }
}

function exportsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name = '']) => name)
}
