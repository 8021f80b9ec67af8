/** The closed lists of an import's rows, without zod: its probe for `eval` is a breach of the page's policy (CSP). */

/** `duplicate`: stands there twice, or was planned by hand; `skipped`: over, or cancelled before we knew it; `gone`: was there last time. */
export const rowStates = ['new', 'changed', 'gone', 'same', 'duplicate', 'skipped', 'refused'] as const
/** What happens with a row. `take` plans, changes or cancels it; `keep` leaves what is gone in the plan, `cancel` cancels it. */
export const rowDecisions = ['take', 'leave', 'without-room', 'keep', 'cancel'] as const
/** What a name in a file can stand for. */
export const nameFields = ['club', 'venue', 'room', 'kind', 'program'] as const
export const changedFields = ['title', 'when', 'place', 'host', 'description', 'kind', 'status'] as const
/** What speaks against a row, though it can come in. `outside-hours`, `closed`: its place isn't open then; `title` is why. */
export const importWarnings = ['club-busy', 'host-busy', 'outside-hours', 'closed'] as const
