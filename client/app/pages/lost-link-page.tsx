import { LostLink } from '#client/features/sign-ups/lost-link.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { PageTitle } from '#client/ui/page-title.tsx'

/** For whoever has lost the link of a sign-up. */
export default function LostLinkPage() {
  const t = useWords()
  return (
    <div className="page reading">
      <PageTitle title={t('signUp.lost.title')} />
      <LostLink />
    </div>
  )
}
