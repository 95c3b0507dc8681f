export { acts, mergeMemory } from '@firstwin/engine/acts'
