import type { ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { buttonClass } from '#client/ui/button.tsx'
import { googleAddress, outlookAddress, webcalAddress } from './addresses.ts'
import { CopyAddress } from './copy-address.tsx'
import type { Way } from './device.ts'
import type { FeedAddress } from './queries.ts'
import { Freshness, Steps, SubWay, WayCard } from './way-card.tsx'

export type WayProps = {
  /** What a program calls the calendar. */
  readonly name: string
  readonly address: FeedAddress
  /** The same feed with cancelled meetings that Google doesn't hide. */
  readonly googleFeed: FeedAddress
  /** The likely way: its button is the main one and its steps are open. */
  readonly likely: boolean
}

/** Each way of taking a calendar along: its button where there is one, its steps, and how fresh it is. */
export function WayOf({ way, ...rest }: WayProps & { readonly way: Way }) {
  const Shown = ways[way]
  return <Shown {...rest} />
}

function OutLink({
  href,
  look,
  children,
}: {
  readonly href: string
  readonly look: 'main' | 'plain'
  readonly children: ReactNode
}) {
  return (
    <a className={buttonClass(look, true)} href={href} rel="noreferrer">
      {children}
    </a>
  )
}

const lookOf = (likely: boolean) => (likely ? 'main' : 'plain')

function Apple({ address, likely }: WayProps) {
  const t = useWords()
  return (
    <WayCard title={t('subscribe.apple.title')}>
      <OutLink href={webcalAddress(address.url)} look={lookOf(likely)}>
        {t('subscribe.apple.button')}
      </OutLink>
      <Freshness text={t('subscribe.apple.freshness')} />
      <Steps text={t('subscribe.apple.steps')} open={likely} />
    </WayCard>
  )
}

function Android({ address, googleFeed, likely }: WayProps) {
  const t = useWords()
  return (
    <WayCard title={t('subscribe.android.title')}>
      <p>{t('subscribe.android.lead')}</p>
      <SubWay title={t('subscribe.android.google.title')}>
        <Freshness text={t('subscribe.android.google.freshness')} />
        <Steps text={t('subscribe.android.google.steps')} open={likely} />
        <CopyAddress address={googleFeed} label={t('subscribe.google.address')} />
      </SubWay>
      <SubWay title={t('subscribe.android.reader.title')}>
        <OutLink href={webcalAddress(address.url)} look="plain">
          {t('subscribe.android.reader.button')}
        </OutLink>
        <Freshness text={t('subscribe.android.reader.freshness')} />
        <Steps text={t('subscribe.android.reader.steps')} />
      </SubWay>
      <SubWay title={t('subscribe.android.samsung.title')}>
        <Freshness text={t('subscribe.android.samsung.freshness')} />
        <Steps text={t('subscribe.android.samsung.steps')} />
      </SubWay>
      <SubWay title={t('subscribe.android.one.title')}>
        <p>{t('subscribe.android.one.text')}</p>
      </SubWay>
    </WayCard>
  )
}

function Google({ googleFeed, likely }: WayProps) {
  const t = useWords()
  return (
    <WayCard title={t('subscribe.google.title')}>
      <OutLink href={googleAddress(googleFeed.url)} look={lookOf(likely)}>
        {t('subscribe.google.button')}
      </OutLink>
      <Freshness text={t('subscribe.google.freshness')} />
      <Steps text={t('subscribe.google.steps')} />
      <CopyAddress address={googleFeed} label={t('subscribe.google.address')} />
      <p className="quiet">{t('subscribe.google.addressWhy')}</p>
    </WayCard>
  )
}

function Outlook({ name, address }: WayProps) {
  const t = useWords()
  return (
    <WayCard title={t('subscribe.outlook.title')}>
      <OutLink href={outlookAddress('private', address.url, name)} look="plain">
        {t('subscribe.outlook.button')}
      </OutLink>
      <OutLink href={outlookAddress('work', address.url, name)} look="plain">
        {t('subscribe.outlook.work')}
      </OutLink>
      <Freshness text={t('subscribe.outlook.freshness')} />
      <Steps text={t('subscribe.outlook.steps')} />
    </WayCard>
  )
}

function Programs() {
  const t = useWords()
  return (
    <WayCard title={t('subscribe.programs.title')}>
      <Freshness text={t('subscribe.programs.freshness')} />
      <Steps text={t('subscribe.programs.steps')} />
    </WayCard>
  )
}

const ways: Record<Way, (props: WayProps) => ReactNode> = {
  apple: Apple,
  android: Android,
  google: Google,
  outlook: Outlook,
  programs: Programs,
}
