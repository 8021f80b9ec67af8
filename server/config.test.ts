import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      sampleData: 'auto',
    })
  })

  it('takes an empty setting for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  it.each([
    ['off', false],
    ['1', 1],
    ['loopback, 10.1.0.0/16, fd00::1', ['loopback', '10.1.0.0/16', 'fd00::1']],
  ])('reads TRUST_PROXY=%s', (text, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trustProxy)
  })

  it.each([
    [{ PORT: 'many' }, 'PORT: expected a port number'],
    [{ PORT: '70000' }, 'PORT: expected a port number'],
    [{ PUBLIC_URL: 'kalendarz.pl' }, 'PUBLIC_URL: expected an address such as https://kalendarz.example.pl'],
    [{ PUBLIC_URL: 'https://kalendarz.pl/app' }, 'PUBLIC_URL: expected an address without a path'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL: expected an address such as postgresql:'],
    [{ SAMPLE_DATA: 'yes' }, 'SAMPLE_DATA: invalid option: expected one of "auto"|"off"'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY: expected off, a number'],
    [{ TRUST_PROXY: '10.0.0.1/64' }, 'TRUST_PROXY: expected off, a number'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: invalid option'],
  ])('refuses %o with a reason', (env, reason) => {
    expect(() => readConfig(env)).toThrow(reason)
  })

  it('names every wrong setting at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT.*LOG_LEVEL/)
  })
})
