export { explain } from '@firstwin/engine/explain'
