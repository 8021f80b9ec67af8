import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { writer } from '../../db/write.ts'
import { addEdition, addGroup, createClub } from '../clubs/service.ts'
import { createCity, createDistrict } from '../organisations/service.ts'
import { presentProgram } from '../programs/present.ts'
import { findProgram } from '../programs/repository.ts'
import { createProgram, fundProgram, renameProgram, type ProgramInput } from '../programs/service.ts'
import { presentProject } from '../projects/present.ts'
import { findProject } from '../projects/repository.ts'
import { createProject, renameProject, type ProjectInput } from '../projects/service.ts'
import { createSeries } from './service.ts'

const database = await freshDatabase()
const write = writer(database)
const katowice = await createCity(write, { slug: 'katowice', name: 'Katowice', voivodeship: 'slaskie' })
const gliwice = await createCity(write, { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' })
const dab = await createDistrict(write, { slug: 'katowice-dab', name: 'Dąb', municipalityId: katowice.id })
const zatorze = await createDistrict(write, { slug: 'gliwice-zatorze', name: 'Zatorze', municipalityId: gliwice.id })

const programInput: ProgramInput = {
  slug: 'dab-razem',
  name: 'Dąb razem',
  municipalityId: katowice.id,
  operatorId: null,
  venueId: null,
  days: { from: '2021-01-01', to: '2022-12-31' },
  openness: 'DISTRICTS',
  openTo: null,
  audiences: ['PARENTS'],
  districtIds: [dab.id],
}
const projectInput: ProjectInput = {
  slug: 'projekt',
  name: 'Projekt',
  municipalityId: katowice.id,
  from: '2021-01-01',
  to: '2022-12-31',
  fundLines: ['Oś IX', 'Działanie 9.1'],
  valueTotal: '939717.45',
  fundSentence: null,
  fundLogos: [],
  organisations: [],
  parts: [
    {
      code: '9.1',
      name: 'Część',
      value: null,
      eu: '798759.83',
      indicators: [
        { name: { pl: 'kobiety' }, unit: 'PEOPLE', comparison: 'AT_LEAST', value: 37, sex: 'F', moment: 'DURING' },
        { name: { pl: 'mężczyźni' }, unit: 'PEOPLE', comparison: 'AT_LEAST', value: 23, sex: 'M', moment: 'DURING' },
      ],
    },
  ],
}
const program = await createProgram(write, programInput)
const project = await createProject(write, projectInput)
const impossible = { code: 'impossible-value', status: 422 }

describe('a program', () => {
  it('is shown with its places, its money and whether it is over', async () => {
    await fundProgram(write, program.id, { partId: project.partIds[0]!, from: '2021-02-01', to: '2022-11-30' })
    const row = await findProgram(database, 'dab-razem')
    expect(presentProgram(row!, 'pl', '2023-01-01')).toMatchObject({
      period: { from: '2021-01-01', to: '2022-12-31', exact: true },
      finished: true,
      districts: [{ slug: 'katowice-dab', name: 'Dąb' }],
      projects: [{ slug: 'projekt', name: 'Projekt' }],
      fund: ['Oś IX', 'Działanie 9.1'],
      money: [],
    })
    expect(presentProgram(row!, 'pl', '2022-12-31').finished).toBe(false)
  })

  it.each([
    ['a district of another city', { districtIds: [zatorze.id] }],
    ['a district that is not there', { districtIds: [randomUUID()] }],
    ['no district, though it is open to those of its districts', { districtIds: [] }],
    ['no words for the group that it is for', { openness: 'GROUP', districtIds: [] }],
    ['an end before its beginning', { days: { from: '2022-01-01', to: '2021-12-31' } }],
    ['a day that does not exist', { days: { from: '2022-02-30', to: '2022-12-31' } }],
    ['an operator that is not there', { operatorId: randomUUID() }],
  ] as const)('has not %s, and nothing of it is written', async (_what, wrong) => {
    await expect(createProgram(write, { ...programInput, slug: 'zly', ...wrong })).rejects.toMatchObject(impossible)
    expect(await findProgram(database, 'zly')).toBeNull()
  })

  it('is found by its former name', async () => {
    const { id } = await createProgram(write, { ...programInput, slug: 'stary', name: 'Stary' })
    await renameProgram(write, id, { slug: 'nowy', name: 'Nowy' })
    expect(await findProgram(database, 'stary')).toMatchObject({ slug: 'nowy', name: 'Nowy' })
  })

  it('has editions with stages and groups, each number once', async () => {
    const stages = [{ pl: 'rekrutacja' }, { pl: 'trening' }, { pl: 'staż' }]
    await addEdition(write, program.id, { number: 1, name: { pl: 'Edycja I' }, size: null, stages })
    await addGroup(write, program.id, { position: 1, name: { pl: 'seniorzy' }, size: 12 })
    const row = await findProgram(database, 'dab-razem')
    expect(presentProgram(row!, 'en', '2023-01-01')).toMatchObject({
      editions: [{ name: 'Edycja I', size: null, stages: ['rekrutacja', 'trening', 'staż'] }],
      groups: ['seniorzy'],
    })
    const again = addEdition(write, program.id, { number: 1, name: { pl: 'Edycja I' }, size: 10, stages })
    await expect(again).rejects.toMatchObject({ code: 'already-there', status: 409 })
    await expect(addGroup(write, program.id, { position: 2, name: { pl: 'x' }, size: 0 })).rejects.toMatchObject(impossible)
  })
})

describe('a project', () => {
  it('is shown with its figures as published', async () => {
    await renameProject(write, project.id, { slug: 'projekt-dab', name: 'Projekt Dąb' })
    const row = await findProject(database, 'projekt')
    expect(presentProject(row!, 'pl', '2026-11-23')).toMatchObject({
      slug: 'projekt-dab',
      money: [{ label: 'VALUE', amount: '939717.45', currency: 'PLN' }],
      parts: [
        {
          money: [{ label: 'EU', amount: '798759.83' }],
          indicators: [
            { sex: 'F', value: 37 },
            { sex: 'M', value: 23 },
          ],
        },
      ],
    })
  })

  it.each([
    ['amounts in words', { valueTotal: 'dużo' }],
    ['a script for a logo (T34)', { fundLogos: [{ src: 'javascript:alert(1)', alt: 'Fundusz' }] }],
    ['a logo without words', { fundLogos: [{ src: '/a.svg', alt: '' }] }],
    ['an end before its beginning', { to: '2020-01-01' }],
  ])('has not %s', async (_what, wrong) => {
    await expect(createProject(write, { ...projectInput, slug: 'zly', ...wrong })).rejects.toMatchObject(impossible)
  })
})

describe('a club and a series', () => {
  const club = {
    slug: 'strefa',
    name: 'Strefa',
    programId: program.id,
    districtId: null,
    venueId: null,
    description: null,
    audiences: [],
  } as const

  it('stay inside their program and its city', async () => {
    await expect(createClub(write, { ...club, districtId: zatorze.id })).rejects.toMatchObject(impossible)
    const other = await createProgram(write, { ...programInput, slug: 'inny', name: 'Inny' })
    const { id: clubId } = await createClub(write, { ...club, programId: other.id })
    const series = { slug: 'spotkania', title: { pl: 'Spotkania' }, programId: program.id, editionId: null, groupId: null }
    await expect(createSeries(write, { ...series, clubId })).rejects.toMatchObject(impossible)
    await expect(createSeries(write, { ...series, programId: other.id, clubId })).resolves.toBeDefined()
  })
})
