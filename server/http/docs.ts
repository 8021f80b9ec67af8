import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import { answer, refuseParameters } from './json-answer.ts'
import { describeApi } from './openapi.ts'
import { securityHeaders } from './security-headers.ts'
import { strictRouter } from './strict-router.ts'

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Podwórko: the interface for programs</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="${api.docs}/swagger-ui.css">
</head>
<body>
<main id="interface"></main>
<script src="${api.docs}/swagger-ui-bundle.js"></script>
<script src="${api.docs}/start.js"></script>
</body>
</html>
`
const startScript = `SwaggerUIBundle({ url: '${api.openapi}', dom_id: '#interface', validatorUrl: null })\n`

/**
 * The description of all routes, for programs (`/api/openapi.json`) and for people (`/api/docs`, with the reader that comes from
 * npm and is served by ourselves). That page alone may show images from `data:` addresses.
 */
export function docsRoutes(publicUrl: string): Router {
  const router = strictRouter()
  let description: ReturnType<typeof describeApi> | undefined // made when it is first asked for: a start has no time for it
  const headers = securityHeaders(publicUrl.startsWith('https:'), ['data:'])
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

  router.get(api.openapi, (req, res) => {
    refuseParameters(req)
    description ??= describeApi(publicUrl)
    answer(res, description)
  })
  router.get(api.docs, headers, (req, res) => {
    refuseParameters(req)
    res.set('Cache-Control', 'no-cache').type('html').send(page)
  })
  router.get(`${api.docs}/start.js`, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('js').send(startScript)
  })
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    router.get(`${api.docs}/${file}`, (_req, res) => {
      res.sendFile(file, { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } })
    })
  return router
}
