import type { Funding } from '#shared/contract/public.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import './fund-strip.css'

/** The logos in their order and the sentence of who pays. On white in both schemes: the logos' colours are prescribed. */
export function FundStrip({ funding, label }: { readonly funding: Funding; readonly label: string }) {
  return (
    <section className="fund-strip" aria-label={label}>
      {funding.logos.length > 0 && (
        <p className="fund-logos">
          {funding.logos.map(({ src, alt }) => (
            <img key={src} src={src} alt={alt} height={48} />
          ))}
        </p>
      )}
      <p>
        <ForeignText text={funding.sentence} />
      </p>
    </section>
  )
}
