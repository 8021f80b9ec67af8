import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { ComingMeeting } from '#shared/contract/desk.ts'
import { CallbackQueue } from '#client/features/desk/callback-queue.tsx'
import { CallerCheck } from '#client/features/desk/caller-check.tsx'
import { ComingList } from '#client/features/desk/coming-list.tsx'
import { DataCard } from '#client/features/desk/data-card.tsx'
import { DeskForm } from '#client/features/desk/desk-form.tsx'
import { FindPerson } from '#client/features/desk/find-person.tsx'
import { LinksCard } from '#client/features/desk/links-card.tsx'
import { OfferList } from '#client/features/desk/offer-list.tsx'
import { useOffers, usePerson, type Caller, type Given, type Offer, type Source } from '#client/features/desk/queries.ts'
import { Result } from '#client/features/desk/result.tsx'
import { ShiftsCard } from '#client/features/desk/shifts-card.tsx'
import { Slip } from '#client/features/desk/slip.tsx'
import { DoublesCard } from '#client/features/merges/doubles-card.tsx'
import { useRights } from '#client/features/me/queries.ts'
import { OwnCalendars } from '#client/features/own-calendars/own-calendars.tsx'
import { calendarsOf } from '#client/features/own-calendars/queries.ts'
import { SafeCard } from '#client/features/safe-contact/safe-card.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { CheckField, TextField } from '#client/ui/form/inputs.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { Asked } from '../asked.tsx'
import '#client/features/desk/desk.css'

/** Somebody calls or stands at the desk. `?session=…` is where to sign them up, from the page of that session. */
export default function DeskPage() {
  const t = useWords()
  const [source, setSource] = useState<Source>('phone')
  const [caller, setCaller] = useState<Caller | null>(null)
  const [turn, setTurn] = useState(0)
  const next = () => {
    setCaller(null)
    setTurn(turn + 1)
  }
  return (
    <div className="panel-page">
      <div className="no-print">
        <PageTitle title={t('desk.title')} />
        <p className="quiet">{t('desk.lead')}</p>
      </div>
      <div className="panel-columns">
        <div className="panel-column">
          {caller ? (
            <Served key={turn} caller={caller} source={source} onCaller={setCaller} onNext={next} />
          ) : (
            <Card>
              <FindPerson onChoose={setCaller} />
              <RadioCards<Source>
                compact
                label={t('desk.source.label')}
                choices={(['phone', 'desk'] as const).map((value) => ({ value, label: t(`desk.source.${value}`) }))}
                value={source}
                onChange={setSource}
              />
            </Card>
          )}
        </div>
        <div className="panel-column no-print">
          <CallbackQueue />
        </div>
      </div>
    </div>
  )
}

type Done = Given & { readonly name: string }
type ServedProps = {
  readonly caller: Caller
  readonly source: Source
  /** They are called otherwise from now on. */
  readonly onCaller: (caller: Caller) => void
  readonly onNext: () => void
}

/** Who is on the line, what may be read out, and what they could go to. */
function Served({ caller, source, onCaller, onNext }: ServedProps) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const rights = useRights()
  const [query, setQuery] = useSearchParams()
  const offers = useOffers(language)
  const person = usePerson(caller.kind === 'known' ? caller.id : null, language)
  const [chosen, setChosen] = useState<Offer | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [discreet, setDiscreet] = useState(false)
  const asked = query.get('session')
  const offer = chosen ?? offers.data?.offers.find(({ session }) => session === asked) ?? null
  const leave = () => {
    setChosen(null)
    if (asked !== null) setQuery({}, { replace: true })
  }
  const finish = (given: Done) => {
    setDone(given)
    leave()
    for (const key of ['person', 'offers', 'people-of', 'callbacks']) void client.invalidateQueries({ queryKey: ['panel', key] })
  }
  const coming = person.data?.coming ?? null
  const hasDiscreet = (done?.offer.discreet ?? false) || (coming ?? []).some((meeting) => meeting.discreet)
  const name = done?.name ?? (caller.kind === 'known' ? caller.name : t('desk.find.fresh'))
  return (
    <>
      <div className="desk-served no-print">
        <p className="desk-name">{name}</p>
        {!done && <Button onClick={onNext}>{t('desk.find.other')}</Button>}
      </div>
      <div className="no-print panel-column">
        {person.data?.safe && <SafeCard person={person.data} />}
        {done && <Result done={done} onNext={onNext} onAgain={() => setDone(null)} />}
        {!done && offer && (
          <Card heading={t('desk.form.heading', { title: offer.title.text })}>
            <DeskForm
              caller={caller}
              offer={offer}
              source={source}
              spoken={person.data?.language ?? language}
              onDone={(answer, called) => finish({ answer, offer, shift: null, name: called })}
              onLeave={leave}
            />
          </Card>
        )}
        {!done && !offer && (
          <Card heading={t('desk.offers.heading')}>
            <OfferList onChoose={setChosen} />
          </Card>
        )}
        {caller.kind === 'known' && (
          <Card heading={t('desk.coming.heading')}>
            <Asked query={person}>
              {(shown) => (
                <>
                  <CallerCheck person={shown} />
                  {shown.coming && <ComingList coming={shown.coming} />}
                  {shown.coming && shown.coming.length > 0 && (
                    <div className="form-actions">
                      <Button onClick={() => window.print()}>{t('desk.coming.print')}</Button>
                    </div>
                  )}
                </>
              )}
            </Asked>
          </Card>
        )}
        {caller.kind === 'known' && (
          <DoublesCard id={caller.id} name={caller.name} onRenamed={(called) => onCaller({ ...caller, name: called })} />
        )}
        {person.data && person.data.safe === null && <SafeCard person={person.data} />}
        {caller.kind === 'known' && person.data && <PhoneCard id={caller.id} coming={coming} />}
        {caller.kind === 'known' && !done && (
          <ShiftsCard
            id={caller.id}
            sure={person.data ? person.data.plans || person.data.checked !== null : false}
            source={source}
            spoken={person.data?.language ?? language}
            onDone={(answer, { name: shift, title, start, end, place }) =>
              finish({
                answer: { code: answer.code, outcome: answer.outcome === 'confirmed' ? 'confirmed' : 'waiting' },
                offer: { title, start, end, venue: place, discreet: false },
                shift,
                name: caller.name,
              })
            }
          />
        )}
        {caller.kind === 'known' && rights.includes('manage') && (
          <Card heading={t('desk.data.heading')}>
            <DataCard id={caller.id} name={caller.name} onErased={onNext} />
          </Card>
        )}
        {hasDiscreet && (
          <CheckField
            label={t('desk.coming.discreet')}
            checked={discreet}
            onChange={({ target }) => setDiscreet(target.checked)}
          />
        )}
      </div>
      <Slip name={name} done={done} coming={coming ?? []} discreet={discreet} />
    </>
  )
}

/** What they have on their own phone: calendars of their sign-ups, and the links of their pages. */
function PhoneCard({ id, coming }: { readonly id: string; readonly coming: readonly ComingMeeting[] | null }) {
  const t = useWords()
  return (
    <Card heading={t('desk.links.heading')}>
      <LinksCard id={id} coming={coming ?? []} />
      <details>
        <summary>{t('desk.links.calendars')}</summary>
        <OwnCalendars
          source={calendarsOf(id)}
          renderMade={(url) => <MadeAddress url={url} />}
          renderMore={() => (coming === null ? <p className="quiet">{t('ownCalendar.atDesk')}</p> : null)}
        />
      </details>
    </Card>
  )
}

/** Shown this once: to be scanned with their phone, or copied into a message to them. */
function MadeAddress({ url }: { readonly url: string }) {
  const t = useWords()
  return (
    <>
      <Note tone="sun" filled>
        <p>{t('ownCalendar.once')}</p>
      </Note>
      <TextField label={t('ownCalendar.address')} readOnly value={url} onFocus={({ target }) => target.select()} />
      <QrCode text={url} label={t('ownCalendar.qr')} />
    </>
  )
}
