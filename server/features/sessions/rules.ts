/** A session's id as it is written in addresses: what isn't one is no question for the database. */
export const isSessionId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
