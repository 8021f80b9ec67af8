import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { localPath } from '#client/i18n/local-path.ts'
import { languages, type Language } from '#shared/contract/kinds.ts'
import { exampleOf, pageExamples } from './page-examples.ts'
import { expect, expectAccessible, test } from './page-test.ts'

const nouns = new Set<string>()
const texts: Readonly<Record<Language, ReadonlySet<string>>> = {
  pl: await textsOf('pl'),
  en: await textsOf('en'),
  uk: await textsOf('uk'),
}
const key = new RegExp(`\\b(?:${[...nouns].join('|')})\\.[a-z]+[A-Z.]?`)

const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 700 }
const desk = { width: 1280, height: 900 }

test.use({ serviceWorkers: 'block', viewport: phone })

for (const [name, example] of Object.entries(pageExamples))
  test(`${name}: nothing for axe, nothing sticks out at 320 px, every word in the page's language`, async ({ page, request }) => {
    test.slow()
    const path = await exampleOf(example, request)
    for (const language of languages)
      await test.step(language, async () => {
        await page.goto(localPath(language, path))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await page.waitForLoadState('networkidle')
        // What axe looks at hardly differs by language: each width once.
        if (language === 'pl') await expectAccessible(page)
        const shown = await page.evaluate(readTexts)
        expect(shown.filter((text) => key.test(text))).toEqual([])
        expect(shown.filter((text) => isForeign(text, language))).toEqual([])
        await page.setViewportSize(narrow)
        expect(await widthBeyond(page)).toBeLessThanOrEqual(0)
        await page.setViewportSize(language === 'uk' ? desk : phone)
      })
    await expectAccessible(page)
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0)
  })

/** True for a text of the interface in another language. Names that people gave (of cities, clubs, sessions) are no words of ours. */
function isForeign(text: string, language: Language): boolean {
  return !texts[language].has(text) && languages.some((other) => other !== language && texts[other].has(text))
}

/** Every text of a language's words; their nouns are remembered, because a key that isn't translated begins with one. */
async function textsOf(language: Language): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part)
  }
  for (const file of readdirSync(new URL(`../../shared/words/${language}/`, import.meta.url))) {
    const module = (await import(`../../shared/words/${language}/${file}`)) as object
    for (const [noun, words] of Object.entries(module)) {
      nouns.add(noun)
      collect(words)
    }
  }
  return found
}

/** What a reader meets, seen or heard, outside the parts that are marked as being in another language. Runs in the page. */
function readTexts(): string[] {
  const found: string[] = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest('[lang], script, noscript'))
      found.push((walker.currentNode.textContent ?? '').trim())
  for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    if (!element.closest('[lang]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '')
  return found.filter((text) => text !== '')
}

async function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
