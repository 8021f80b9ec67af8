import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatSpan } from '#shared/time/format.ts'
import { Papers } from '#client/features/volunteers/papers.tsx'
import { volunteerQuery, type VolunteerView } from '#client/features/volunteers/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from '../asked.tsx'

/** A volunteer: papers seen, shifts to come and done. */
export default function VolunteerPage() {
  const { id = '' } = useParams()
  return <Asked query={useQuery(volunteerQuery(id, useLanguage()))}>{(volunteer) => <Volunteer volunteer={volunteer} />}</Asked>
}

function Volunteer({ volunteer }: { readonly volunteer: VolunteerView }) {
  const t = useWords()
  const language = useLanguage()
  const { name, contact, adult, shifts } = volunteer
  return (
    <div className="panel-page">
      <p>
        <LocalLink to={panelPages.volunteers} className="table-link">
          ‹ {t('volunteers.list.title')}
        </LocalLink>
      </p>
      <div className="panel-head">
        <PageTitle title={name} />
        <ButtonLink to={panelPages.certificate(volunteer.id)}>{t('volunteers.certificate.title')}</ButtonLink>
      </div>
      <p>
        {[contact, adult === null ? t('volunteers.ageUnknown') : adult ? t('volunteers.adult') : t('volunteers.minor')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="panel-columns">
        <div className="panel-column">
          <Papers volunteer={volunteer} />
        </div>
        <div className="panel-column">
          <Card heading={t('volunteers.shiftsHeading')}>
            {shifts.length === 0 && <p className="quiet">{t('volunteers.noShifts')}</p>}
            <ul className="plain volunteer-shifts">
              {shifts.map((shift) => (
                <li key={`${shift.session} ${shift.name.text} ${shift.start}`}>
                  <p>
                    <LocalLink to={panelPages.session(shift.session)}>{shift.title.text}</LocalLink> – {shift.name.text}
                  </p>
                  <p className="quiet">{formatSpan({ kind: 'timed', start: shift.start, end: shift.end }, language)}</p>
                  {shift.attended && (
                    <p>
                      <Mark tone="yard">{t('volunteers.attended')}</Mark>
                    </p>
                  )}
                  {shift.warnings.length > 0 && (
                    <p className="volunteer-warning">
                      {shift.warnings.map((one) => t(`volunteers.warnings.${one}`)).join(' · ')}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </div>
  )
}
