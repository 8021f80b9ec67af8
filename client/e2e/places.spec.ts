import { api } from '#shared/contract/paths.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

// 409: what is planned there speaks against it.
test.use({ storageState: signedInAs('administrator'), expectedErrors: [/409/] })

type Choices = {
  readonly cities: readonly { id: string; name: string }[]
  readonly programs: readonly { id: string; name: string }[]
}

test('a place with a meeting to come stays and names it; without one it goes to the archive, keeps its page, and comes back', async ({
  page,
}) => {
  const mark = Date.now()
  const name = `Zmyślona Kuźnia ${mark}`
  const { cities } = (await (await page.request.get(api.managed.choices)).json()) as Choices
  const answer = await page.request.post(api.managed.venues, {
    headers: { origin: process.env['E2E_URL'] ?? '' },
    data: {
      name,
      slug: `zmyslona-kuznia-${mark}`,
      cityId: cities.find((city) => city.name === 'Gliwice')?.id,
      address: 'ul. Wymyślona 9',
      districtId: null,
      organisationId: null,
      directions: null,
      position: null,
      aliases: [],
      accessibility: [],
      hours: [],
    },
  })
  expect([answer.status(), await answer.text()]).toEqual([201, expect.any(String)])
  const { id } = (await answer.json()) as { id: string }
  const title = `Kucie podków ${mark}`
  const day = dayAhead(2, 13)
  const { sessions } = await planSeries(page.request, title, [{ start: `${day}T05:00:00`, end: `${day}T06:00:00` }], true, {
    venueId: id,
  })

  await page.goto(`/panel/venues/${id}`)
  const put = page.getByRole('button', { name: 'Przenieś do archiwum' })
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Przenieś do archiwum' })
  await put.click()
  await confirm.click()
  await expect(page.getByText('Najpierw przenieś albo odwołaj zajęcia')).toBeVisible()
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await expect(page).toHaveURL(new RegExp(`/panel/sessions/${sessions[0]?.id}$`))
  await page.getByRole('button', { name: 'Odwołaj' }).click()
  const cancel = page.getByRole('dialog')
  await cancel.getByText('Sala niedostępna').click()
  await cancel.getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await cancel.getByRole('button', { name: 'Odwołaj', exact: true }).click()
  await expect(cancel).toHaveCount(0)

  await page.goto(`/panel/venues/${id}`)
  await put.click()
  await confirm.click()
  await expect(page.getByText(`„${name}” jest w archiwum.`)).toBeVisible()
  await expect(page.getByText('w archiwum', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/panel/venues')
  await page.getByLabel('Szukaj po nazwie').fill(String(mark))
  await expect(page.getByText('Nic tu nie ma')).toBeVisible()
  await page.getByLabel('Co pokazać').selectOption({ label: 'Archiwum' })
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Zobacz, co widzą mieszkańcy' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.goto(`/panel/venues/${id}`)
  await page.getByRole('button', { name: 'Wyjmij z archiwum' }).click()
  await expect(page.getByText(`„${name}” wróciło z archiwum.`)).toBeVisible()
  await page.goto('/panel/venues')
  await page.getByLabel('Szukaj po nazwie').fill(String(mark))
  await expect(page.getByRole('link', { name })).toBeVisible()
})
