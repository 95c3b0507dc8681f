export { acts } from '@firstwin/engine/acts'
