import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStorage } from './storage.ts'

const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor

beforeEach(() => {
  Object.defineProperty(window, 'localStorage', real)
  localStorage.clear()
})

describe('createStorage', () => {
  it('keeps texts over pages, and knows its keys', () => {
    const storage = createStorage('localStorage')
    storage.set('fw:a', '1')
    storage.set('fw:b', '2')
    storage.set('other', '3')
    const later = createStorage('localStorage')
    expect(later.get('fw:a')).toBe('1')
    expect(later.get('fw:c')).toBeUndefined()
    expect(later.keys('fw:').toSorted()).toEqual(['fw:a', 'fw:b'])
    later.remove('fw:a')
    expect(storage.keys('fw:')).toEqual(['fw:b'])
  })

  it('keeps in memory what a full disk refuses, and says so once', () => {
    const onBlocked = vi.fn<() => void>()
    const storage = createStorage('localStorage', { onBlocked })
    storage.set('fw:a', 'old')
    const big = 'x'.repeat(6_000_000)
    storage.set('fw:a', big)
    storage.set('fw:b', big)
    expect(storage.get('fw:a')).toBe(big)
    expect(storage.keys('fw:').toSorted()).toEqual(['fw:a', 'fw:b'])
    expect(onBlocked).toHaveBeenCalledOnce()
    storage.set('fw:a', 'new')
    expect(localStorage.getItem('fw:a')).toBe('new')
    storage.remove('fw:b')
    expect(storage.get('fw:b')).toBeUndefined()
  })

  it('works where storage cannot even be looked at', () => {
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    const onBlocked = vi.fn<() => void>()
    const storage = createStorage('localStorage', { onBlocked })
    storage.set('fw:a', '1')
    expect([storage.get('fw:a'), storage.keys('fw:')]).toEqual(['1', ['fw:a']])
    storage.remove('fw:a')
    expect(storage.get('fw:a')).toBeUndefined()
    expect(onBlocked).toHaveBeenCalledOnce()
  })
})
