import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { OfflineError, ProblemError } from './api.ts'

type Hooks<Input, Answer> = {
  readonly onSuccess?: (answer: Answer, input: Input) => unknown
  readonly onError?: (error: Error, input: Input) => unknown
}

/**
 * A save that may be repeated. When nobody answered it is not known whether the save arrived, so the same input is sent again with
 * the same key and the server does it once; after any answer, and for another input, the key is a new one.
 */
export function useSave<Input, Answer>(
  save: (input: Input, key: string) => Promise<Answer>,
  hooks: Hooks<Input, Answer> = {},
): UseMutationResult<Answer, Error, Input> {
  const unanswered = useRef<{ readonly text: string; readonly key: string } | null>(null)
  return useMutation({
    networkMode: 'always',
    mutationFn: async (input: Input) => {
      const text = JSON.stringify(input ?? null)
      const key = unanswered.current?.text === text ? unanswered.current.key : newKey()
      unanswered.current = { text, key }
      try {
        const answer = await save(input, key)
        unanswered.current = null
        return answer
      } catch (error) {
        if (!isUnanswered(error)) unanswered.current = null
        throw error
      }
    },
    ...(hooks.onSuccess && { onSuccess: hooks.onSuccess }),
    ...(hooks.onError && { onError: hooks.onError }),
  })
}

/** True when nobody can say whether it arrived: no answer, or a proxy's word that the server is away. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof OfflineError || (error instanceof ProblemError && [502, 503, 504].includes(error.status))

/** 128 bits of chance. `crypto.randomUUID` is missing where a page is opened without https. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
