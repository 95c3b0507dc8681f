import type { LogForm } from './options.ts'
import type { World } from '../world.ts'

/** Writes a line of the log: with its time for people, or as one JSON object for programs. */
export function createLog(form: LogForm, { print, now }: World): (message: string) => void {
  return (message) => {
    const time = new Date(now()).toISOString()
    print(form === 'json' ? JSON.stringify({ time, message }) : `${time} ${message}`)
  }
}
