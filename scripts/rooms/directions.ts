import { isTest, packageOf, type Import, type Source } from './source-files.ts'

/** Which rooms each room may know. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  server: ['server', 'shared'],
  client: ['client', 'shared'],
  prisma: ['prisma', 'server', 'shared'],
  scripts: ['scripts', 'server', 'shared', 'prisma'],
}
const adviceTo: Readonly<Record<string, string>> = {
  scripts: 'nobody imports scripts: what others need belongs in server/ or shared/',
  client: 'what server and client both need belongs in shared/',
  server: 'what server and client both need belongs in shared/',
  prisma: 'only server/main.ts loads the sample data',
}

const sharedPackages = ['luxon', 'zod', 'ical.js', 'rrule-temporal', 'temporal-polyfill']

/** Lowest first: a feature knows only those before it. */
export const ranks = [
  'organisations',
  'people',
  'accounts',
  'venues',
  'projects',
  'programs',
  'clubs',
  'activities',
  'sessions',
  'shifts',
  'sign-ups',
  'attendance',
  'volunteers',
  'merges',
  'notices',
  'planning',
  'imports',
  'exports',
  'audit',
  'privacy',
  'reports',
  'feeds',
]

/** What each folder of the client may know, beside itself. */
const clientFolders: Readonly<Record<string, readonly string[]>> = {
  app: ['features', 'ui', 'lib', 'i18n'],
  features: ['ui', 'lib', 'i18n'],
  ui: ['lib', 'i18n'],
  lib: [],
  i18n: [],
  e2e: ['app', 'i18n'],
}

/** Imports that go in a direction in which nothing may go. */
export function findWrongDirections(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => source.imports.flatMap((imported) => reasons(source, imported)))
}

function reasons(source: Source, imported: Import): readonly string[] {
  const reason = imported.isOurs ? wrongNeighbour(source.path, imported.target) : wrongPackage(source.path, imported.target)
  return reason === null ? [] : [`${source.path} may not import ${imported.target}: ${reason}`]
}

function wrongPackage(path: string, target: string): string | null {
  if (!path.startsWith('shared/') || isTest(path) || sharedPackages.includes(packageOf(target))) return null
  return `shared/ is pure and imports only shared, ${sharedPackages.join(', ')}; what touches the machine belongs in server/ or client/`
}

function wrongNeighbour(path: string, target: string): string | null {
  const [room = '', folder = '', feature = ''] = path.split('/')
  const [targetRoom = '', targetFolder = '', targetFeature = ''] = target.split('/')
  if (targetRoom === 'build') return null // what a build made of the same rooms
  if (path === 'server/main.ts' && targetRoom === 'prisma') return null
  if (mayKnow[room] && !mayKnow[room].includes(targetRoom))
    return adviceTo[targetRoom] ?? `${room}/ knows only ${mayKnow[room].join(', ')}`
  if (room === 'client' && targetRoom === 'client') return wrongClientFolder([folder, feature], [targetFolder, targetFeature])
  if (room === 'server' && targetRoom === 'server' && targetFolder === 'features')
    return wrongFeature({ folder, feature, isTest: isTest(path) }, targetFeature)
  return null
}

function wrongFeature(
  from: { readonly folder: string; readonly feature: string; readonly isTest: boolean },
  target: string,
): string | null {
  if (from.folder === 'db' || from.folder === 'http')
    return `server/${from.folder}/ knows no noun: app.ts puts the pieces together`
  if (from.folder !== 'features' || from.feature === target || from.isTest) return null
  if (ranks.indexOf(target) < ranks.indexOf(from.feature)) return null
  return `features know only lower ones (${ranks.join(' < ')}): a higher one reads the rows in "change", or the code moves up`
}

function wrongClientFolder(
  [folder = '', feature]: readonly string[],
  [target = '', targetFeature]: readonly string[],
): string | null {
  if (folder === 'features' && target === 'features' && feature !== targetFeature)
    return "features don't know each other: a page in client/app/pages/ composes them, parts without nouns belong in client/ui/"
  if (folder === target || clientFolders[folder]?.includes(target) !== false) return null
  return target === 'app'
    ? 'nobody imports client/app/'
    : `client/${folder}/ knows only ${[folder, ...(clientFolders[folder] ?? [])].join(', ')}`
}
