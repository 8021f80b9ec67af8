/** What the log can be narrowed to. `views`: what auditors looked at, which is shown only when it is asked for. */
export const auditSubjects = ['planning', 'places', 'programs', 'accounts', 'views'] as const
export type AuditSubject = (typeof auditSubjects)[number]
