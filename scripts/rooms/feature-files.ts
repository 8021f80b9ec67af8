import { ranks } from './directions.ts'
import { isTest, packageOf, type Source } from './source-files.ts'

const closedNames = ['routes', 'service', 'rules', 'repository', 'policy', 'present']
/** A feature too large for one file of a name has several, with what they are about in front: `copy-service.ts`. */
const closedName = new RegExp(`^(?:[a-z]+(?:-[a-z]+)*-)?(?:${closedNames.join('|')})\\.ts$`)
/** Files of a feature with a name of their own that may touch the machine, each with the reason why no closed name fits. */
const exceptions: Readonly<Record<string, string>> = {
  'server/features/accounts/auth.ts': 'sets better-auth up: neither SQL nor a story',
  'server/features/accounts/second-step.ts': "a part of better-auth's set-up",
  'server/features/accounts/staff.ts': 'who has which role: a story of its own beside that of signing in',
  'server/features/accounts/staff-repository.ts': 'the SQL of that story',
  'server/features/imports/writes.ts': "pure; what a session's columns are it asks the pure modules of planning",
}
/** Beside the features, and as pure as they may be. */
const pureInServer = ['server/errors.ts', 'server/clock.ts', 'server/actor.ts']
const purePackages = [
  'luxon',
  'zod',
  'node:crypto',
  'node:zlib',
  'node:util',
  // Bytes to values and back: what is imported and exported.
  'ical.js',
  'csv-parse',
  'windows-iana',
  'read-excel-file',
  'write-excel-file',
]

/** Files in a feature that have neither one of the closed names nor the pureness that a name of one's own needs. */
export function findStrayFeatureFiles(sources: readonly Source[]): readonly string[] {
  const inFeatures = sources.filter(({ path }) => path.startsWith('server/features/'))
  return inFeatures.flatMap((source) => {
    const [, , feature = '', file = '', deeper] = source.path.split('/')
    if (!ranks.includes(feature)) return [`${source.path}: ${feature} is no feature; they are ${ranks.join(', ')}`]
    if (deeper) return [`${source.path}: a feature has no folders inside`]
    if (isTest(source.path) || closedName.test(file) || exceptions[source.path]) return []
    const impure = source.imports.filter(
      ({ target, isOurs, typeOnly }) => !typeOnly && !(isOurs ? isPure(target) : isPurePackage(target)),
    )
    return impure.map(
      ({ target }) =>
        `${source.path} imports ${target}: a file that is none of ${closedNames.join(', ')} must be pure; SQL belongs in repository.ts, requests in routes.ts, the story in service.ts, LISTEN and locks in server/db/`,
    )
  })
}

/** Rules and named modules of lower features are as pure; which feature may know which is said by their ranks. */
function isPure(target: string): boolean {
  if (target.startsWith('shared/') || pureInServer.includes(target)) return true
  const [, folder, , file = ''] = target.split('/')
  return folder === 'features' && !/(?:^|-)(?:routes|service|repository)\.ts$/.test(file)
}

const isPurePackage = (target: string): boolean => purePackages.includes(packageOf(target))
