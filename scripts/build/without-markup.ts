import type { Plugin } from 'vite'

/** preact 11.2.0, as published: `h?(…(t.innerHTML=h.__html),r.__k=[]):(…)`. */
const MARKUP = /\w+\?\([^?:]{0,120}?\.innerHTML=\w+\.__html\),\w+\.__k=\[\]\):/

/**
 * Cuts the one place where preact turns text into markup (`dangerouslySetInnerHTML`), which no view
 * uses. What is not in the file cannot be reached, and the check of the built files needs no
 * exception.
 */
export function withoutMarkup(): Plugin {
  return {
    name: 'without-markup',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.(mjs|module\.js)$/ },
      handler(code) {
        if (!MARKUP.test(code)) {
          this.error('preact has changed: update the pattern in scripts/build/without-markup.ts.')
        }
        return { code: code.replace(MARKUP, ''), map: null }
      },
    },
  }
}
