import type { Plugin } from 'vite'

interface Cut {
  file: RegExp
  /** As published in the versions that the lock file names. */
  code: RegExp
  instead: string
}

const CUTS: readonly Cut[] = [
  {
    // Where preact turns text into markup (`dangerouslySetInnerHTML`), which no view uses.
    file: /\/preact\/dist\/preact\.mjs$/,
    code: /\w+\?\([^?:]{0,120}?\.innerHTML=\w+\.__html\),\w+\.__k=\[\]\):/,
    instead: '',
  },
  {
    // zod tries `new Function` to see if it may; a strict policy reports the try.
    file: /\/zod\/v4\/core\/util\.js$/,
    code: /const F = Function;\s+new F\(""\);\s+return true;/,
    instead: 'return false;',
  },
  {
    // What zod would do if it might.
    file: /\/zod\/v4\/core\/doc\.js$/,
    code: /const F = Function;/,
    instead: 'throw new Error("no code from text");',
  },
]

/**
 * Cuts from dependencies what turns text into markup or code. We use none of it, and what is not in
 * the file cannot be reached: the check of the built files (scripts/size/forbidden.js) needs no
 * exception, and a page with a strict policy gets no report.
 */
export function cutUnsafe(): Plugin {
  return {
    name: 'cut-unsafe',
    transform: {
      filter: { id: CUTS.map(({ file }) => file) },
      handler(code, id) {
        const cut = CUTS.find(({ file }) => file.test(id))
        if (!cut?.code.test(code)) {
          return this.error(`${id} has changed: update its pattern in scripts/build/cut-unsafe.ts.`)
        }
        return { code: code.replace(cut.code, cut.instead), map: null }
      },
    },
  }
}
