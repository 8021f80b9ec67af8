import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

export { expect }

type Fixtures = {
  /** Errors in the browser's console that a test means to cause, such as a page that isn't there. */
  readonly expectedErrors: readonly RegExp[]
  readonly watchedErrors: void
}

/**
 * Playwright's `test` against our server. Every test also fails on any script error, any error in the console and any request
 * that the content security policy refused.
 */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  watchedErrors: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) errors.push(message.text())
      })
      await use()
      expect(errors.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

/** Types a part of a name into a field that finds one of many, and takes the first that it offers, by keyboard. */
export async function choose(page: Page, name: string | RegExp, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name })
  await box.fill(text)
  await expect(page.getByRole('listbox', { name }).getByRole('option', { disabled: false }).first()).toBeVisible()
  await box.press('Enter')
}

/** Fails with what axe finds wrong on the page once it has come (WCAG 2.2 AA and good practice). */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1')).not.toHaveCount(0)
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode() // else it puts its answer together in a page of its own, each time
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}
