// What is needed only once something stands on screen: a chunk of its own, fetched with the first
// draw, so that the first picture does not wait for it. Until it is there, which takes some 10 ms,
// what is drawn can be clicked and read out, but does not listen to the keys.
export { attend } from './attend.ts'
export { leadsOn } from './leads-on.ts'
// The inspector stands in the page by the same means.
export { raiseFirewall } from './firewall/firewall.ts'
export { createStand } from './stand/stand.ts'
