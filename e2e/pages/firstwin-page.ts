/** The methods of Firstwin on the page that tests call as a host would. */
export interface FirstwinPage {
  firstwin: {
    explain: (id: string) => Promise<readonly Explanation[]>
    start: (id: string) => void
    track: (event: string) => void
    /** Not there until the script has loaded. */
    progress?: { get: () => unknown }
  }
}

interface Explanation {
  shown: boolean
  checks: readonly { check: string; ok: boolean }[]
}
