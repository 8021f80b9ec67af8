import { defineConfig } from 'prisma/config'

// `pglite:` means something only to scripts/schema-engine.mjs, the offline stand-in for Prisma's engine.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'pglite:' },
})
