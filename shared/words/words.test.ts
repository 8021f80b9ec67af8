import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/kinds.ts'

type Words = { readonly [key: string]: string | Words }

const folder = new URL('.', import.meta.url)
const filesOf = (language: string) =>
  readdirSync(new URL(`${language}/`, folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

/** Every text of a file with its path: `["pl/calendar.view.list", "Lista"]`. Functions say for themselves what they need. */
async function textsOf(language: string, file: string): Promise<(readonly [string, string])[]> {
  const module = (await import(`./${language}/${file}`)) as Words
  return flat(module, file.replace('.ts', ''))
}

function flat(words: Words, path: string): (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[`${path}.${key}`, value] as const]
    return typeof value === 'object' && value !== null ? flat(value, `${path}.${key}`) : []
  })
}

const pluralForm = /_(zero|one|two|few|many|other)$/
const variablesOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').toSorted()

describe('the words of three languages', () => {
  it('stand in the same files', () => {
    expect(filesOf('en')).toEqual(filesOf('pl'))
    expect(filesOf('uk')).toEqual(filesOf('pl'))
  })

  it.each(filesOf('pl'))('%s has the same keys and variables in each', async (file) => {
    const keysOf = async (language: string) =>
      new Map((await textsOf(language, file)).map(([key, text]) => [key.replace(pluralForm, ''), variablesOf(text)]))
    const polish = await keysOf('pl')
    expect(await keysOf('en')).toEqual(polish)
    expect(await keysOf('uk')).toEqual(polish)
  })

  it.each(languages.flatMap((language) => filesOf(language).map((file) => ({ language, file }))))(
    '$language/$file has every plural form that the language has',
    async ({ language, file }) => {
      const forms = new Map<string, string[]>()
      for (const [key] of await textsOf(language, file)) {
        const form = pluralForm.exec(key)?.[1]
        if (form) forms.set(key.replace(pluralForm, ''), [...(forms.get(key.replace(pluralForm, '')) ?? []), form])
      }
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
      for (const [key, present] of forms) expect([key, present.toSorted()]).toEqual([key, needed])
    },
  )

  it.each(languages.flatMap((language) => filesOf(language).map((file) => ({ language, file }))))(
    '$language/$file has no empty text',
    async ({ language, file }) => {
      expect((await textsOf(language, file)).filter(([, text]) => text.trim() === '')).toEqual([])
    },
  )
})
