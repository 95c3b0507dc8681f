import type { Part } from '../part.ts'

export const letter: Part = { css: '', draw: () => undefined }
