import { describe, expect, it } from 'vitest'
import { context, events, user, visitor, win } from './events.fixture.ts'
import { createHandOver } from './hand-over.ts'

/** A tool that comes late, and what it was given. */
function toolWorld(hand: (id: string) => unknown = () => undefined) {
  const given: string[] = []
  const end = new AbortController()
  /** `onLook` is called at each look that found nothing. */
  const tool = { isThere: true, onLook: () => {} }
  const send = createHandOver({
    find: () => (tool.isThere ? 'the tool' : undefined),
    hand: (_, { messageId }) => {
      given.push(messageId)
      return hand(messageId)
    },
    pause: async () => tool.onLook(),
  })
  const ask = (sent = events) => send(sent, { ...context, signal: end.signal })
  return { tool, given, end, ask }
}

const ids = events.map(({ messageId }) => messageId)

describe('createHandOver', () => {
  it('gives everything to the tool, in order', async () => {
    const world = toolWorld()
    await world.ask()
    expect(world.given).toEqual(ids)
  })

  it('waits for the tool', async () => {
    const world = toolWorld()
    world.tool.isThere = false
    let looks = 0
    world.tool.onLook = () => {
      looks += 1
      expect(world.given).toEqual([])
      world.tool.isThere = looks === 3
    }
    await world.ask()
    expect(world.given).toEqual(ids)
  })

  it('leaves events in the queue where the tool is not there in time', async () => {
    const world = toolWorld()
    world.tool.isThere = false
    world.tool.onLook = () => world.end.abort()
    await expect(world.ask()).rejects.toThrow('aborted')
    expect(world.given).toEqual([])
  })

  it('goes on after an event at which the tool throws, and is not asked for that again', async () => {
    const world = toolWorld((id) => {
      if (id === visitor.messageId) throw new Error('of the tool')
    })
    await world.ask()
    expect(world.given).toEqual(ids)
  })

  it('waits for what the tool promised, and does not hand over again meanwhile', async () => {
    let done = (): void => {}
    const world = toolWorld(
      () =>
        new Promise<void>((resolve) => {
          done = resolve
        }),
    )
    const first = world.ask([win])
    // The queue has run out of patience, and asks again, together with what came since.
    const second = world.ask([win])
    expect(world.given).toEqual([win.messageId])
    done()
    await Promise.all([first, second])
    const third = world.ask([win, user])
    done()
    await third
    expect(world.given).toEqual([win.messageId, user.messageId])
  })
})
