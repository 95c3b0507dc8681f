import { expect, it, vi } from 'vitest'
import type { Firstwin } from './firstwin.ts'
import { shareInstance } from './share-instance.ts'

function create(): Firstwin & { stop: ReturnType<typeof vi.fn> } {
  return { stop: vi.fn<() => void>(), open: () => {} } as never
}

it('gives the one that runs to whoever starts it again', () => {
  const first = create()
  const second = vi.fn<() => Firstwin>()
  const onShared = vi.fn<(instance: Firstwin) => void>()
  const a = shareInstance(() => first, onShared)
  expect(onShared).not.toHaveBeenCalled()
  const b = shareInstance(second, onShared)
  expect(second).not.toHaveBeenCalled()
  expect(onShared).toHaveBeenCalledExactlyOnceWith(first)
  expect(b.open).toBe(a.open)
  a.stop()
  b.stop()
})

it('stops it when the last has stopped it, however often each does', () => {
  const first = create()
  const a = shareInstance(
    () => first,
    () => {},
  )
  const b = shareInstance(create, () => {})
  a.stop()
  a.stop()
  expect(first.stop).not.toHaveBeenCalled()
  b.stop()
  expect(first.stop).toHaveBeenCalledOnce()
})

it('makes a new one after that', () => {
  shareInstance(create, () => {}).stop()
  const next = create()
  const again = shareInstance(
    () => next,
    () => {},
  )
  again.stop()
  expect(next.stop).toHaveBeenCalledOnce()
})

it('keeps nothing of one that could not be made', () => {
  const fail = (): never => {
    throw new Error('no journey')
  }
  expect(() => shareInstance(fail, () => {})).toThrow('no journey')
  const next = create()
  shareInstance(
    () => next,
    () => {},
  ).stop()
  expect(next.stop).toHaveBeenCalledOnce()
})
