import { render } from 'preact'
import { readPageStart } from '../client/read-page-start.ts'
import { InboxPage } from './inbox-page.tsx'
import './inbox.css'

const { locale } = readPageStart()
const root = document.querySelector('#root')
if (root) render(<InboxPage locale={locale} />, root)
