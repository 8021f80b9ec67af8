import { describe, expect, it } from 'vitest'
import { readReturned } from './returned.ts'

const ours = '11111111-2222-4333-8444-555555555555.0123456789abcdef@kalendarz.example.pl'

const postfix = `Return-Path: <>
From: MAILER-DAEMON@mx.example.pl (Mail Delivery System)
To: podworko@example.pl
Subject: Undelivered Mail Returned to Sender
Message-Id: <20261126101500.ABCDEF@mx.example.pl>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="ABC.1/mx.example.pl"

--ABC.1/mx.example.pl
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<anna@example.pl>: host mx.other.example said: 550 5.1.1 User unknown

--ABC.1/mx.example.pl
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.pl
Arrival-Date: Thu, 26 Nov 2026 10:14:58 +0000 (UTC)

Final-Recipient: rfc822; anna@example.pl
Original-Recipient: rfc822;anna@example.pl
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <anna@example.pl>:
    Recipient address rejected: User unknown

--ABC.1/mx.example.pl
Content-Type: message/rfc822

Message-ID:
 <${ours}>
To: anna@example.pl
Subject: x

Dzien dobry
--ABC.1/mx.example.pl--
`

/** As Exchange does: a nested human part, folded and upper-case names, the original in base64. */
const exchange = `MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=outer
In-Reply-To: <${ours}>
Subject: Undeliverable: x

--outer
Content-Type: multipart/alternative; boundary="inner--x"

--inner--x
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

<b>Your message couldn=E2=80=99t be delivered</b>
--inner--x--

--outer
Content-Type: message/delivery-status

Reporting-MTA: dns;EXCH01.example.pl

ACTION: failed
FINAL-RECIPIENT: RFC822;anna@example.pl
STATUS: 5.1.10
DIAGNOSTIC-CODE: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound

--outer
Content-Type: message/rfc822
Content-Transfer-Encoding: base64

${Buffer.from(`Message-ID: <${ours}>\nSubject: x\n\nx\n`).toString('base64')}
--outer--
`

/** As older Exim does: no report for machines, a header that names the mailbox, and a copy of the mail as text. */
const exim = `Return-path: <>
X-Failed-Recipients: anna@example.pl
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.example.pl>
Message-Id: <E1abcd-000000-00@mx.example.pl>
Content-Type: text/plain; charset=us-ascii

This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its recipients.

------ This is a copy of the message, including all the headers. ------

Message-ID: <${ours}>
Subject: x
`

const vacation = `From: anna@example.pl
In-Reply-To: <${ours}>
Auto-Submitted: auto-replied
Content-Type: text/plain

Wracam w poniedzialek. Action: failed
`

describe('a returned mail', () => {
  it.each([
    ['Postfix', postfix, '550 5.1.1 <anna@example.pl>: Recipient address rejected: User unknown'],
    ['Exchange', exchange, '550 5.1.10 RESOLVER.ADR.RecipientNotFound'],
    ['Exim', exim, ''],
  ])('is known as %s sends it, with either end of line', (_, source, reason) => {
    for (const raw of [source, source.replaceAll('\n', '\r\n')]) {
      const read = readReturned(raw)
      expect(read).toMatchObject({ news: 'failed', recipients: ['anna@example.pl'], reason })
      expect(read.messageIds).toContain(ours)
    }
  })

  it('is not what only speaks of a mail, nor a delay, nor nonsense', () => {
    expect(readReturned(vacation).news).toBe('none')
    expect(readReturned(postfix.replace('Action: failed', 'Action: delayed')).news).toBe('delayed')
    expect(readReturned(postfix.replace('Action: failed', 'Action: relayed')).news).toBe('none')
    for (const nonsense of ['', '\n\n', 'Content-Type: multipart/report; boundary=""\n\n--\n', '\0'])
      expect(readReturned(nonsense)).toMatchObject({ news: 'none', messageIds: [] })
  })

  it('is read in no time, however it is nested', () => {
    const nested = Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join('')
    const many = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(8_000)}`
    for (const raw of [nested, many, `<${'a'.repeat(60_000)}`, 'Action: '.repeat(7_000)]) {
      const begun = process.cpuUsage()
      readReturned(raw)
      expect(process.cpuUsage(begun).user).toBeLessThan(500_000) // microseconds of computing
    }
  })
})
