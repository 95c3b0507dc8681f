import { describe, expect, it } from 'vitest'
import { brotliBytes, withImports } from './bundle.js'
import { findForbidden } from './forbidden.js'
import { measure } from './measure.js'

const bundle = new Map([
  ['core.js', 'import(`./view.js`)'],
  ['view.js', 'import{a}from"./shared.js";import("./late.js")'],
  ['shared.js', 'import"./deep.js";export{a}'],
  ['deep.js', 'let a=1'],
  ['late.js', 'import{a}from"./shared.js"'],
])

describe('withImports', () => {
  it('follows what is imported at the start, not what is imported later', () => {
    expect(withImports(bundle, ['view.js'])).toEqual(['deep.js', 'shared.js', 'view.js'])
  })

  it('passes over names that are not there', () => {
    expect(withImports(bundle, ['absent.js'])).toEqual([])
  })
})

describe('measure', () => {
  it('weighs the core, the first tooltip with its imports, and each part', () => {
    const sizes = measure(bundle, {
      core: { file: 'core.js', limit: 50 },
      firstTooltip: { files: ['core.js', 'view.js'], limit: 300 },
      part: 80,
      parts: {},
    })
    const first = ['core.js', 'view.js', 'shared.js', 'deep.js']
    const total = first.reduce((sum, name) => sum + brotliBytes(bundle.get(name) ?? ''), 0)
    expect(sizes.map(({ what, limit }) => [what, limit])).toEqual([
      ['core.js', 50],
      ['up to the first tooltip', 300],
      ['late.js', 80],
    ])
    expect(sizes[1]?.bytes).toBe(total)
  })

  it('refuses budgets that name a file which is not built', () => {
    const budgets = {
      core: { file: 'core.js', limit: 50 },
      firstTooltip: { files: ['core.js', 'gone.js'], limit: 300 },
      part: 80,
      parts: {},
    }
    expect(() => measure(bundle, budgets)).toThrow('does not make: gone.js')
  })
})

describe('findForbidden', () => {
  it.each(['eval("1")', 'new Function("a")', 'x.innerHTML=y', 'document.write(x)', 'f.srcdoc=x'])(
    'finds %s',
    (text) => {
      expect(findForbidden(new Map([['a.js', `let b;${text}`]]))).toHaveLength(1)
    },
  )

  it('lets ordinary code pass', () => {
    expect(findForbidden(new Map([['a.js', 'evaluate(x);document.writeln;f.src=x']]))).toEqual([])
  })
})
