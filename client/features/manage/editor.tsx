import { useState, type ComponentType, type ReactNode } from 'react'
import type { FieldPath, FieldValues } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type * as z from 'zod'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { type ManagedNoun } from '#shared/contract/paths.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { useForm, useSaveMessage, type PanelForm } from '#client/ui/form/use-form.ts'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark, Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { archive, change, create, useKeep, type Managed } from './queries.ts'
import { isNamed, Refused } from './refused.tsx'
import type { Version } from './versions.ts'
import './manage.css'

export type Opened = {
  readonly id: string
  readonly version: number
  readonly archived: boolean
  readonly mayChange: boolean
  readonly names: Readonly<Record<string, string>>
}

type EditorProps<Noun extends ManagedNoun, Values extends FieldValues, Output extends object> = {
  readonly noun: Noun
  readonly schema: z.ZodType<Output, Values>
  /** What the form begins with. */
  readonly start: Values
  /** Null: a new one. */
  readonly view: (Managed[Noun] & Opened) | null
  readonly name: string
  readonly valuesOf: (view: Managed[Noun]) => Values
  readonly Fields: ComponentType<{
    readonly form: PanelForm<Values, Output>
    readonly isNew: boolean
    readonly names: Readonly<Record<string, string>>
  }>
  /** What stands under the form of one that is there: its rooms, its clubs. */
  readonly below?: ReactNode
  /** What residents see of it. */
  readonly publicPath?: string
  /** Where its numbers for reports stand, for whoever may read them. */
  readonly numbersPath?: string
}

const noNames = {}
/** Of which field it is that something else has it. */
const takenFields: Readonly<Record<string, string>> = { 'slug-taken': 'slug', 'already-there': 'name' }

/** The frame of every form here: title, fields, saving, the archive, merging, and two versions side by side where two people edit. */
export function Editor<Noun extends ManagedNoun, Values extends FieldValues, Output extends object>({
  noun,
  schema,
  start,
  view,
  name,
  valuesOf,
  Fields,
  below,
  publicPath,
  numbersPath,
}: EditorProps<Noun, Values, Output>) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const toast = useToast()
  const keep = useKeep()
  const form = useForm<Values, Output>(schema, start as never)
  const [tries, setTries] = useState(0)
  const [theirs, setTheirs] = useState<(Version & { version: number }) | null>(null)
  const [mine, setMine] = useState<Version>({})
  const mayChange = view?.mayChange ?? true
  const title = view ? name : t(`manage.make.${noun}`)
  useUnsaved(mayChange && form.formState.isDirty && !form.formState.isSubmitSuccessful)

  const refused = (error: Error) => {
    if (error instanceof ProblemError && error.code === 'edited-meanwhile')
      return setTheirs(error.details['current'] as Version & { version: number })
    setTheirs(null)
    const taken = error instanceof ProblemError && takenFields[error.code]
    if (taken) return form.setError(taken as FieldPath<Values>, { type: 'server', message: t('form.server.taken') })
    return form.refuse(error)
  }
  const saving = useSave<Version, Managed[Noun] | { readonly id: string }>(
    (whole, key) => (view ? change(noun, view.id, whole, key) : create(noun, whole, key)),
    {
      onError: refused,
      onSuccess: async (answer) => {
        setTheirs(null)
        if (!view) {
          toast({ text: t('manage.made', { name: String(mine['name'] ?? '') }) })
          form.reset(form.getValues())
          await keep(noun, answer.id)
          return navigate(localPath(language, panelPages.oneManaged(noun, answer.id)))
        }
        form.reset(valuesOf(answer as Managed[Noun]) as never)
        toast({ text: t('manage.saved') })
        return keep(noun, view.id, answer as Managed[Noun])
      },
    },
  )
  const submit = form.handleSubmit(
    (output) => {
      setTries(tries + 1)
      setMine(output as Version)
      saving.mutate(view ? { version: view.version, ...output } : (output as Version))
    },
    () => setTries(tries + 1),
  )

  return (
    <div className="panel-page">
      <div className="panel-head">
        <div>
          <p className="quiet">
            <LocalLink to={panelPages.managed(noun)}>{t(`manage.nouns.${noun}`)}</LocalLink>
          </p>
          <PageTitle title={title} />
        </div>
        {view?.archived && <Mark tone="plain">{t('manage.archivedMark')}</Mark>}
      </div>
      {!mayChange && (
        <Note tone="sky" filled>
          <p>{t('manage.readOnly')}</p>
        </Note>
      )}
      <div className={view ? 'panel-columns' : undefined}>
        <div className="panel-column">
          <Form onSubmit={submit} errors={form.formState.errors} tries={tries} label={title}>
            <fieldset className="manage-fields" disabled={!mayChange}>
              <Fields form={form} isNew={view === null} names={view?.names ?? noNames} />
              {mayChange && (
                <div className="form-actions">
                  <Button type="submit" look="main" disabled={saving.isPending}>
                    {t(saving.isPending ? 'form.saving' : 'form.save')}
                  </Button>
                </div>
              )}
            </fieldset>
          </Form>
          {below}
        </div>
        {view && <Aside noun={noun} view={view} name={name} publicPath={publicPath} numbersPath={numbersPath} />}
      </div>
      {theirs && view && (
        <ConflictDialog
          mine={mine}
          theirs={theirs}
          names={{ ...view.names, ...(theirs['names'] as Record<string, string>) }}
          saving={saving.isPending}
          onSave={(whole) => saving.mutate(whole)}
          onClose={() => setTheirs(null)}
        />
      )}
    </div>
  )
}

const merges = ['venues', 'organisations', 'clubs', 'districts'] as const
const canMerge = (noun: ManagedNoun): noun is (typeof merges)[number] => merges.some((one) => one === noun)

/** What one does to the whole: look at its public page, put it away, say that it is there twice. */
function Aside<Noun extends ManagedNoun>({
  noun,
  view,
  name,
  publicPath,
  numbersPath,
}: {
  readonly noun: Noun
  readonly view: Opened
  readonly name: string
  readonly publicPath: string | undefined
  readonly numbersPath: string | undefined
}) {
  const t = useWords()
  const confirm = useConfirm()
  const toast = useToast()
  const keep = useKeep()
  const messageOf = useSaveMessage()
  const [merging, setMerging] = useState(false)
  const { id, version, archived, mayChange } = view
  const moving = useSave<'archive' | 'restore', Managed[Noun]>((verb, key) => archive(noun, id, version, verb, key), {
    onSuccess: (answer, verb) => {
      toast({ text: t(verb === 'archive' ? 'manage.archive.done' : 'manage.archive.restored', { name }) })
      return keep(noun, id, answer)
    },
    onError: (error) => (isNamed(error) ? undefined : toast({ text: messageOf(error), tone: 'window' })),
  })
  const put = async () => {
    const question = {
      title: t('manage.archive.title', { name }),
      text: t('manage.archive.text'),
      yes: t('manage.archive.do'),
    }
    if (await confirm(question)) moving.mutate('archive')
  }
  if (!mayChange && !publicPath) return null
  return (
    <Card heading={t('manage.more')}>
      <div className="manage-aside">
        {publicPath && <LocalLink to={publicPath}>{t('manage.publicPage')}</LocalLink>}
        {numbersPath && <LocalLink to={numbersPath}>{t('manage.numbers')}</LocalLink>}
        {mayChange && canMerge(noun) && <Button onClick={() => setMerging(true)}>{t('manage.merge.do')}</Button>}
        {mayChange && (
          <Button disabled={moving.isPending} onClick={() => (archived ? moving.mutate('restore') : void put())}>
            {t(archived ? 'manage.archive.undo' : 'manage.archive.do')}
          </Button>
        )}
        <Refused error={moving.error} />
      </div>
      {merging && canMerge(noun) && <MergeDialog noun={noun} id={id} name={name} onClose={() => setMerging(false)} />}
    </Card>
  )
}
