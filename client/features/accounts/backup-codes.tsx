import { useWords } from '#client/i18n/use-words.ts'

/** Shown once, to be written down or printed. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useWords()
  return (
    <section>
      <h2>{t('accounts.setUp.backupTitle')}</h2>
      <p>{t('accounts.setUp.backup')}</p>
      <ul className="backup-codes plain">
        {codes.map((code) => (
          <li key={code}>
            <code translate="no">{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
