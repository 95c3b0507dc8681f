/** Wrong options, found at start-up. The only error that Firstwin throws into the host. */
export class FirstwinSetupError extends Error {
  override readonly name = 'FirstwinSetupError'
}
