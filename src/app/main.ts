import { mount } from 'svelte'
import { offlineWords } from '../i18n/offline.ts'
import App from './App.svelte'
import './app.css'
import { language } from './language.svelte.ts'
import { registerOffline } from './offline.ts'
import { toasts } from './toasts.svelte.ts'

mount(App, { target: document.getElementById('app')! })

registerOffline((activate) => {
  const words = language.say(offlineWords)
  toasts.show(words.newVersion, 'done', { label: words.update, run: activate })
})
