import type { SceneItem, View } from '../../scene.ts'
import { createView } from '../create-view.tsx'
import { createScenes, NOW, progressOf, sceneOf } from './scenes.ts'

/** `?scene=letter&locale=ja&dark&brand=%23b4421e`; without a scene, a list of all of them. */
const query = new URLSearchParams(location.search)
const name = query.get('scene') ?? ''
document.documentElement.toggleAttribute('data-dark', query.has('dark'))

const scenes: Record<string, SceneItem> = createScenes(
  (id) => document.querySelector(`#${id}, [name="${id}"]`) ?? undefined,
)

listScenes()
const view = show()
Object.assign(window, { view, scenes, sceneOf, progressOf, showScene })

function show(): View {
  const made = createView({
    act: (action) => {
      document.title = JSON.stringify(action)
    },
    follow: (href) => {
      document.title = href
    },
    onShown: () => document.documentElement.setAttribute('data-shown', ''),
    now: () => NOW,
    theme: query.has('brand') ? { brand: query.get('brand') ?? '' } : {},
  })
  const locale = query.get('locale') ?? 'en'
  made.draw(
    sceneOf(scenes[name], query.has('alone') ? { locale, launcher: undefined } : { locale }),
  )
  return made
}

/** Takes away what is there, so that nothing of it stays, and shows the scene; '' is none. */
function showScene(id: string): void {
  view.draw(sceneOf(undefined))
  view.draw(sceneOf(scenes[id]))
}

function listScenes(): void {
  const list = document.querySelector('#index')
  if (name !== '' || !list) return
  for (const id of Object.keys(scenes)) {
    const link = document.createElement('a')
    link.href = `?scene=${id}`
    link.textContent = id
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
}
