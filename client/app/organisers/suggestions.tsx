import { Fragment, useEffect, useRef, type MouseEvent } from 'react'
import type { Hit } from '#client/features/search/queries.ts'
import { useWords } from '#client/i18n/use-words.ts'

type SuggestionsProps = {
  /** Of the list; its options are named after it. */
  readonly id: string
  readonly hits: readonly Hit[]
  readonly shown: boolean
  /** The marked one; after the last hit comes "everything found". */
  readonly active: number
  readonly onTake: (index: number) => void
}

export const optionId = (id: string, index: number): string => `${id}-${index}`

/** What is found below the field, by kind, and told to screen readers as a number. */
export function Suggestions({ id, hits, shown, active, onTake }: SuggestionsProps) {
  const t = useWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (active >= 0) list.current?.querySelector('.form-combo-active')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const optionProps = (index: number) => ({
    id: optionId(id, index),
    role: 'option',
    'aria-selected': index === active,
    className: index === active ? 'form-combo-active' : undefined,
    onMouseDown: (event: MouseEvent) => event.preventDefault(), // the focus stays in the field
    onClick: () => onTake(index),
  })
  return (
    <>
      <output className="visually-hidden">
        {shown && (hits.length === 0 ? t('found.nothing.title') : t('found.count', { count: hits.length }))}
      </output>
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('panel.search.label')}
        className="form-combo-list search-list plain"
        hidden={!shown || hits.length === 0}
      >
        {hits.map((hit, index) => (
          <Fragment key={hit.key}>
            {hits[index - 1]?.kind !== hit.kind && (
              <li role="presentation" className="search-kind" aria-hidden="true">
                {t(`found.kinds.${hit.kind}`)}
              </li>
            )}
            <li {...optionProps(index)}>
              {hit.name}
              <span className="visually-hidden">, {t(`found.kinds.${hit.kind}`)}</span>
              {hit.text !== '' && <span className="form-hint">{hit.text}</span>}
            </li>
          </Fragment>
        ))}
        {hits.length > 0 && (
          <li {...optionProps(hits.length)} data-all="">
            {t('found.all')}
          </li>
        )}
      </ul>
      {shown && hits.length === 0 && (
        <div className="form-combo-list search-list quiet" aria-hidden="true">
          {t('found.nothing.title')}
        </div>
      )}
    </>
  )
}
