import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from '../prepare/root.js'

/**
 * What the core of the script tag has and its chunks need too. A classic script cannot export, so
 * it lends these functions by a symbol on the window, and the chunks borrow them: the rules of
 * conditions and wins are on the wire once. A chunk that needs a name that is not lent does not build.
 */
const LENT: Readonly<Record<string, readonly string[]>> = {
  'clock.ts': ['clockStart'],
  'holds.ts': ['holds', 'holdsAudience'],
  'matches-route.ts': ['matchesRoute'],
  'path-progress.ts': ['pathProgress'],
}

const ENGINE = join(ROOT, 'packages/engine/src/')
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
        const imports = Object.entries(LENT).map(
          ([file, names]) => `import { ${names.join(', ')} } from ${JSON.stringify(ENGINE + file)}`,
        )
        return [...imports, `${WHERE} ??= { ${Object.values(LENT).flat().join(', ')} }`].join('\n')
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
      const names = id.startsWith(ENGINE) ? LENT[id.slice(ENGINE.length)] : undefined
      return names && `export const { ${names.join(', ')} } = ${WHERE}`
    },
  }
}
