import type { Issue } from '#shared/contract/problem.ts'
import { issueOf } from '../organisations/rules.ts'

export type Logo = { readonly src: string; readonly alt: string }

/** A file of ours or an https address without a user in it: never a script, data or another program's link (T33, T34). */
const logoAddress = /^(?:\/(?!\/)|https:\/\/(?![^/]*@))[^\s\\"'<>]+$/

export function isLogo(stored: unknown): stored is Logo {
  if (typeof stored !== 'object' || stored === null || Object.keys(stored).length !== 2) return false
  const { src, alt } = stored as Record<string, unknown>
  return typeof src === 'string' && typeof alt === 'string' && src.length <= 500 && logoAddress.test(src)
}

export function logoIssue({ src, alt }: Logo, field: string): Issue | null {
  if (isLogo({ src, alt }) && alt.trim() !== '') return null
  return issueOf(field, src, 'a path of ours or an https address, and words for those who do not see it', 'logo')
}

/** Lines as published: each one readable line. */
export const lineIssues = (field: string, lines: readonly string[]): readonly (Issue | null)[] =>
  lines.map((line, index) =>
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(line)
      ? issueOf(`${field}.${index}`, line, 'one line', 'one-line')
      : null,
  )

/** Złoty as text, so that no digit is lost. */
export function amountIssue(field: string, amount: string | null): Issue | null {
  if (amount === null || /^\d{1,12}(?:\.\d{1,2})?$/.test(amount)) return null
  return issueOf(field, amount, 'złoty with at most two decimals, as 13460712.28', 'amount')
}

export function indicatorIssue(
  { unit, value }: { readonly unit: string; readonly value: number },
  field = 'indicator',
): Issue | null {
  const most = unit === 'PERCENT' ? 100 : 1_000_000
  if (Number.isInteger(value) && value >= 0 && value <= most) return null
  return issueOf(field, String(value), `from 0 to ${most}`, 'percent')
}
