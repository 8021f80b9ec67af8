import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { languageOf } from '#client/i18n/local-path.ts'
import { keepOfflineCopy } from '#client/lib/offline-copy.ts'
import { firstNeeds } from './first-needs.ts'
import { LastResort } from './last-resort.tsx'
import { Providers } from './providers.tsx'
import { queryClient } from './query-client.ts'
import { PageRouter } from './router.tsx'
import '#client/ui/tokens.css'
import '#client/ui/base.css'

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no element with the id "app"')

void firstNeeds(languageOf(location.pathname)) // begins while React starts
createRoot(root).render(
  <StrictMode>
    <LastResort>
      <Providers>
        <PageRouter />
      </Providers>
    </LastResort>
  </StrictMode>,
)
// What is still on its way began before the worker, too: invalidating alone would wait for it and not ask again.
keepOfflineCopy(() => void queryClient.cancelQueries().then(() => queryClient.invalidateQueries()))
