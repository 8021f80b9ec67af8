/**
 * Where to go after signing in: a page of the organisers' area, in any language, or its front. An address is taken only if it is spelled as our own
 * are; everything that a browser could read as another site (`//evil`, `/\evil`, `https:evil`, control characters) isn't (T64).
 */
export function localNext(wanted: string | null, front: string): string {
  return wanted !== null && /^\/(?:(?:en|uk)\/)?panel(?:\/[\w~-]+)*(?:\?[\w~.,:;=&%+-]*)?$/.test(wanted) ? wanted : front
}
