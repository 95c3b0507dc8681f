import type { Snapshot } from '../model/snapshot.ts'
import type { User } from '../model/user.ts'
import type { State } from './store.ts'

/** What `user` may see: all of the company, nothing of others. */
export function snapshotOf(state: State, user: User): Snapshot {
  const ofCompany = ({ companyId }: { companyId: string }): boolean => companyId === user.companyId
  const company = state.companies.find(({ id }) => id === user.companyId)
  if (!company) throw new Error(`User ${user.id} belongs to no company: the data is damaged.`)
  return {
    user,
    company,
    campaigns: state.campaigns.filter(ofCompany).toSorted((a, b) => b.changedAt - a.changedAt),
    lists: state.lists.filter(ofCompany),
  }
}
