import { describe, expect, it } from 'vitest'
import { createWorld } from '../report/fake-world.ts'
import { createCopies } from './copies.ts'

const NOW_S = 1_795_000_000
const A = 'https://cdn.example.com/a.json'

function copy(seq: number, { file = `file ${seq}`, exp = NOW_S + 60 } = {}) {
  return { file, manifest: { v: 1 as const, aud: [], iat: NOW_S, exp, seq, sha256: '' } }
}

describe('T17 the last good copy', () => {
  it('is kept for each address apart', () => {
    const { storage } = createWorld()
    createCopies(storage, A).keep(copy(3))
    expect(createCopies(storage, A).read()).toMatchObject({ seq: 3, file: 'file 3' })
    expect(createCopies(storage, `${A}2`).read()).toMatchObject({ seq: 0, file: '' })
  })

  it('is not replaced by an older one of a tab that began before', () => {
    const { storage } = createWorld()
    createCopies(storage, A).keep(copy(3))
    createCopies(storage, A).keep(copy(2))
    expect(createCopies(storage, A).read()).toMatchObject({ seq: 3, file: 'file 3' })
  })

  it('is none where something else stands in its place', () => {
    const { storage } = createWorld()
    for (const text of ['', '{', 'null', '7', '[]']) {
      storage.set(`fw:trusted:${A}`, text)
      expect(createCopies(storage, A).read()).toMatchObject({ seq: 0, file: '' })
    }
  })

  it('takes no room when its time is over, but its number stays', () => {
    const { storage } = createWorld()
    createCopies(storage, A).keep(copy(3))
    createCopies(storage, `${A}2`).keep(copy(9, { exp: NOW_S + 600 }))
    createCopies(storage, `${A}3`).tidy((NOW_S + 60) * 1000)
    expect(createCopies(storage, A).read()).toMatchObject({ seq: 3, file: '' })
    expect(createCopies(storage, `${A}2`).read()).toMatchObject({ seq: 9, file: 'file 9' })
  })
})
