import type { Language } from '#shared/contract/kinds.ts'
import type { Part, Tone } from './letters.ts'

/** The mail for programs that show plain text, and for ears. */
export function textOf(parts: readonly Part[]): string {
  return `${parts.map(plain).join('\n\n')}\n`
}

function plain(part: Part): string {
  switch (part.kind) {
    case 'card':
      return [part.title, ...part.facts.map(([name, value]) => (name === '' ? `  ${value}` : `${name}: ${value}`))].join('\n')
    case 'link':
      return `${part.label}:\n${part.address}`
    default:
      return part.text
  }
}

const light = {
  page: '#faf5ec',
  paper: '#fffdf8',
  text: '#211c18',
  quiet: '#554c44',
  line: '#dfd3c0',
  button: '#8f2d1e',
  onButton: '#fffdf8',
}
const tones: Readonly<Record<Tone, { readonly light: string; readonly dark: string }>> = {
  good: { light: '#1a4f31', dark: '#9fe0b8' },
  off: { light: '#8c1015', dark: '#ffb3ae' },
  new: { light: '#1a466d', dark: '#a9d0f5' },
}

/** Colours of the dark scheme: programs that know none keep the light ones, which stand on each element. */
const darkStyle = `@media (prefers-color-scheme: dark) {
.page { background: #191512 !important; color: #f7f0e4 !important }
.card { background: #231e1a !important; border-color: #4b4138 !important; color: #f7f0e4 !important }
.quiet { color: #cfc4b6 !important }
.good { color: ${tones.good.dark} !important }
.off { color: ${tones.off.dark} !important }
.new { color: ${tones.new.dark} !important }
}`

/** The mail as HTML for narrow screens and old phones: one column, large type, no pictures, no script, nothing fetched. */
export function pageOf(parts: readonly Part[], subject: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>
${darkStyle}
</style>
</head>
<body class="page" style="margin:0;padding:16px;background:${light.page};color:${light.text};font:18px/1.5 Verdana,Arial,sans-serif">
<div style="max-width:34em;margin:0 auto">
${parts.map(html).join('\n')}
</div>
</body>
</html>
`
}

function html(part: Part): string {
  switch (part.kind) {
    case 'lead':
      return `<p class="${part.tone}" style="margin:16px 0;font-size:22px;line-height:1.35;font-weight:bold;color:${tones[part.tone].light}">${lines(part.text)}</p>`
    case 'card':
      return `<div class="card" style="margin:16px 0;padding:16px;background:${light.paper};border:2px solid ${light.line};border-radius:14px">
<p style="margin:0 0 8px;font-size:20px;font-weight:bold${part.off ? ';text-decoration:line-through' : ''}">${lines(part.title)}</p>
${part.facts.map(fact).join('\n')}
</div>`
    case 'link':
      return `<p style="margin:16px 0"><a href="${escaped(part.address)}" style="display:inline-block;padding:13px 24px;background:${light.button};color:${light.onButton};border-radius:14px;font-weight:bold;text-decoration:none">${escaped(part.label)}</a></p>`
    case 'small':
      return `<p class="quiet" style="margin:16px 0;font-size:16px;color:${light.quiet}">${lines(part.text)}</p>`
    case 'line':
      return `<p style="margin:16px 0">${lines(part.text)}</p>`
  }
}

const fact = ([name, value]: readonly [string, string]): string =>
  name === ''
    ? `<p style="margin:4px 0">${lines(value)}</p>`
    : `<p style="margin:4px 0"><span class="quiet" style="color:${light.quiet}">${escaped(name)}:</span> ${lines(value)}</p>`

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>\n')
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
