import { slugOf } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import type { SessionView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { KindMark } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import './session-title.css'

/** What it is, and which meeting of how many. */
export function SessionTitle({ session }: { readonly session: SessionView }) {
  const t = useWords()
  const { activity, place, program } = session
  const struck = session.cancelled !== null
  return (
    <header className="session-title">
      <p>
        <KindMark slug={slugOf(activity.kind)}>{t(`kinds.${activity.kind}`)}</KindMark>
      </p>
      <PageTitle title={activity.title.text}>
        {struck ? (
          <s>
            <ForeignText text={activity.title} />
          </s>
        ) : (
          <ForeignText text={activity.title} />
        )}
      </PageTitle>
      <p className="quiet">
        {place && place.of > 1 && `${t('session.number', { number: place.number, of: place.of })} · `}
        <LocalLink to={pages.of('programs', program.slug)}>{t('session.program', { name: program.name })}</LocalLink>
      </p>
    </header>
  )
}
