import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { languageOf } from '#client/i18n/local-path.ts'
import { loadLanguage } from '#client/i18n/languages.ts'
import { keepOfflineCopy } from '#client/lib/offline-copy.ts'
import { Providers, queryClient } from './providers.tsx'
import { PageRouter } from './router.tsx'
import '#client/ui/tokens.css'
import '#client/ui/base.css'

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no element with the id "app"')

void loadLanguage(languageOf(location.pathname)) // begins while React starts
createRoot(root).render(
  <StrictMode>
    <Providers>
      <PageRouter />
    </Providers>
  </StrictMode>,
)
keepOfflineCopy(() => void queryClient.invalidateQueries())
