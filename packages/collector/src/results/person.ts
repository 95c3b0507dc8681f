import type { Evidence, Milestone, Trait } from '../store/event-store.ts'

/** One human being with everything they did, on whichever device, before or after signing in. */
export interface Person {
  /** The user's id, or the device's where nobody has signed in yet. */
  readonly id: string
  /** Whether `id` is a user's. */
  readonly known: boolean
  /** Their own traits, over those of their group, whose `name` is nobody's. */
  readonly traits: ReadonlyMap<string, unknown>
  /** Earliest first, each one once. Never empty. */
  readonly milestones: readonly Milestone[]
  /**
   * When they started the journey, in ms since 1970: their first `journey_started`. Where that
   * report was lost, the first other milestone stands in, so that nobody arrives who never started.
   */
  readonly startedAt: number
}

/**
 * Counts people, not devices: what a device did before anybody signed in on it belongs to the
 * first user who then did. A device that two users shared keeps them apart after that.
 */
export function toPeople(evidence: Evidence): Person[] {
  const byActor = new Map<string, Milestone[]>()
  for (const milestone of evidence.milestones) {
    const actor = personOf(milestone.actor, evidence)
    const earlier = byActor.get(actor)
    // One list for each: a copy at each milestone would take the square of the time.
    if (earlier) earlier.push(milestone)
    else byActor.set(actor, [milestone])
  }
  const traits = traitsByPerson(evidence)
  return [...byActor].map(([actor, all]) => {
    const milestones = earliestOfEach(all)
    return {
      id: actor.slice(2),
      known: actor.startsWith('u:'),
      traits: traits(actor),
      milestones,
      startedAt: startOf(milestones),
    }
  })
}

function personOf(actor: string, { links }: Evidence): string {
  const user = actor.startsWith('a:') ? links.get(actor.slice(2)) : undefined
  return user === undefined ? actor : `u:${user}`
}

/** What a device said before signing in yields to what the user said, and a group's to both. */
function traitsByPerson(evidence: Evidence) {
  const groups = new Map([...evidence.groups].map(([actor, id]) => [personOf(actor, evidence), id]))
  const ofDevices = new Map<string, Trait[]>()
  const own = new Map<string, Trait[]>()
  for (const trait of evidence.traits) {
    const person = personOf(trait.owner, evidence)
    const byPerson = trait.owner === person ? own : ofDevices
    const earlier = byPerson.get(person)
    if (earlier) earlier.push(trait)
    else byPerson.set(person, [trait])
  }

  return (actor: string): Map<string, unknown> => {
    const group = groups.get(actor)
    const ofGroup = group === undefined ? [] : (own.get(`g:${group}`) ?? [])
    const shared = ofGroup.filter(({ name }) => name !== 'name')
    const all = [
      ...shared,
      ...(ofDevices.get(actor)?.toReversed() ?? []),
      ...(own.get(actor) ?? []),
    ]
    return new Map(all.map(({ name, value }) => [name, value]))
  }
}

function earliestOfEach(milestones: readonly Milestone[]): Milestone[] {
  const seen = new Set<string>()
  return milestones
    .toSorted((one, other) => one.at - other.at)
    .filter(({ kind, path, subject }) => {
      const landmark = JSON.stringify([kind, path, subject])
      const first = !seen.has(landmark)
      seen.add(landmark)
      return first
    })
}

/** See `Person.startedAt`. Earliest first. */
function startOf(milestones: readonly Milestone[]): number {
  const first = milestones.find(({ kind }) => kind === 'started') ?? milestones[0]
  return first?.at ?? 0
}

/** What the results screen calls a person. */
export interface PersonRef {
  readonly id: string
  readonly known: boolean
  /** The trait `name`, if it is a text. */
  readonly name: string | undefined
}

export function toRef({ id, known, traits }: Person): PersonRef {
  const name = traits.get('name')
  return { id, known, name: typeof name === 'string' && name !== '' ? name : undefined }
}
