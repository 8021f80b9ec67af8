import { Component, type ReactNode } from 'react'
import { buttonClass } from '#client/ui/button.tsx'

/** In all languages at once, because it is shown when the words themselves couldn't be fetched. */
const sentences = [
  { lang: 'pl', text: 'Nie udało się wczytać strony. Spróbuj ponownie.' },
  { lang: 'en', text: 'The page couldn’t be loaded. Try again.' },
  { lang: 'uk', text: 'Не вдалося завантажити сторінку. Спробуй ще раз.' },
] as const

/** Instead of a white page. */
export class LastResort extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main className="page">
        {sentences.map(({ lang, text }) => (
          <p key={lang} lang={lang}>
            {text}
          </p>
        ))}
        <p>
          <a href={location.href} className={buttonClass('plain')}>
            Podwórko
          </a>
        </p>
      </main>
    )
  }
}
