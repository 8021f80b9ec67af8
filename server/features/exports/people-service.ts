import writeXlsxFile from 'write-excel-file/node'
import type { Language } from '#shared/contract/kinds.ts'
import { NotAllowedError, type Actor } from '../../actor.ts'
import type { StaffSignUpService } from '../sign-ups/staff-service.ts'
import { csvLine, csvMark, xlsxText } from './cells.ts'
import { peopleHeads, peopleLines } from './people-present.ts'

/** The list of a session as a file, for whoever plans it: the desk reads people one by one and takes no list away (T37, T69). */
export function peopleExportService(staff: StaffSignUpService) {
  async function linesFor(actor: Actor, sessionId: string, language: Language): Promise<readonly (readonly string[])[]> {
    const people = await staff.people(actor, sessionId, language)
    if (!people.plans) throw new NotAllowedError('plan')
    return peopleLines(people, language)
  }

  return {
    async csv(actor: Actor, sessionId: string, language: Language): Promise<string> {
      const lines = await linesFor(actor, sessionId, language)
      return csvMark + [peopleHeads(language), ...lines].map(csvLine).join('')
    },

    async xlsx(actor: Actor, sessionId: string, language: Language): Promise<Buffer> {
      const lines = await linesFor(actor, sessionId, language)
      const head = peopleHeads(language).map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
      const rows = lines.map((line) => line.map((text) => ({ value: xlsxText(text), type: String })))
      const sheet = { data: [head, ...rows], sheet: 'Lista', columns: widths, stickyRowsCount: 1 }
      return writeXlsxFile([sheet] as never).toBuffer()
    },
  }
}

const widths = [6, 28, 20, 24, 10, 28, 10, 18].map((width) => ({ width }))
