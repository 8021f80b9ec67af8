import { describe, expect, it } from 'vitest'
import { createApp, createFeeds, featureRoutes } from '../app.ts'
import { readConfig } from '../config.ts'
import { freshDatabase } from '../db/testing/fresh-database.ts'
import { createLogger } from './log.ts'
import { serve } from './testing/serve.ts'

const config = readConfig({ PUBLIC_URL: 'https://kalendarz.example.pl' })
const clock = () => new Date('2026-11-23T11:00:00Z')
const database = await freshDatabase()
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const parts = { config, clock, database, feeds }
const { logger } = createLogger('error', { write: () => true })
const ask = await serve(createApp({ ...parts, logger, clientFiles: new Map() }))

type Document = {
  readonly openapi: string
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> }
}
const document = JSON.parse((await ask('/api/openapi.json')).body) as Document

describe('the description of the interface', () => {
  it('has every route that the server has, with its methods', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const routes = featureRoutes(parts)
      .flatMap(({ stack }) => stack.flatMap(({ route }) => (route ? [route] : [])))
      .flatMap(({ path, stack }) => [...new Set(stack.map(({ method }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`))])
      .filter((route) => !route.startsWith('get /api/docs') && route !== 'get /api/openapi.json')
    expect(described).toEqual(expect.arrayContaining(routes))
    expect(described).toContain('get /feeds/{collection}/{slug}.ics')
  })

  it('names nothing about a person', () => {
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Session', 'Venue', 'Club', 'Problem']))
    const forResidents = {
      paths: Object.entries(document.paths).filter(([path]) => !path.startsWith('/api/panel')),
      schemas: Object.entries(document.components.schemas).filter(([name]) => !name.startsWith('Managed')),
    }
    expect(JSON.stringify(forResidents)).not.toMatch(/sourceNote/)
    expect(JSON.stringify(document)).not.toMatch(/peopleCount|participant|householdId|personId/)
  })

  it('is OpenAPI 3.1 and says where the server is', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: 'https://kalendarz.example.pl' }])
  })
})

describe('the page that shows it', () => {
  it('loads only from here, and alone may show images from data: addresses', async () => {
    const page = await ask('/api/docs')
    expect(page.headers['content-security-policy']).toContain("img-src 'self' data:;")
    const loaded = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
    expect(loaded).toContain('/api/docs/swagger-ui-bundle.js')
    for (const path of loaded.filter((one) => one.startsWith('/api/'))) expect((await ask(path)).status).toBe(200)
    expect(page.body).not.toMatch(/style=|<style|<script>/)
    expect((await ask('/api/openapi.json')).headers['content-security-policy']).not.toContain('data:')
  })

  it.each(['/api/docs?x=1', '/api/openapi.json?lang=pl'])('%s: takes no parameter', async (path) => {
    expect((await ask(path)).status).toBe(400)
  })
})
