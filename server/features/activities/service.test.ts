import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import * as inputs from '../../db/testing/inputs.ts'
import { everywhere } from '../../db/testing/inputs.ts'
import { writer } from '../../db/write.ts'
import { createClub, createEdition, createGroup } from '../clubs/service.ts'
import { createCity, createDistrict } from '../organisations/service.ts'
import { presentProgram } from '../programs/present.ts'
import { findProgram } from '../programs/repository.ts'
import { changeProgram, createProgram, type ProgramInput } from '../programs/service.ts'
import { presentProject } from '../projects/present.ts'
import { findProject } from '../projects/repository.ts'
import { changeProject, createProject, type ProjectInput } from '../projects/service.ts'
import { createSeries } from './service.ts'

const database = await freshDatabase()
const write = writer(database)
const katowice = await createCity(write, { slug: 'katowice', name: 'Katowice', voivodeship: 'slaskie' })
const gliwice = await createCity(write, { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' })
const dab = await createDistrict(write, { slug: 'katowice-dab', name: 'Dąb', cityId: katowice.id })
const zatorze = await createDistrict(write, { slug: 'gliwice-zatorze', name: 'Zatorze', cityId: gliwice.id })

const programInput = {
  ...inputs.programInput('dab-razem', katowice.id),
  startsOn: '2021-01-01',
  endsOn: '2022-12-31',
  openness: 'DISTRICTS',
  audiences: ['PARENTS'],
  districtIds: [dab.id],
} satisfies ProgramInput
const target = (name: string, sex: 'F' | 'M', value: number) => ({
  id: null,
  name: { pl: name },
  sex,
  value,
  denominator: null,
  ...({
    unit: 'PEOPLE',
    comparison: 'AT_LEAST',
    moment: 'DURING',
  } as const),
})
const projectInput = {
  ...inputs.projectInput('projekt'),
  cityId: katowice.id,
  startsOn: '2021-01-01',
  endsOn: '2022-12-31',
  fundLines: ['Oś IX', 'Działanie 9.1'],
  valueTotal: '939717.45',
  parts: [
    { ...inputs.partInput('9.1'), eu: '798759.83', indicators: [target('kobiety', 'F', 37), target('mężczyźni', 'M', 23)] },
  ],
} satisfies ProjectInput
const newProgram = (input: ProgramInput) => createProgram(write, input, everywhere)
const newProject = (input: ProjectInput) => createProject(write, input, everywhere)
const project = await newProject(projectInput)
const { id: partId } = await database.prisma.projectPart.findFirstOrThrow({ select: { id: true } })
const funding = [{ partId, startsOn: '2021-02-01', endsOn: '2022-11-30' }]
const program = await newProgram({ ...programInput, funding })
const impossible = { code: 'impossible-value', status: 422 }

describe('a program', () => {
  it('is shown with its places, its money and whether it is over', async () => {
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
    ['an end before its beginning', { startsOn: '2022-01-01', endsOn: '2021-12-31' }],
    ['a day that does not exist', { startsOn: '2022-02-30', endsOn: '2022-12-31' }],
    ['an operator that is not there', { operatorId: randomUUID() }],
  ] as const)('has not %s, and nothing of it is written', async (_what, wrong) => {
    await expect(newProgram({ ...programInput, slug: 'zly', ...wrong })).rejects.toMatchObject(impossible)
    expect(await findProgram(database, 'zly')).toBeNull()
  })

  it('is found by its former name', async () => {
    const { id } = await newProgram({ ...programInput, slug: 'stary', name: 'Stary' })
    await changeProgram(write, { id, version: 1 }, { ...programInput, slug: 'nowy', name: 'Nowy' }, everywhere)
    expect(await findProgram(database, 'stary')).toMatchObject({ slug: 'nowy', name: 'Nowy' })
  })

  it('has editions with stages and groups, each number once', async () => {
    const stages = ['rekrutacja', 'trening', 'staż'].map((name) => ({ id: null, name: { pl: name } }))
    const days = { startsOn: null, endsOn: null }
    const edition = { programId: program.id, number: 1, name: { pl: 'Edycja I' }, size: null, stages, ...days }
    await createEdition(write, edition, everywhere)
    await createGroup(write, { programId: program.id, name: { pl: 'seniorzy' }, size: 12 }, everywhere)
    const row = await findProgram(database, 'dab-razem')
    expect(presentProgram(row!, 'en', '2023-01-01')).toMatchObject({
      editions: [{ name: 'Edycja I', size: null, stages: ['rekrutacja', 'trening', 'staż'] }],
      groups: ['seniorzy'],
    })
    await expect(createEdition(write, edition, everywhere)).rejects.toMatchObject({ code: 'already-there', status: 409 })
  })
})

describe('a project', () => {
  it('is shown with its figures as published', async () => {
    const parts = await database.prisma.projectPart.findMany({ select: { id: true, indicators: { select: { id: true } } } })
    const kept = projectInput.parts.map((part) => ({ ...part, id: parts[0]!.id }))
    const input = { ...projectInput, slug: 'projekt-dab', name: 'Projekt Dąb', parts: kept }
    await changeProject(write, { id: project.id, version: 1 }, input, everywhere)
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
    ['an end before its beginning', { endsOn: '2020-01-01' }],
  ])('has not %s', async (_what, wrong) => {
    await expect(newProject({ ...projectInput, slug: 'zly', ...wrong })).rejects.toMatchObject(impossible)
  })
})

describe('a club and a series', () => {
  const club = inputs.clubInput('strefa', program.id)

  it('stay inside their program and its city', async () => {
    await expect(createClub(write, { ...club, districtId: zatorze.id }, everywhere)).rejects.toMatchObject(impossible)
    const other = await newProgram({ ...programInput, slug: 'inny', name: 'Inny' })
    const { id: clubId } = await createClub(write, { ...club, programId: other.id }, everywhere)
    const series = { slug: 'spotkania', title: { pl: 'Spotkania' }, programId: program.id, editionId: null, groupId: null }
    await expect(createSeries(write, { ...series, clubId })).rejects.toMatchObject(impossible)
    await expect(createSeries(write, { ...series, programId: other.id, clubId })).resolves.toBeDefined()
  })
})
