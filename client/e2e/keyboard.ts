import type { Page } from '@playwright/test'

/** More stops of Tab than any page here has. */
const mostStops = 160

/** The keyboard of somebody without a mouse. */
export function keyboardOf(page: Page) {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Tab by tab to what has this name. */
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let stops = 0; stops < mostStops; stops++) {
      await page.keyboard.press('Tab')
      const named = await page.evaluate(nameOfFocused)
      if (typeof name === 'string' ? named === name : name.test(named)) return
    }
    throw new Error(`nothing named ${name} can be reached by Tab`)
  }
  return { press, tabTo, type: (text: string) => page.keyboard.type(text) }
}

/** What a screen reader would call what has the focus. Runs in the page. */
function nameOfFocused(): string {
  const element = document.activeElement
  if (element === document.body) return ''
  const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null
  return (element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '').trim()
}
