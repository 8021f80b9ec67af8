import { useQueryClient } from '@tanstack/react-query'
import { useSave } from '#client/lib/use-save.ts'
import { useToast } from '#client/ui/toast.tsx'
import { staffQuery } from './queries.ts'
import { useRefusalWords } from './refusals.ts'

/** One act on somebody's account: says that it is done, or why not, and reads the list anew. */
export function useStaffAct<Input>(act: (input: Input, key: string) => Promise<unknown>, done: string) {
  const client = useQueryClient()
  const toast = useToast()
  const wordsOf = useRefusalWords()
  return useSave(act, {
    onSuccess: () => {
      toast({ text: done })
      return client.invalidateQueries({ queryKey: staffQuery.queryKey })
    },
    onError: (error) => toast({ text: wordsOf(error), tone: 'window' }),
  })
}
