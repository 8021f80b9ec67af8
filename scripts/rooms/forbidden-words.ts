import { isTest, type Source } from './source-files.ts'

type Ban = { readonly where: RegExp; readonly pattern: RegExp; readonly reason: string }

const bans: readonly Ban[] = [
  {
    where: /^shared\//,
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bDateTime\.(?:now|local|utc)\(\)|\bTemporal\.Now\b|\bperformance\.now\(/,
    reason: 'shared/ has no clock: take the instant as an argument',
  },
  { where: /^shared\//, pattern: /\bprocess\./, reason: 'shared/ has no environment: take the value as an argument' },
  {
    where: /^shared\//,
    pattern: /\b(?:window|document|localStorage|navigator)\./,
    reason: 'shared/ has no page: that belongs in client/',
  },
  { where: /^server\//, pattern: /\bprocess\.env\b/, reason: 'settings are read once, by server/config.ts' },
  {
    where: /^server\/features\//,
    pattern: /\bRouter\(/,
    reason: 'a feature makes its router with strictRouter() of server/http/ (T12)',
  },
  {
    where: /^(?:server|prisma)\//,
    pattern: /\$(?:query|execute)RawUnsafe\b/,
    reason: 'SQL takes its values as parameters: use $queryRaw`…` or a parameterised pool.query (T42)',
  },
]

/** Uses of the clock, the environment, the page or text-made SQL where they may not be. */
export function findForbiddenWords(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      bans
        .filter(({ where, pattern }) => where.test(path) && pattern.test(withoutComments(text)))
        .map(({ reason }) => `${path}: ${reason}`),
    )
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
