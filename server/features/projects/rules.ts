import { localDayAt } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'

type Logo = { readonly src: string; readonly alt: string }

/** A file of ours or an https address, with words for those who don't see it; never a script or data (T33, T34). */
export function isLogo(stored: unknown): stored is Logo {
  if (typeof stored !== 'object' || stored === null || Object.keys(stored).length !== 2) return false
  const { src, alt } = stored as Record<string, unknown>
  return typeof src === 'string' && typeof alt === 'string' && /^(?:\/(?!\/)|https:\/\/(?![^/]*@))[^\s\\"'<>]+$/.test(src)
}

/** The day in Warsaw at an instant. */
export const todayAt = (now: Date): LocalDay => localDayAt(now.getTime(), warsaw)
