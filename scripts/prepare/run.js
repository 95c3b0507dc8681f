import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters as plain } from 'node:util'
import { ROOT } from './root.js'

/**
 * @typedef {object} Run
 * @property {number} code 0 where it went well; 1 where the program could not be started
 * @property {string} output what it wrote to both outputs, in order and without
 *   colours; nothing where `loud`
 */

/**
 * Runs a program in the workspace, with the workspace's own tools (and its Node 24) first on PATH.
 * Never rejects: what went wrong is in the code and the output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, loud?: boolean }} [options] `loud`: writes to
 *   our own outputs instead of keeping what it wrote
 * @returns {Promise<Run>}
 */
export function run(command, args, { env = {}, loud = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...toolsFirst(), ...env },
      stdio: loud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    /** @type {string[]} */
    const parts = []
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part) => parts.push(part))
    }
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: plain(parts.join('')) }))
  })
}

/** The environment with node_modules/.bin first on PATH. */
export function toolsFirst() {
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  return { ...process.env, PATH: path }
}
