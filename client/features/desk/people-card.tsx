import type { ListedSignUp, PeopleView } from '#shared/contract/desk.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { deskApi, panelPages } from '#shared/contract/panel-paths.ts'
import { formatClock, formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Button, buttonClass, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useAcceptance, useUndo, useWithdrawal } from './coming-list.tsx'
import { Fits } from './fits.tsx'
import { MoveSlot } from './move-slot.tsx'
import { notedAt } from './noted-at.ts'
import { Rush } from './rush.tsx'
import { usePeople } from './queries.ts'
import './desk.css'

/** Who comes and who waits, for those whose business it is: nothing stands here for others. */
export function PeopleCard({ session }: { readonly session: string }) {
  const t = useWords()
  const people = usePeople(session, useLanguage())
  if (people.error instanceof ProblemError && [403, 404].includes(people.error.status)) return null
  return (
    <Card heading={t('desk.people.heading')}>
      {people.isPending && <Loading lines={4} />}
      {people.isError && !people.data && <Failure error={people.error} retry={() => void people.refetch()} />}
      {people.data && <People session={session} people={people.data} />}
    </Card>
  )
}

function People({ session, people }: { readonly session: string; readonly people: PeopleView }) {
  const t = useWords()
  const { capacity, taken, waiting, care, standing, list, plans, asksStaff } = people
  const language = useLanguage()
  const seats = capacity === null ? t('desk.people.seatsNoLimit', { count: taken }) : t('desk.people.seats', { taken, capacity })
  const query = language === 'pl' ? '' : `?lang=${language}`
  return (
    <>
      <p>
        <b>{seats}</b>
        {waiting > 0 && `, ${t('desk.people.waiting', { count: waiting })}`}. {t(`desk.people.standing.${standing}`)}{' '}
        {people.for !== 'session' && t(`desk.people.${people.for}`)}
      </p>
      {people.slots && (
        <p>
          {people.slots.length === 0
            ? t('desk.slot.none')
            : `${t('desk.slot.free')}: ${people.slots.map(({ start }) => formatClock(start)).join(', ')}`}
        </p>
      )}
      {care && <CareSum care={care} list={list} />}
      {capacity !== null && taken > capacity && <p className="form-error">{t('desk.people.over')}</p>}
      {plans && <Rush session={session} />}
      {list.length === 0 ? (
        <p className="quiet">{t('desk.people.none')}</p>
      ) : (
        <PeopleTable session={session} list={list} plans={plans} asks={asksStaff} />
      )}
      {asksStaff && <p className="quiet">{t('desk.people.fitsLead')}</p>}
      <div className="form-actions">
        {standing === 'open' && (
          <ButtonLink look="main" to={`${panelPages.desk}?session=${session}`}>
            {t('desk.people.add')}
          </ButtonLink>
        )}
        {list.length > 0 && <ButtonLink to={panelPages.doorList(session)}>{t('desk.people.list')}</ButtonLink>}
        {plans && list.length > 0 && (
          <>
            <a className={buttonClass('quiet')} href={deskApi.peopleCsv(session) + query} download>
              {t('desk.people.csv')}
            </a>
            <a className={buttonClass('quiet')} href={deskApi.peopleXlsx(session) + query} download>
              {t('desk.people.xlsx')}
            </a>
          </>
        )}
      </div>
      {!plans && list.length > 0 && <p className="quiet">{t('desk.people.checkFirst')}</p>}
    </>
  )
}

/** How many children carers are needed for: in all, and at this meeting, as some of a course may have said that they won't come. */
function CareSum({ care, list }: { readonly care: NonNullable<PeopleView['care']>; readonly list: readonly ListedSignUp[] }) {
  const t = useWords()
  const { seats, taken } = care
  const away = list.filter((one) => one.away && one.status === 'confirmed').reduce((sum, one) => sum + one.care, 0)
  return (
    <>
      <p>
        <b>{t('desk.people.care', { taken, seats })}</b>
        {away > 0 && `, ${t('desk.people.careToday', { count: taken - away })}`}
      </p>
      {taken > seats && <p className="form-error">{t('desk.people.careOver')}</p>}
    </>
  )
}

type TableProps = {
  readonly session: string
  readonly list: readonly ListedSignUp[]
  readonly plans: boolean
  readonly asks: boolean
}

function PeopleTable({ session, list, plans, asks }: TableProps) {
  const t = useWords()
  const language = useLanguage()
  return (
    <DataTable
      caption={t('desk.people.heading')}
      columns={columnsOf(t, language, { session, plans, asks })}
      rows={list}
      rowKey={({ id }) => id}
      rowTone={({ status }) => (status === 'withdrawn' ? 'quiet' : undefined)}
    />
  )
}

const columnsOf = (
  t: ReturnType<typeof useWords>,
  language: Language,
  { session, plans, asks }: Omit<TableProps, 'list'>,
): readonly Column<ListedSignUp>[] => [
  {
    key: 'name',
    heading: t('desk.people.name'),
    main: true,
    cell: ({ name, contact, slot }) => (
      <>
        {slot && (
          <b>
            {formatClock(slot.start)}–{formatClock(slot.end)}
          </b>
        )}{' '}
        {name}
        {slot?.outside && <span className="form-error">{t('desk.slot.outside')}</span>}
        {contact !== null && <span className="form-hint">{contact}</span>}
      </>
    ),
  },
  { key: 'who', heading: t('desk.people.who'), cell: (row) => <Party row={row} /> },
  { key: 'status', heading: t('desk.people.status'), cell: (row) => statusOf(row, t, language) },
  {
    key: 'how',
    heading: t('desk.people.how'),
    cell: ({ source, recordedBy, at }) => (
      <>
        {t(`desk.people.sources.${source}`)}
        {recordedBy !== null && `, ${recordedBy}`}
        <span className="form-hint">{notedAt(at, language)}</span>
      </>
    ),
  },
  ...(asks
    ? [{ key: 'fits', heading: t('desk.people.fits'), cell: (row: ListedSignUp) => <Fits row={row} plans={plans} /> }]
    : []),
  ...(plans
    ? [{ key: 'act', heading: t('desk.people.act'), cell: (row: ListedSignUp) => <Act session={session} row={row} /> }]
    : []),
]

function Party({ row: { seats, others, attending, name, care, needs } }: { readonly row: ListedSignUp }) {
  const t = useWords()
  const names = [
    ...(attending ? [name] : []),
    ...others.map((other) => (other.child ? `${other.name} ${t('desk.people.child')}` : other.name)),
  ]
  return (
    <>
      {seats}
      {(others.length > 0 || !attending) && <span className="form-hint">{names.join(', ')}</span>}
      {care > 0 && <span className="form-hint">{t('desk.people.inCare', { count: care })}</span>}
      {needs && (
        <span className="form-hint">
          {t('needs.heading')}: {[...needs.kinds.map((kind) => t(`needs.short.${kind}`)), needs.words].filter(Boolean).join(', ')}
        </span>
      )}
    </>
  )
}

function statusOf(
  { status, place, offeredUntil, away }: ListedSignUp,
  t: ReturnType<typeof useWords>,
  language: Language,
): string {
  if (status === 'offered')
    return offeredUntil === null
      ? t('desk.people.untold')
      : t('desk.people.offered', { when: formatInstant(Date.parse(offeredUntil), language) })
  if (status === 'waiting') return t('desk.people.waits', { place: place ?? 1 })
  if (away && status === 'confirmed') return t('desk.people.away')
  return t(status === 'confirmed' ? 'desk.people.confirmed' : 'desk.people.withdrawn')
}

function Act({ session, row: { id, name, status, slot, undo } }: { readonly session: string; readonly row: ListedSignUp }) {
  const t = useWords()
  const takeAway = useWithdrawal()
  const takeBack = useUndo()
  const take = useAcceptance()
  if (status !== 'withdrawn')
    return (
      <>
        {status === 'offered' && (
          <Button look="quiet" aria-label={t('desk.people.acceptOne', { name })} onClick={() => take(id)}>
            {t('desk.people.accept')}
          </Button>
        )}
        {slot && <MoveSlot signUp={id} session={session} name={name} />}
        <Button look="quiet" aria-label={t('desk.people.withdrawOne', { name })} onClick={() => void takeAway(id)}>
          {t('desk.people.withdraw')}
        </Button>
      </>
    )
  if (!undo) return null
  return (
    <Button look="quiet" aria-label={t('desk.people.undoOne', { name })} onClick={() => takeBack(id)}>
      {t('desk.people.undo')}
    </Button>
  )
}
