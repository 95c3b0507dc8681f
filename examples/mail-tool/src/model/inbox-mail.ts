/** One mail in the inbox of the demo, without its body. */
export interface InboxMail {
  id: string
  from: { name: string; mail: string }
  to: { name: string; mail: string }
  subject: string
  /** The first words of the text. */
  preview: string
  /** Milliseconds since 1970, on the demo clock. */
  receivedAt: number
  read: boolean
}
