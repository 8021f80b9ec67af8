import { languages, type Language } from '#shared/contract/kinds.ts'
import { languageNames } from '#client/i18n/language-names.ts'
import { useWords } from '#client/i18n/use-words.ts'

/** In which language the post is written, whatever that of the panel. */
export function PostLanguage({ value, onChange }: { readonly value: Language; readonly onChange: (language: Language) => void }) {
  const t = useWords()
  return (
    <label className="post-language">
      <span>{t('share.post.language')}</span>
      <select className="form-input" value={value} onChange={({ target }) => onChange(languages[target.selectedIndex] ?? 'pl')}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language].full}
          </option>
        ))}
      </select>
    </label>
  )
}
