import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deskApi, panelPages, volunteerApi } from '#shared/contract/panel-paths.ts'
import { formatTimeRange } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { postJson, ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { seriesShiftsQuery, sessionShiftsQuery, useRefreshVolunteers, type SeriesShifts, type SessionShifts } from './queries.ts'
import { ShiftDialog } from './shift-dialog.tsx'
import './volunteers.css'

type Planned = SeriesShifts['shifts'][number]
type AtSession = SessionShifts['shifts'][number]
type Person = NonNullable<AtSession['people']>[number]

/** The shifts at a session, with who has them and what is not in order. */
export function SessionShiftsCard({ sessionId, start }: { readonly sessionId: string; readonly start: string }) {
  const t = useWords()
  const query = useQuery(sessionShiftsQuery(sessionId))
  return (
    <Card heading={t('volunteers.heading')}>
      {query.isPending && <Loading lines={2} />}
      {query.isError && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <Shifts at={{ kind: 'session', id: sessionId }} start={start} mayPlan={query.data.mayPlan} shifts={query.data.shifts}>
          {(shift) => {
            const here = query.data.shifts.find(({ id }) => id === shift.id)
            return here && <AtSessionDetails sessionId={sessionId} shift={here} mayPlan={query.data.mayPlan} />
          }}
        </Shifts>
      )}
    </Card>
  )
}

/** The shifts that every session of a series has. */
export function SeriesShiftsCard({ seriesId }: { readonly seriesId: string }) {
  const t = useWords()
  const query = useQuery(seriesShiftsQuery(seriesId))
  return (
    <Card heading={t('volunteers.heading')}>
      <p className="quiet">{t('volunteers.ofSeriesNote')}</p>
      {query.isPending && <Loading lines={2} />}
      {query.isError && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <Shifts at={{ kind: 'series', id: seriesId }} start={null} mayPlan={query.data.mayPlan} shifts={query.data.shifts}>
          {() => null}
        </Shifts>
      )}
    </Card>
  )
}

type ShiftsProps = {
  readonly at: { readonly kind: 'session' | 'series'; readonly id: string }
  readonly start: string | null
  readonly mayPlan: boolean
  readonly shifts: readonly (Planned & Partial<Pick<AtSession, 'start' | 'end' | 'skipped' | 'taken'>>)[]
  readonly children: (shift: Planned) => React.ReactNode
}

function Shifts({ at, start, mayPlan, shifts, children }: ShiftsProps) {
  const t = useWords()
  const language = useLanguage()
  const [editing, setEditing] = useState<Planned | 'new' | null>(null)
  const act = useShiftAct()
  const confirm = useConfirm()
  const remove = async ({ id, version, name }: Planned) => {
    const question = { title: t('volunteers.shift.remove'), text: name.pl, yes: t('volunteers.shift.remove') }
    if (await confirm(question))
      act.mutate({ path: volunteerApi.removeShift(id), body: { version }, said: t('volunteers.shift.removed') })
  }
  return (
    <>
      {shifts.length === 0 && <p className="quiet">{t('volunteers.none')}</p>}
      <ul className="plain volunteer-shifts">
        {shifts.map((shift) => (
          <li key={shift.id}>
            <p>
              <b>{shift.name[language] ?? shift.name.pl}</b>
              {shift.start && shift.end
                ? `, ${formatTimeRange(shift.start, shift.end, language)}`
                : `, ${relativeOf(shift, t)}`}{' '}
              {!shift.isPublic && <Mark tone="plain">{t('volunteers.hidden')}</Mark>}
              {shift.skipped && <Mark tone="plain">{t('volunteers.skipped')}</Mark>}
              {!shift.skipped && shift.taken !== undefined && shift.taken < shift.least && (
                <Mark tone="sun">{t('volunteers.short', { count: shift.least - shift.taken })}</Mark>
              )}
            </p>
            <p className="quiet">
              {[
                shift.taken === undefined
                  ? t('volunteers.wanted', { range: rangeOf(shift) })
                  : t('volunteers.taken', { taken: shift.taken, range: rangeOf(shift) }),
                shift.minAge !== null && t('volunteers.asks.minAge', { age: shift.minAge }),
                shift.needsClearance && t('volunteers.asks.clearance'),
                shift.needsAgreement && t('volunteers.asks.agreement'),
                at.kind === 'session' && shift.of === 'series' && t('volunteers.ofSeries'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {children(shift)}
            {mayPlan && (
              <div className="form-actions">
                {shift.of === at.kind && (
                  <>
                    <Button look="quiet" onClick={() => setEditing(shift)}>
                      {t('volunteers.shift.edit')}
                    </Button>
                    <Button look="quiet" onClick={() => void remove(shift)}>
                      {t('volunteers.shift.remove')}
                    </Button>
                  </>
                )}
                {at.kind === 'session' && shift.of === 'series' && (
                  <Button
                    look="quiet"
                    onClick={() =>
                      act.mutate({
                        path: volunteerApi.skipShift(at.id, shift.id),
                        body: { skip: !shift.skipped },
                        said: t('volunteers.shift.said'),
                      })
                    }
                  >
                    {shift.skipped ? t('volunteers.unskip') : t('volunteers.skip')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayPlan && (
        <div className="form-actions">
          <Button onClick={() => setEditing('new')}>{t('volunteers.shift.new')}</Button>
        </div>
      )}
      {editing !== null && (
        <ShiftDialog at={at} start={start} shift={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

const rangeOf = ({ least, most }: Planned): string => (least === most ? String(most) : `${least}–${most}`)

function relativeOf({ fromMinutes, minutes }: Planned, t: ReturnType<typeof useWords>): string {
  const from =
    fromMinutes === 0
      ? t('volunteers.fromStart')
      : fromMinutes < 0
        ? t('volunteers.beforeStart', { count: -fromMinutes })
        : t('volunteers.afterStart', { count: fromMinutes })
  return `${from}, ${t('volunteers.lasts', { count: minutes })}`
}

/** Who has a shift, and what staff do about it. */
function AtSessionDetails({
  sessionId,
  shift,
  mayPlan,
}: {
  readonly sessionId: string
  readonly shift: AtSession
  readonly mayPlan: boolean
}) {
  if (shift.people === null || shift.people.length === 0) return null
  return (
    <ul className="plain volunteer-people">
      {shift.people.map((person) => (
        <li key={person.signUp}>
          <OnePerson sessionId={sessionId} person={person} mayPlan={mayPlan} />
        </li>
      ))}
    </ul>
  )
}

function OnePerson({ person, mayPlan }: { readonly sessionId: string; readonly person: Person; readonly mayPlan: boolean }) {
  const t = useWords()
  const act = useShiftAct()
  const { signUp, name, contact, waitsFor, standIn, standsInFor, warnings } = person
  return (
    <>
      <p>
        {warnings === null ? <b>{name}</b> : <LocalLink to={panelPages.volunteer(person.person)}>{name}</LocalLink>}
        {contact !== null && <span className="form-hint">{contact}</span>}
      </p>
      {waitsFor !== null && (
        <p>
          <Mark tone="sun">{t(`volunteers.waits.${waitsFor}`)}</Mark>{' '}
          {standsInFor !== null && t('volunteers.standsInFor', { name: standsInFor })}
        </p>
      )}
      {standIn !== 'none' && <p>{t(`volunteers.standIn.${standIn}`)}</p>}
      {warnings !== null && warnings.length > 0 && (
        <p className="volunteer-warning">{warnings.map((one) => t(`volunteers.warnings.${one}`)).join(' · ')}</p>
      )}
      {mayPlan && (
        <div className="form-actions">
          {waitsFor === 'approval' && (
            <Button onClick={() => act.mutate({ path: volunteerApi.approve(signUp), body: {}, said: t('volunteers.approved') })}>
              {t('volunteers.approve')}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() => act.mutate({ path: deskApi.withdraw(signUp), body: {}, said: t('volunteers.withdrawn') })}
          >
            {t('volunteers.withdraw', { name })}
          </Button>
        </div>
      )}
    </>
  )
}

type Act = { readonly path: string; readonly body: object; readonly said: string }

/** Does something and says so; what is refused is said as well. */
export function useShiftAct() {
  const t = useWords()
  const toast = useToast()
  const refresh = useRefreshVolunteers()
  const messageOf = useSaveMessage()
  return useSave(({ path, body }: Act, key) => postJson<object, unknown>(path, body, { key }), {
    onSuccess: async (_, { said }) => {
      await refresh()
      toast({ text: said })
    },
    onError: async (error) => {
      await refresh()
      const known = error instanceof ProblemError && (error.code === 'people-there' || error.code === 'requirements-missing')
      toast({ text: known ? t(`volunteers.refused.${error.code as 'people-there' | 'requirements-missing'}`) : messageOf(error) })
    },
  })
}
