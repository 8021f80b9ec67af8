import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { pages } from '#shared/contract/paths.ts'
import { CopySeriesDialog, TemplateDialog } from '#client/features/planning/copy-dialogs.tsx'
import { EditList } from '#client/features/planning/edit-list.tsx'
import { slotInWords } from '#client/features/planning/moments.ts'
import { PublishDialog, ShiftDialog } from '#client/features/planning/one-step-dialogs.tsx'
import { saves, useForgetPlan, useSeries } from '#client/features/planning/queries.ts'
import { SessionState } from '#client/features/planning/session-state.tsx'
import type { PlannedActivity, PlannedSeries, PlannedSession } from '#client/features/planning/wire.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { SeriesShiftsCard } from '#client/features/volunteers/shifts-panel.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { DataTable } from '#client/ui/data-table.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark, Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { Asked } from '../asked.tsx'
import { ObjectHistory } from '../object-history.tsx'

type Opened =
  { readonly kind: 'publish' | 'shift' | 'template'; readonly activity: PlannedActivity } | { readonly kind: 'copy' } | null

/** A series with its dates: what is planned, what was changed, and everything one can do with it. */
export default function SeriesPage() {
  const { id = '' } = useParams()
  return <Asked query={useSeries(id)}>{(series) => <Series series={series} />}</Asked>
}

function Series({ series }: { readonly series: PlannedSeries }) {
  const t = useWords()
  const language = useLanguage()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const title = series.title[language] ?? series.title.pl
  const draft = series.activities.some(({ published }) => !published)
  return (
    <div className="panel-page">
      <div className="panel-head">
        <PageTitle title={title}>
          {title} {draft && <Mark tone="plain">{t('series.page.draft')}</Mark>}{' '}
          {series.archived && <Mark tone="plain">{t('series.page.archived')}</Mark>}
        </PageTitle>
        <div className="form-actions">
          {series.plannable && (
            <ButtonLink to={panelPages.editSeries(series.id)} look={draft ? 'plain' : 'main'}>
              {t('series.page.edit')}
            </ButtonLink>
          )}
          {!draft && <ButtonLink to={pages.of('series', series.slug)}>{t('series.page.public')}</ButtonLink>}
        </div>
      </div>
      <p className="quiet">
        {[series.program.name, series.club?.name, series.edition?.name.pl, series.group?.name.pl].filter(Boolean).join(' · ')}
      </p>
      <div className="panel-columns">
        <div className="panel-column">
          {series.activities.map((activity) => (
            <Activity key={activity.id} activity={activity} several={series.activities.length > 1} onOpen={setOpened} />
          ))}
          <Sessions sessions={series.sessions} />
        </div>
        <div className="panel-column">
          {series.plannable && <Actions series={series} onCopy={() => setOpened({ kind: 'copy' })} />}
          <SeriesShiftsCard seriesId={series.id} />
          <Card heading={t('series.page.edits')}>
            <EditList seriesId={series.id} />
          </Card>
          <ObjectHistory object={series.id} />
        </div>
      </div>
      {opened?.kind === 'publish' && <PublishDialog activity={opened.activity} onClose={close} />}
      {opened?.kind === 'shift' && <ShiftDialog activity={opened.activity} onClose={close} />}
      {opened?.kind === 'template' && <TemplateDialog activity={opened.activity} program={series.program} onClose={close} />}
      {opened?.kind === 'copy' && <CopySeriesDialog series={series} onClose={close} />}
    </div>
  )
}

function Activity({
  activity,
  several,
  onOpen,
}: {
  readonly activity: PlannedActivity
  readonly several: boolean
  readonly onOpen: (opened: Opened) => void
}) {
  const t = useWords()
  const language = useLanguage()
  return (
    <Card heading={several ? (activity.title[language] ?? activity.title.pl) : t('series.parts.when')}>
      <p>
        <b>{activity.rule[language] || activity.rule.pl}</b>
      </p>
      {!activity.published && (
        <Note tone="sun">
          <p>{t('series.page.draftText')}</p>
        </Note>
      )}
      {activity.plannable && (
        <div className="form-actions">
          {!activity.published && (
            <Button look="main" onClick={() => onOpen({ kind: 'publish', activity })}>
              {t('planning.publish.verb')}
            </Button>
          )}
          <Button onClick={() => onOpen({ kind: 'shift', activity })}>{t('series.page.shift')}</Button>
          <Button look="quiet" onClick={() => onOpen({ kind: 'template', activity })}>
            {t('series.templates.save')}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Dates to come first; the past is folded away. */
function Sessions({ sessions }: { readonly sessions: readonly PlannedSession[] }) {
  const t = useWords()
  const [past, setPast] = useState(false)
  const over = sessions.filter(({ began }) => began)
  const shown = past ? sessions : sessions.filter(({ began }) => !began)
  return (
    <Card heading={t('series.page.sessions')}>
      {shown.length === 0 && <p className="quiet">{t('series.page.noneToCome')}</p>}
      {shown.length > 0 && <SessionTable sessions={shown} />}
      {over.length > 0 && (
        <Button look="quiet" aria-expanded={past} onClick={() => setPast(!past)}>
          {past ? t('series.page.hidePast') : t('series.page.showPast', { count: over.length })}
        </Button>
      )}
    </Card>
  )
}

function SessionTable({ sessions }: { readonly sessions: readonly PlannedSession[] }) {
  const t = useWords()
  return (
    <DataTable
      caption={t('series.page.sessions')}
      rows={sessions}
      rowKey={({ id }) => id}
      rowTone={({ cancelled, began }) => (cancelled ? 'window' : began ? 'quiet' : undefined)}
      columns={[
        {
          key: 'when',
          heading: t('series.parts.when'),
          main: true,
          cell: whenCell,
        },
        {
          key: 'where',
          heading: t('series.parts.where'),
          cell: ({ venue, room }) => [venue?.name, room?.name].filter(Boolean).join(', ') || t('app.unknown'),
        },
        { key: 'state', heading: t('series.page.state'), cell: stateCell },
        { key: 'people', heading: t('planning.impact.people'), number: true, cell: ({ people }) => people },
      ]}
    />
  )
}

const whenCell = (session: PlannedSession) => <SessionLink session={session} />

function SessionLink({ session }: { readonly session: PlannedSession }) {
  const when = slotInWords(session, useLanguage())
  return (
    <LocalLink to={panelPages.session(session.id)} className="table-link">
      {session.cancelled ? <s>{when}</s> : when}
    </LocalLink>
  )
}

const stateCell = (session: PlannedSession) => <SessionState session={session} />

function Actions({ series, onCopy }: { readonly series: PlannedSeries; readonly onCopy: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const confirm = useConfirm()
  const toast = useToast()
  const forget = useForgetPlan()
  const messageOf = useSaveMessage()
  const failed = { onError: (error: Error) => toast({ text: messageOf(error), tone: 'window' as const }) }
  const archive = useSave(
    (archived: boolean, key) =>
      archived ? saves.archive(series.id, series.version, key) : saves.unarchive(series.id, series.version, key),
    {
      ...failed,
      onSuccess: () => {
        forget()
        toast({ text: t('series.page.saved') })
      },
    },
  )
  const remove = useSave((_: void, key) => saves.remove(series.id, series.version, key), {
    ...failed,
    onSuccess: () => {
      toast({ text: t('series.page.removed') })
      void navigate(localPath(language, panelPages.allSeries))
      forget()
    },
  })
  const askedRemove = async () => {
    const words = { title: t('series.page.remove'), text: t('series.page.removeText'), yes: t('series.page.remove') }
    if (await confirm(words)) remove.mutate()
  }
  return (
    <Card heading={t('series.page.more')}>
      <div className="form-actions">
        <Button onClick={onCopy}>{t('series.copy.title')}</Button>
        <Button onClick={() => archive.mutate(!series.archived)}>
          {t(series.archived ? 'series.page.unarchive' : 'series.page.archive')}
        </Button>
        {series.deletable && (
          <Button look="quiet" onClick={() => void askedRemove()}>
            {t('series.page.remove')}
          </Button>
        )}
      </div>
    </Card>
  )
}
