import { useWords } from '#client/i18n/use-words.ts'
import type { Draft } from './draft.ts'

/** The people of a party, and how many children come along into care. Two may have one name, so that their places tell them apart. */
export function WhoComes({ name, attending, others, care }: Pick<Draft, 'name' | 'attending' | 'others' | 'care'>) {
  const t = useWords()
  const all = [...(attending ? [{ name, child: false }] : []), ...others].map((person, at) => ({ ...person, at }))
  return (
    <ul className="plain">
      {all.map((person) => (
        <li key={person.at}>
          {person.name} {person.child && t('signUp.childMark')}
        </li>
      ))}
      {care > 0 && <li>{t('signUp.care.said', { children: t('signUp.care.count', { count: care }) })}</li>}
    </ul>
  )
}
