import { render } from 'preact'
import { App } from './app.tsx'
import { httpSource } from './data/http-source.ts'

const root = document.getElementById('app')
if (root) render(<App source={httpSource} />, root)
