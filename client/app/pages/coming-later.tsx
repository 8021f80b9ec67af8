import { lazy, Suspense, type ComponentProps } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Loading } from '#client/ui/states.tsx'
import type { Coming } from './coming.tsx'

type ComingProps = ComponentProps<typeof Coming>

/** Asked for with the page, not before it: reading a feed weighs 12 kB, and the list stands below everything else. */
const Later = lazy(() => import('./coming.tsx').then((loaded) => ({ default: loaded.Coming })).catch(() => ({ default: Failed })))

/** The next sessions, where the page can be read without them. */
export function ComingLater(props: ComingProps) {
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <Later {...props} />
    </Suspense>
  )
}

/** What didn't load stays away until the page is loaded anew. */
function Failed({ heading }: ComingProps) {
  const t = useWords()
  return (
    <section className="coming" aria-labelledby="coming">
      <h2 id="coming">{heading}</h2>
      <div role="alert">
        <p>{t('place.nextFailed')}</p>
        <Button onClick={() => window.location.reload()}>{t('app.failure.retry')}</Button>
      </div>
    </section>
  )
}
