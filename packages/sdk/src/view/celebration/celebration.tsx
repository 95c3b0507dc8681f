import type { Part } from '../part.ts'

export const celebration: Part = { css: '', draw: () => undefined }
