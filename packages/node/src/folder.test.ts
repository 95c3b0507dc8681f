import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACCEPTED, answer, createWorld } from '../test/fake-world.ts'

const NAME = '019aa000-0000-7000-8000-000000000001'
const MARK = '.firstwin-shelf'
const EVENT = '{"type":"track","event":"planted","userId":"u"}\n'

/** Files by path, below the folder of the client. */
function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, path), text)
  }
}

/** A client that left an event, as a process that was killed does: its shelf and its lock. */
async function leave(world: ReturnType<typeof createWorld>): Promise<string> {
  world.endpoint.answer = () => answer(503)
  const client = world.start()
  await client.track({ userId: 'u', event: 'left' })
  await client.close()
  world.endpoint.answer = () => ACCEPTED
  return readdirSync(world.folder).find((name) => !name.endsWith('.lock')) ?? ''
}

describe('a folder with files of others', () => {
  it.each([
    ['uploads/photo.png', 'a photo'],
    ['logs/audit.jsonl', '{"who":"ann"}\n'],
    ['logs/000000001.jsonl', EVENT],
    ['uploads/dropped.json', '{"cap":3}'],
    [`${NAME}/000000001.jsonl`, EVENT],
    [`${NAME}/photo.png`, 'a photo'],
    [`not-${NAME}/${MARK}`, ''],
  ])('is left as it is: %s', async (path, text) => {
    const { folder, start, sent } = createWorld()
    put(folder, { [path]: text })
    const client = start()
    expect(await client.flush()).toBe(true)
    await client.close()
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    expect(readdirSync(folder)).toEqual([path.split('/')[0]])
    expect(sent()).toEqual([])
  })

  it('keeps what somebody put among our events, which are sent', async () => {
    const world = createWorld()
    const shelf = await leave(world)
    put(world.folder, { [`${shelf}/photo.png`]: 'a photo', [`${shelf}/audit.jsonl`]: EVENT })
    const client = world.start()
    await client.flush()
    await client.close()
    expect(world.sent()).toEqual(['left'])
    expect(readdirSync(join(world.folder, shelf)).toSorted()).toEqual([
      MARK,
      'audit.jsonl',
      'photo.png',
    ])
  })

  it('is not followed where a link leads', async () => {
    const world = createWorld()
    const shelf = await leave(world)
    put(world.folder, { 'private/list.jsonl': EVENT })
    const real = join(world.folder, 'private/list.jsonl')
    symlinkSync(real, join(world.folder, shelf, '000000009.jsonl'))
    renameSync(join(world.folder, shelf), join(world.folder, 'elsewhere'))
    symlinkSync(join(world.folder, 'elsewhere'), join(world.folder, shelf))
    await world.start().flush()
    renameSync(join(world.folder, 'elsewhere'), join(world.folder, NAME))
    world.clock.now += 60_000
    await world.start().flush()
    expect(world.sent()).toEqual(['left'])
    expect(readFileSync(real, 'utf8')).toBe(EVENT)
  })
})

describe.runIf(process.getuid)('a folder that others may write', () => {
  it('is refused if all may', () => {
    const { folder, start } = createWorld()
    chmodSync(folder, 0o777)
    expect(() => start()).toThrow('chmod 700')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([0o770, 0o775])('is warned of if its group may: %#', (mode) => {
    const { folder, start, warnings } = createWorld()
    chmodSync(folder, mode)
    start()
    expect(warnings.join()).toContain('chmod 700')
  })

  it('is fine where only the owner of a file may move it, and where nobody may', () => {
    const { folder, start, warnings } = createWorld()
    start()
    chmodSync(folder, 0o1777)
    start()
    expect(warnings).toEqual([])
  })

  it('gives no events that others could have planted, which is said once', async () => {
    const world = createWorld()
    const shelf = await leave(world)
    chmodSync(join(world.folder, shelf), 0o777)
    const client = world.start()
    world.warnings.length = 0
    await client.flush()
    world.clock.now += 120_000
    await client.flush()
    expect(world.sent()).toEqual([])
    expect(world.warnings).toHaveLength(1)
    expect(world.warnings[0]).toContain(join(world.folder, shelf))
  })

  it.runIf(process.getuid?.() === 0)('gives no events of another user', async () => {
    const world = createWorld()
    const shelf = await leave(world)
    chownSync(join(world.folder, shelf), 12_345, 12_345)
    await world.start().flush()
    expect(world.sent()).toEqual([])
    expect(existsSync(join(world.folder, shelf, '000000001.jsonl'))).toBe(true)
  })

  it('gets files for their owner only, the locks too', async () => {
    const { folder, start } = createWorld()
    await start().track({ userId: 'u', event: 'paid' })
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const open = names.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
    expect(names.some((name) => name.endsWith('.lock'))).toBe(true)
    expect(open).toEqual([])
  })
})
