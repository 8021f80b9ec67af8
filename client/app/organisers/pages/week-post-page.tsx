import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { feedPath, pages } from '#shared/contract/paths.ts'
import { everything } from '#shared/contract/selection.ts'
import { addDays, isLocalDay, mondayOf } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { useFeed } from '#client/features/calendar/queries.ts'
import { PostBox } from '#client/features/share/post-box.tsx'
import { PostLanguage } from '#client/features/share/post-language.tsx'
import { postOfDays } from '#client/features/share/post-text.ts'
import { wordsIn } from '#client/i18n/languages.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** A post about a week, made of the published calendar: nothing stands in it that residents don't see anyway. */
export default function WeekPostPage() {
  const t = useWords()
  const [query] = useSearchParams()
  const own = useLanguage()
  const [language, setLanguage] = useState(own)
  const today = dayInWarsaw(useNow())
  const asked = query.get('date') ?? ''
  const from = mondayOf(isLocalDay(asked) ? asked : today)
  const to = addDays(from, 6)
  const feed = useFeed(feedPath({ ...everything, language, range: { from, to } }))
  const link = location.origin + localPath(language, pages.front)
  const name = from === mondayOf(today) ? 'share.post.week' : 'share.post.otherWeek'
  const title = language === own ? t(name) : (wordsIn[language](name) as string)
  return (
    <div className="panel-page">
      <PageTitle title={t('shareTitles.post')} />
      <p className="quiet">{t('share.post.lead')}</p>
      <PostLanguage value={language} onChange={setLanguage} />
      {feed.isPending && <Loading />}
      {feed.isError && !feed.data && <Failure error={feed.error} retry={() => void feed.refetch()} />}
      {feed.data?.events.length === 0 && <p>{t('share.post.empty')}</p>}
      {feed.data && feed.data.events.length > 0 && (
        <PostBox text={postOfDays(feed.data.events, { from, to, title }, link, language)} />
      )}
    </div>
  )
}
