import { useEffect, useRef, useState } from 'react'
import type { Offer } from '#shared/contract/desk.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { CheckField, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { Mark } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useOffers, whenOf } from './queries.ts'

const shown = 8

/** What they could go to: typed words, district, no steps, places left. Enter takes the first of the list. */
export function OfferList({ onChoose }: { readonly onChoose: (offer: Offer) => void }) {
  const t = useWords()
  const offers = useOffers(useLanguage())
  const [words, setWords] = useState('')
  const [district, setDistrict] = useState('')
  const [stepFree, setStepFree] = useState(false)
  const [free, setFree] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const all = offers.data?.offers ?? []
  const districts = [...new Set(all.flatMap((offer) => offer.district ?? []))].toSorted((one, other) => one.localeCompare(other))
  const fitting = all.filter(
    (offer) =>
      holds(offer, words) &&
      (district === '' || offer.district === district) &&
      (!stepFree || offer.stepFree === 'yes') &&
      (!free || offer.free !== 0),
  )
  const [first] = fitting
  return (
    <>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (first) onChoose(first)
        }}
      >
        <div className="form-row">
          <TextField
            ref={field}
            type="search"
            label={t('desk.offers.filter')}
            hint={t('desk.offers.filterHint')}
            value={words}
            autoComplete="off"
            optional
            onChange={({ target }) => setWords(target.value)}
          />
          <SelectField
            label={t('desk.offers.district')}
            empty={t('desk.offers.anywhere')}
            choices={districts.map((name) => ({ value: name, label: name }))}
            value={district}
            onChange={({ target }) => setDistrict(target.value)}
          />
        </div>
        <div className="desk-ticks">
          <CheckField
            label={t('desk.offers.stepFree')}
            checked={stepFree}
            onChange={({ target }) => setStepFree(target.checked)}
          />
          <CheckField label={t('desk.offers.free')} checked={free} onChange={({ target }) => setFree(target.checked)} />
        </div>
      </form>
      {offers.isPending && <Loading lines={5} />}
      {offers.isError && !offers.data && <Failure error={offers.error} retry={() => void offers.refetch()} />}
      {offers.data && fitting.length === 0 && <p className="quiet">{t('desk.offers.none')}</p>}
      {fitting.length > 0 && (
        <ul className="plain desk-rows" aria-label={t('desk.offers.heading')}>
          {fitting.slice(0, shown).map((offer) => (
            <li key={offer.session}>
              <OfferRow offer={offer} onChoose={() => onChoose(offer)} />
            </li>
          ))}
        </ul>
      )}
      {fitting.length > shown && <p className="quiet">{t('desk.offers.more', { count: fitting.length - shown })}</p>}
    </>
  )
}

function OfferRow({ offer, onChoose }: { readonly offer: Offer; readonly onChoose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const { free, for: about, venue, stepFree, care } = offer
  const seats =
    free === null ? t('desk.offers.unlimited') : free === 0 ? t('desk.offers.full') : t('desk.offers.seats', { count: free })
  return (
    <button type="button" className="desk-row desk-offer" onClick={onChoose}>
      <span>
        <b>
          <ForeignText text={offer.title} />
        </b>
        <span className="quiet">
          {[
            about === 'session' ? '' : t(`desk.offers.${about}`),
            whenOf(offer, language),
            venue,
            t(`desk.offers.steps.${stepFree}`),
            care && t('desk.offers.care', { count: care.free }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Mark tone={free === 0 ? 'window' : free !== null && free < 4 ? 'sun' : 'yard'}>{seats}</Mark>
    </button>
  )
}

/** Each typed word stands somewhere in the title, the place or its part of town, whatever its accents. */
function holds({ title, venue, district }: Offer, words: string): boolean {
  const text = plain(`${title.text} ${venue ?? ''} ${district ?? ''}`)
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
