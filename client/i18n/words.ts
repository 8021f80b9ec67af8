import type { words as attendance } from './attendance/pl.ts'
import type { words as accounts } from './accounts/pl.ts'
import type { words as calls } from './calls/pl.ts'
import type { words as desk } from './desk/pl.ts'
import type { words as joining } from './joining/pl.ts'
import type { words as log } from './log/pl.ts'
import type { words as manage } from './manage/pl.ts'
import type { words as imports } from './imports/pl.ts'
import type { words as numbers } from './numbers/pl.ts'
import type { words as panel } from './panel/pl.ts'
import type { words as places } from './places/pl.ts'
import type { words } from './pl.ts'
import type { words as share } from './share/pl.ts'
import type { words as statement } from './statement/pl.ts'
import type { words as taking } from './taking/pl.ts'
import type { words as today } from './today/pl.ts'
import type { words as volunteers } from './volunteers/pl.ts'

/** The shape of all words: the Polish ones. */
export type Words = typeof words &
  typeof places &
  typeof taking &
  typeof statement &
  typeof joining &
  typeof desk &
  typeof attendance &
  typeof log &
  typeof today &
  typeof accounts &
  typeof calls &
  typeof share &
  typeof volunteers &
  typeof numbers &
  typeof panel &
  typeof manage &
  typeof imports

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Words }
  }
}
