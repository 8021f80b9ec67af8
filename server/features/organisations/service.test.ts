import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { organisationInput } from '../../db/testing/inputs.ts'
import { writer } from '../../db/write.ts'
import { changeCity, changeDistrict, changeOrganisation, createCity, createDistrict, createOrganisation } from './service.ts'

const database = await freshDatabase()
const write = writer(database)
const gliwice = await createCity(write, { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' })

const organisation = (slug: string, name = 'Ośrodek') =>
  createOrganisation(write, { ...organisationInput(slug), name, cityId: gliwice.id })
const rename = (id: string, slug: string, version = 1) => changeOrganisation(write, { id, version }, organisationInput(slug))

describe('a name in addresses', () => {
  it('is given once for each kind of thing', async () => {
    await organisation('osrodek')
    await expect(organisation('osrodek')).rejects.toMatchObject({ code: 'slug-taken', status: 409, details: { slug: 'osrodek' } })
    await expect(createCity(write, { slug: 'osrodek', name: 'Ośrodek', voivodeship: 'slaskie' })).resolves.toBeDefined()
  })

  it('goes on belonging to what was renamed', async () => {
    const { id } = await organisation('dom-kultury')
    await rename(id, 'dom-sasiedzki')
    await expect(organisation('dom-kultury')).rejects.toMatchObject({ code: 'slug-taken' })
    await rename(id, 'dom-kultury', 2)
    await expect(organisation('dom-sasiedzki')).rejects.toMatchObject({ code: 'slug-taken' })
  })

  it('is won by one of those who want it at the same time', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => organisation('jeden')))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.filter((result) => result.status === 'rejected' && result.reason.code === 'slug-taken')).toHaveLength(7)
  })

  it('is not lost to a newcomer while it is being given up', async () => {
    const { id } = await organisation('stary')
    const [renamed, newcomer] = await Promise.allSettled([rename(id, 'nowy'), organisation('stary')])
    expect(renamed.status).toBe('fulfilled')
    expect(newcomer).toMatchObject({ status: 'rejected', reason: { code: 'slug-taken' } })
  })

  it.each(['Gliwice', 'a--b', '-a', 'ż', '', 'a b', 'a'.repeat(101), '../x'])('can not be "%s"', async (slug) => {
    await expect(organisation(slug)).rejects.toMatchObject({
      code: 'impossible-value',
      status: 422,
      details: { issues: [{ name: 'slug' }] },
    })
  })

  it('of a city is not that of another page', async () => {
    await expect(createCity(write, { slug: 'api', name: 'Api', voivodeship: 'slaskie' })).rejects.toMatchObject({ status: 422 })
  })
})

describe('a name for people', () => {
  it.each([
    ['nothing', ''],
    ['a space in front', ' Ośrodek'],
    ['two lines', 'a\r\nATTENDEE:x'],
    ['letters that turn round', 'a\u202Eb'],
    ['a NUL', 'a\u0000b'],
    ['10,000 characters', 'x'.repeat(10_000)],
  ])('is one readable line, not %s', async (_what, name) => {
    await expect(organisation('nazwa', name)).rejects.toMatchObject({ status: 422, details: { issues: [{ name: 'name' }] } })
  })
})

describe('a district', () => {
  it('has its city in its address, as districts of different cities share names', async () => {
    const sosnica = { slug: 'gliwice-sosnica', name: 'Sośnica', cityId: gliwice.id }
    await createDistrict(write, sosnica)
    await expect(createDistrict(write, { ...sosnica, slug: 'sosnica' })).rejects.toMatchObject({ status: 422 })
    await expect(createDistrict(write, { ...sosnica, slug: 'gliwice-sosnica-2' })).rejects.toMatchObject({
      code: 'already-there',
    })
  })

  it('keeps its address when its city gets another', async () => {
    const { id } = await createCity(write, { slug: 'dab', name: 'Dąb', voivodeship: 'slaskie' })
    const district = await createDistrict(write, { slug: 'dab-centrum', name: 'Centrum', cityId: id })
    await changeCity(write, { id, version: 1 }, { slug: 'debowo', name: 'Dębowo', voivodeship: 'slaskie' })
    const input = { slug: 'dab-centrum', name: 'Śródmieście', cityId: id }
    await expect(changeDistrict(write, { id: district.id, version: 1 }, input)).resolves.toBeUndefined()
    const moved = changeDistrict(write, { id: district.id, version: 2 }, { ...input, slug: 'dab-srodek' })
    await expect(moved).rejects.toMatchObject({ status: 422 })
  })
})

describe('what is not there', () => {
  it('can not be changed, and takes nothing in', async () => {
    const nobody = randomUUID()
    await expect(
      changeCity(write, { id: nobody, version: 1 }, { slug: 'nic', name: 'Nic', voivodeship: 'slaskie' }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(createDistrict(write, { slug: 'nic-a', name: 'A', cityId: nobody })).rejects.toMatchObject({
      status: 422,
    })
    await expect(createOrganisation(write, { ...organisationInput('x'), cityId: nobody })).rejects.toMatchObject({
      code: 'impossible-value',
      status: 422,
    })
  })
})
