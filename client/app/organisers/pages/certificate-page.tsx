import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatDay } from '#shared/time/format.ts'
import { useMe } from '#client/features/me/queries.ts'
import { volunteerQuery, type VolunteerView } from '#client/features/volunteers/queries.ts'
import { worksOf } from '#client/features/volunteers/works.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from '../asked.tsx'
import '#client/features/volunteers/volunteers.css'

/** What a volunteer has done, on one page of paper: name, what, hours, days, for whom, and room for a signature. */
export default function CertificatePage() {
  const { id = '' } = useParams()
  return <Asked query={useQuery(volunteerQuery(id, useLanguage()))}>{(volunteer) => <Certificate volunteer={volunteer} />}</Asked>
}

function Certificate({ volunteer }: { readonly volunteer: VolunteerView }) {
  const t = useWords()
  const language = useLanguage()
  const { name, id } = volunteer
  const me = useMe()
  const done = volunteer.shifts.filter(({ attended }) => attended)
  const hoursOf = new Intl.NumberFormat(language).format
  const { works, more } = worksOf(done)
  const [first, last] = [done[0]?.start.slice(0, 10), done.at(-1)?.start.slice(0, 10)]
  const organisations = [...new Set(done.flatMap(({ organisation }) => organisation ?? []))]
  return (
    <div className="panel-page">
      <p className="no-print">
        <LocalLink to={panelPages.volunteer(id)} className="table-link">
          ‹ {name}
        </LocalLink>
      </p>
      {first === undefined || last === undefined ? (
        <>
          <PageTitle title={t('volunteers.certificate.title')} />
          <p>{t('volunteers.certificate.nothing')}</p>
        </>
      ) : (
        <article className="certificate">
          <p className="certificate-from">{organisations.join(', ')}</p>
          <PageTitle title={t('volunteers.certificate.title')} />
          <p>{t('volunteers.certificate.says')}</p>
          <p className="certificate-name">
            <b>{name}</b>
          </p>
          <p>
            {first === last
              ? t('volunteers.certificate.whenDay', { day: formatDay(first, language) })
              : t('volunteers.certificate.when', { from: formatDay(first, language), to: formatDay(last, language) })}{' '}
            {t('volunteers.certificate.hours', { hours: hoursOf(volunteer.hours) })}
          </p>
          <p>{t('volunteers.certificate.what')}</p>
          <ul className="certificate-works">
            {works.map(({ work, hours }) => (
              <li key={work}>{t('volunteers.certificate.work', { work, hours: hoursOf(hours) })}</li>
            ))}
            {more.count > 0 && <li>{t('volunteers.certificate.more', { count: more.count, hours: hoursOf(more.hours) })}</li>}
          </ul>
          <p>{t('volunteers.certificate.thanks')}</p>
          <div className="certificate-sign">
            <p>{t('volunteers.certificate.placeAndDay')}</p>
            <p>{t('volunteers.certificate.signature', { name: me.data?.name ?? '' })}</p>
          </div>
          <div className="no-print">
            <Button look="main" onClick={() => window.print()}>
              {t('volunteers.certificate.print')}
            </Button>
          </div>
        </article>
      )}
    </div>
  )
}
