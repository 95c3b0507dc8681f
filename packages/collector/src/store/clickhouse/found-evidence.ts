import type { Evidence, Trait } from '../event-store.ts'
import { byOwner } from './page-shelf.ts'
import type { Found } from './read-range.ts'
import type { Row } from './row.ts'
import { toGroups, toMilestones, toTrait } from './to-evidence.ts'

/** Of what was found of some people, with the traits of their companies, by owner. */
export function toWholeEvidence(
  { links, milestones, traits, groups }: Found,
  { journey, shared }: { journey: string; shared: ReadonlyMap<string, Trait[]> },
): Evidence {
  const byActor = toGroups(byOwner(groups))
  const companies = [...new Set(byActor.values())]
  const ofCompanies = companies.flatMap((id) => shared.get(`g:${id}`) ?? [])
  return {
    milestones: toMilestones(milestones, journey),
    links: new Map([...links].map(([device, user]) => [device.slice(2), user])),
    traits: [...ofCompanies, ...byOwner(traits).map(toTrait)],
    groups: byActor,
  }
}

export function traitsByOwner(rows: readonly Row[]): ReadonlyMap<string, Trait[]> {
  const traits = new Map<string, Trait[]>()
  for (const trait of rows.map(toTrait)) {
    traits.set(trait.owner, [...(traits.get(trait.owner) ?? []), trait])
  }
  return traits
}
