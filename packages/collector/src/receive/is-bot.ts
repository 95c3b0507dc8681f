/**
 * What programs that open pages call themselves: crawlers, previews of links, watchers of uptime,
 * browsers that nobody looks at. CUBOT is a telephone. Tools that servers send with (curl, axios,
 * python-requests) are not in it: what a customer's server reports is no less true.
 *
 * The list is our own and short. The package `isbot` knows more names, but its licence is not one
 * that we take; programs that run scripts, and so come this far, are few and name themselves.
 */
const NAMES = [
  '(?<!cu)bot(?![a-z])|crawl|spider|slurp|headlesschrome|phantomjs',
  'lighthouse|pagespeed|ptst/|gtmetrix|pingdom|statuscake|site24x7',
  'datadogsynthetics|newrelicsynthetics|catchpoint|checkly',
  'facebookexternalhit|embedly|bingpreview|google-read-aloud|googleother',
  'google-inspectiontool|mediapartners-google|apis-google|baiduspider',
  'chatgpt-user|claude-user|claude-web|perplexity-user|ia_archiver',
]
const BOT = new RegExp(NAMES.join('|'), 'i')

/** Whether a user agent says that a program is at work. Nothing said is no sign of one. */
export function isBot(userAgent: string): boolean {
  return BOT.test(userAgent)
}
