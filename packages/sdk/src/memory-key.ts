/** Where the memory of a user in a journey stands on the device; `undefined` is the visitor. */
export function memoryKey(journey: string, userId: string | undefined): string {
  return `fw:j:${journey}:${userId === undefined ? 'visitor' : `user:${userId}`}`
}
