import type { ComponentProps } from 'react'
import { LocalLink } from './local-link.tsx'
import './button.css'

/** `main` is the one thing to do on a page, `plain` stands beside it, `quiet` looks like a link. */
export type ButtonLook = 'main' | 'plain' | 'quiet'

export const buttonClass = (look: ButtonLook, wide = false): string =>
  ['button', look === 'plain' ? '' : `button-${look}`, wide ? 'button-wide' : ''].filter(Boolean).join(' ')

type Look = { readonly look?: ButtonLook; readonly wide?: boolean }

export function Button({ look = 'plain', wide = false, ...rest }: Look & Omit<ComponentProps<'button'>, 'className'>) {
  return <button type="button" {...rest} className={buttonClass(look, wide)} />
}

/** A link to a page of ours that looks like a button. */
export function ButtonLink({
  look = 'plain',
  wide = false,
  ...rest
}: Look & Omit<ComponentProps<typeof LocalLink>, 'className'>) {
  return <LocalLink {...rest} className={buttonClass(look, wide)} />
}
