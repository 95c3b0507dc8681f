// What keeps a step with its target: a chunk of its own, fetched with the first draw of a step. The
// first picture does not wait for it where that is easy; a checklist needs none of it.
export { stayBeside } from './stay-beside.ts'
export { linkTabOrder } from './tab-order.ts'
