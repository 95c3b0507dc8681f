import type { Path } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aJourney, aState, aTurn, aWorld, NOW } from '../test/a-world.ts'
import { pathProgress } from './path-progress.ts'

const title = 'Title'

function aPath(id: string, ...wins: string[]): Path {
  return { id, title, tasks: wins.map((win) => ({ id: win, title, win })) }
}

function progressOf(path: Path, reached: string[]) {
  const wins = Object.fromEntries(reached.map((win) => [win, NOW]))
  return pathProgress(aTurn(aJourney({ paths: [path] }), {}, aState({ wins })))
}

describe('the progress of a path', () => {
  const path = aPath('path', 'a', 'b', 'c')
  it.each([
    ['ordered', [], ['next', 'closed', 'closed'], 1 / 4],
    ['ordered', ['a'], ['done', 'next', 'closed'], 2 / 4],
    ['ordered', ['b'], ['next', 'done', 'closed'], 2 / 4],
    ['ordered', ['a', 'b', 'c'], ['done', 'done', 'done'], 1],
    ['any', [], ['next', 'next', 'next'], 1 / 4],
    ['any', ['b'], ['next', 'done', 'next'], 2 / 4],
  ] as const)('in order %s after %j is %j', (order, reached, ...[statuses, fraction]) => {
    const progress = progressOf({ ...path, order }, [...reached])
    expect(progress?.tasks.map(({ status }) => status)).toEqual(statuses)
    expect(progress).toMatchObject({ done: reached.length, of: 3, fraction })
  })

  it('is that of the first path that is meant for the user', () => {
    const paths = [{ ...aPath('owners', 'a'), audience: 'owners' }, aPath('all', 'a')]
    const journey = aJourney({ audiences: { owners: { trait: 'owner' } }, paths })
    expect(pathProgress(aTurn(journey))?.path.id).toBe('all')
    expect(pathProgress(aTurn(journey, { traits: { owner: true } }))?.path.id).toBe('owners')
  })

  it('is none where no path is meant for the user', () => {
    expect(pathProgress(aTurn())).toBeUndefined()
  })

  it('does not shrink when the journey grows', () => {
    const wins = ['a', 'b'].map((id) => ({ id, title, when: { event: id } }))
    const user = aWorld(aJourney({ wins, paths: [aPath('path', 'a', 'b')] }))
    user.track('a')
    user.journey = aJourney({ wins, paths: [aPath('path', 'a', 'b', 'c', 'd')] })
    user.check()
    expect(user.last.view.progress).toMatchObject({ done: 1, of: 4, fraction: 2 / 3 })
  })
})

describe('the way along a path', () => {
  const wins = ['a', 'b'].map((id) => ({ id, title, when: { event: id } }))
  const journey = aJourney({ wins, paths: [aPath('path', 'a', 'b')] })

  it('is reported task by task, and once as a whole', () => {
    const user = aWorld(journey)
    for (const name of ['a', 'b', 'b']) user.track(name)
    expect(user.names()).toEqual([
      'journey_started',
      'win_reached',
      'task_completed',
      'win_reached',
      'task_completed',
      'path_completed',
    ])
  })

  it('is not completed a second time when a task is added and done', () => {
    const user = aWorld(journey)
    user.track('a')
    user.track('b')
    const more = [...wins, { id: 'c', title, when: { event: 'c' } }]
    user.journey = aJourney({ wins: more, paths: [aPath('path', 'a', 'b', 'c')] })
    user.track('c')
    expect(user.names().filter((name) => name === 'path_completed')).toHaveLength(1)
    expect(user.names().filter((name) => name === 'task_completed')).toHaveLength(3)
  })

  it('does not start for a user whom no path is meant for', () => {
    const paths = [{ ...aPath('path', 'a'), audience: 'owners' }]
    const user = aWorld(aJourney({ audiences: { owners: { trait: 'owner' } }, wins, paths }))
    user.check()
    expect(user.names()).toEqual([])
    user.facts = { ...user.facts, traits: { owner: true } }
    user.check()
    expect(user.reports).toEqual([{ name: 'journey_started', properties: { path: 'path' } }])
  })

  it('goes on with a guide that the win itself led on', () => {
    const steps = [
      { id: 'one', title, advance: { event: 'a' } },
      { id: 'two', title },
    ]
    const task = { id: 'a', title, win: 'a', guide: 'tour' }
    const user = aWorld(
      aJourney({
        wins,
        paths: [{ id: 'path', title, tasks: [task] }],
        guides: [{ id: 'tour', title, steps }],
      }),
    )
    user.signal({ type: 'start', id: 'tour' })
    expect(user.track('a')).toEqual({ kind: 'step', guide: 'tour', step: 'two' })
  })
})
