import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { languages, type Language } from '#shared/contract/kinds.ts'

const nouns = new Set<string>()
const texts: Readonly<Record<Language, ReadonlySet<string>>> = {
  pl: await textsOf('pl'),
  en: await textsOf('en'),
  uk: await textsOf('uk'),
}
const key = new RegExp(`\\b(?:${[...nouns].join('|')})\\.[a-z]+[A-Z.]?`)

/** Texts shown on the page that are keys without words, or words of the interface in another language. */
export async function strayTexts(page: Page, language: Language): Promise<readonly string[]> {
  const shown = await page.evaluate(readTexts)
  return shown.filter((text) => key.test(text) || isForeign(text, language))
}

/** Pixels of the page that stick out of the window: 0 when it fits. */
export async function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

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
