import { z } from 'zod'
import { id } from './id.ts'
import { route } from './route.ts'
import { text } from './text.ts'

/** A film that is loaded when the user asks for it. */
export const video = z
  .strictObject({
    src: z.string().min(1).describe('URL of an mp4 or webm file.'),
    captions: z.string().optional().describe('URL of a WebVTT file.'),
    poster: z.string().optional().describe('URL of the picture that stands there before.'),
    title: text.describe('What is seen in it, and how long it takes.'),
  })
  .meta({ id: 'video' })

export type Video = z.infer<typeof video>

/** One line of the checklist. It is done when its win is reached, and by nothing else. */
export const task = z
  .strictObject({
    id,
    title: text.describe('What the user does, as a verb.'),
    body: text.optional().describe('One or two sentences, shown while the task is the next one.'),
    minutes: z.number().positive().max(120).optional().describe('How long it takes.'),
    win: id.describe('Id of the win that marks it done.'),
    guide: id.optional().describe('Id of the guide that its button starts.'),
    setup: id.optional().describe('Id of the setup that its button opens.'),
    route: route.optional().describe('Where its button leads.'),
    video: video.optional().describe('A film of the task, loaded when the user asks for it.'),
  })
  .meta({ id: 'task' })

export type Task = z.infer<typeof task>

/** The Minimum Success Path: the few tasks between the start and the first strike. */
export const path = z
  .strictObject({
    id,
    title: text.describe('The result that the path leads to.'),
    body: text.optional().describe('One sentence under the title of the checklist.'),
    audience: id.optional().describe('Id of the audience it is for. Everybody if left out.'),
    order: z
      .enum(['ordered', 'any'])
      .optional()
      .describe('ordered (the default): one after the other. any: as the user likes.'),
    tasks: z.array(task).min(1).describe('Three to five.'),
  })
  .meta({ id: 'path' })

export type Path = z.infer<typeof path>
