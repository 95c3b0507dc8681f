export type Engine = 'chromium' | 'firefox' | 'webkit'

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const satisfies readonly Engine[]

/** One page in a browser. */
export interface Tab {
  /** The value of an expression in the page. Rejects where the page is gone. */
  readonly run: (expression: string) => Promise<unknown>
  readonly goto: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  readonly back: () => Promise<void>
  /** As a user closes it: the page hears `pagehide`. */
  readonly close: () => Promise<void>
  /** Ends the page's process at once: the page hears nothing. */
  readonly crash: () => Promise<void>
  /** Stops everything in it, as a browser does with tabs far in the background. */
  readonly freeze: () => Promise<void>
  readonly thaw: () => Promise<void>
}

/** One user's storage, and the tabs that share it. */
export interface Profile {
  readonly open: (url: string) => Promise<Tab>
  /** Requests to that address fail at once, as with an ad blocker. Returns what ends that. */
  readonly block: (url: string) => Promise<() => Promise<void>>
  readonly setOffline: (isOffline: boolean) => Promise<void>
  readonly close: () => Promise<void>
}

/** A browser with its profile on disk. */
export interface OwnBrowser extends Profile {
  /** SIGKILL to the browser and all its processes. Resolves when they are gone. */
  readonly kill: () => Promise<void>
  /** Whether the browser has written this text to its profile. */
  readonly hasWritten: (text: string) => Promise<boolean>
}

export interface Browser {
  readonly engine: Engine
  readonly newProfile: () => Promise<Profile>
  /** Starts one of its own on the profile in `folder`, which is made if it is missing. */
  readonly startOwn: (folder: string) => Promise<OwnBrowser>
  readonly close: () => Promise<void>
}

/** What this engine, or what drives it, cannot do: no kind that needs it names this engine. */
export function cannot(engine: Engine, what: string): () => Promise<never> {
  return () => Promise.reject(new Error(`${engine} cannot ${what} here`))
}
