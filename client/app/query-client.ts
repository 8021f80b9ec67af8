import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '#client/lib/api.ts'

const fiveMinutes = 300_000

/** `networkMode: 'always'`: without a network the service worker may still have an answer. A clear no isn't asked for twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: fiveMinutes,
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && !(error instanceof ProblemError && error.status < 500),
    },
  },
})
