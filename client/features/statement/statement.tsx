import type { ReactNode } from 'react'
import { pages } from '#shared/contract/paths.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Contact } from './contact.tsx'
import { statementFacts } from './facts.ts'
import './statement.css'

/** The accessibility statement with the parts, the order and the ids that Polish law asks for, each id once. */
export function Statement() {
  const t = useWords()
  return (
    <article className="page reading statement">
      <PageTitle id="a11y-deklaracja" title={t('statement.title')} />
      <Intro />
      <h2>{t('statement.state.title')}</h2>
      <p id="a11y-status">{t('statement.state.text')}</p>
      <h2>{t('statement.missingContent.title')}</h2>
      <Items text={t('statement.missingContent.items')} />
      <p id="a11y-ocena">{t('statement.missingContent.costs')}</p>
      <Prepared />
      <h2>{t('statement.more.title')}</h2>
      <Items text={t('statement.more.items')} />
      <h2>{t('statement.keys.title')}</h2>
      <p>{t('statement.keys.text')}</p>
      <Contact operator={statementFacts.operator} />
      <Procedure />
      <Rest />
    </article>
  )
}

function Intro() {
  const t = useWords()
  const { operator, published, updated } = statementFacts
  return (
    <>
      <p id="a11y-wstep">
        <span id="a11y-podmiot">{operator?.name ?? t('statement.nobody')}</span> {t('statement.intro.before')}{' '}
        <span id="a11y-zakres">{t('statement.intro.scope')}</span> {t('statement.intro.after')}{' '}
        <a id="a11y-url" href={location.origin}>
          {t('app.name')}
        </a>
        .
      </p>
      {!operator && (
        <Note tone="sun" filled>
          <p>{t('statement.nobodyNote')}</p>
        </Note>
      )}
      <ul>
        <li>
          {t('statement.published')} <Day id="a11y-data-publikacja" day={published} />
        </li>
        <li>
          {t('statement.updated')} <Day id="a11y-data-aktualizacja" day={updated} />
        </li>
      </ul>
    </>
  )
}

function Prepared() {
  const t = useWords()
  return (
    <>
      <h2>{t('statement.prepared.title')}</h2>
      <p>
        {t('statement.prepared.on')} <Day id="a11y-data-sporzadzenie" day={statementFacts.prepared} />
      </p>
      <p>{t('statement.prepared.how')}</p>
      <h3>{t('statement.prepared.tested')}</h3>
      <Items text={t('statement.prepared.testedItems')} />
      <h3>{t('statement.prepared.untested')}</h3>
      <Items text={t('statement.prepared.untestedItems')} />
    </>
  )
}

function Procedure() {
  const t = useWords()
  return (
    <>
      <h2>{t('statement.procedure.title')}</h2>
      <div id="a11y-procedura" className="statement-texts">
        {t('statement.procedure.texts')
          .split('\n')
          .map((text) => (
            <p key={text}>{text}</p>
          ))}
        <p>
          <a href="https://bip.brpo.gov.pl/" rel="noreferrer">
            {t('statement.procedure.ombudsman')}
          </a>
        </p>
      </div>
    </>
  )
}

function Rest() {
  const t = useWords()
  return (
    <>
      <h2>{t('statement.rest.title')}</h2>
      <h3>{t('statement.rest.apps')}</h3>
      <p id="a11y-aplikacje">{t('statement.rest.appsText')}</p>
      <h3>{t('statement.rest.building')}</h3>
      <p id="a11y-architektura">
        {t('statement.rest.buildingText')} <LocalLink to={`${pages.front}?choose`}>{t('statement.rest.buildingLink')}</LocalLink>.
      </p>
      <h3>{t('statement.rest.communication')}</h3>
      <p id="a11y-komunikacja">{t('statement.rest.communicationText')}</p>
    </>
  )
}

function Day({ id, day }: { readonly id: string; readonly day: string }): ReactNode {
  return (
    <time id={id} dateTime={day}>
      {formatDay(day, useLanguage())}
    </time>
  )
}

/** A list written one item a line. */
function Items({ text }: { readonly text: string }) {
  return (
    <ul>
      {text.split('\n').map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
