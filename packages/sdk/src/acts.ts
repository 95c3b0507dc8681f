// What follows on something that is on screen: a chunk of its own, fetched with the first picture.
export { acts, mergeMemory } from '@firstwin/engine/acts'
export { createFollowUp } from './follow-up.ts'
export { goTo } from './go-to.ts'
export { watchTarget } from './host/target/watch-target.ts'

/** The inspector, for developers: a chunk that shares with the views what draws. */
export const fetchInspect = () => import('./inspect/inspect.ts')
