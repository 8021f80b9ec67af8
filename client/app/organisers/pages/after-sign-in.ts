import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import { localNext } from '#client/lib/local-next.ts'

/** Goes where one wanted to go before signing in, and forgets what an earlier reader of this browser had loaded. */
export function useGoOn(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const language = useLanguage()
  const [query] = useSearchParams()
  return () => {
    client.removeQueries({ queryKey: ['panel'] })
    void navigate(localNext(query.get('next'), localPath(language, panelPages.today)), { replace: true })
  }
}
