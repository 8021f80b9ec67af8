const key = 'podworko-city'

/** The city that the reader chose on this device, or null. A browser that keeps nothing just asks again. */
export function rememberedCity(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function rememberCity(slug: string): void {
  try {
    localStorage.setItem(key, slug)
  } catch {
    // a private window: nothing is kept, nothing is lost
  }
}
