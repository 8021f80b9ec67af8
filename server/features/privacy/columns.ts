/**
 * What a column says about a person who isn't staff, or about staff:
 *
 * - `name`: who somebody is. `contact`: how to reach them. `needs`: what they need, which may tell of their health.
 * - `participation`: what they signed up to, waited for, came to, and with whom. `message`: what was written to them.
 * - `staff`: who works here, and what they did.
 * - `secret`: hashes, tokens and seals. They open something or tell people apart, and are told to nobody, not even to whom they are about.
 * - `none`: about things. Texts among them are written by staff for the public.
 */
export const columnClasses = ['name', 'contact', 'needs', 'participation', 'message', 'staff', 'secret', 'none'] as const
export type ColumnClass = (typeof columnClasses)[number]

type Classes = Readonly<Partial<Record<ColumnClass, string>>>

/** Every column of the database with what it says about whom; a test fails for one that is missing here (T71). Columns by their names, with spaces between. */
export const columns: Readonly<Record<string, Classes>> = {
  Installation: { none: 'id uidDomain renderVersion publicUrl zoneData createdAt', secret: 'secret' },
  SlugAlias: { none: 'kind slug targetId' },
  SavedSelection: { none: 'hash path createdAt' },
  Municipality: { none: 'id slug name voivodeship archivedAt version' },
  District: { none: 'id municipalityId slug name archivedAt version' },
  Organisation: { none: 'id slug name kind municipalityId address description isSample archivedAt version' },
  Project: {
    none: `id slug name grantNumber municipalityId startsOn endsOn datesExact fundLines valueTotal grantTotal grantEu grantNational peopleTarget
      peopleAbout peopleNote description sourceNote fundSentence fundLogos keepUntil isSample archivedAt version`,
  },
  ProjectOrganisation: { none: 'projectId organisationId role' },
  ProjectEvent: { none: 'id projectId startsOn endsOn whenText text people' },
  RecruitmentCall: { none: 'id projectId position name startsOn endsOn' },
  PriorityCriterion: { none: 'id callId position text' },
  ProjectPart: { none: 'id projectId position code name value eu audience' },
  IndicatorTarget: { none: 'id partId position name unit comparison value sex denominator moment' },
  SupportForm: { none: 'id partId position group name' },
  Program: {
    none: `id slug name municipalityId operatorId venueId startsOn endsOn openness openTo audiences description isSample archivedAt version
      remindDaysBefore remindAt quietFrom quietTo`,
  },
  ProgramDistrict: { none: 'programId districtId' },
  ProgramFunding: { none: 'programId partId startsOn endsOn' },
  Club: { none: 'id slug name programId districtId venueId description openTo audiences isSample archivedAt version' },
  Edition: { none: 'id programId number name size startsOn endsOn archivedAt version' },
  Stage: { none: 'id editionId position name' },
  Group: { none: 'id programId position name size archivedAt version' },
  Household: { participation: 'id' },
  Person: {
    name: 'name',
    contact: 'email phone',
    participation: 'id language guardianId householdId createdAt erasedAt keptUntil bornBy mergedIntoId',
  },
  PersonMerge: {
    name: 'goneName formerName name',
    contact: 'goneEmail gonePhone formerEmail formerPhone email phone safe',
    participation: 'id goneId intoId at before moved',
    staff: 'accountId',
  },
  SafeContact: {
    contact: 'calls sms voicemail mail days from to opening',
    participation: 'personId notedAt',
    staff: 'notedById',
  },
  SignUp: {
    participation: `id sessionId seriesId personId status position seats careChildren source code noticeVersion createdAt confirmedAt offerHours
      offeredUntil slotFrom slotMinutes slotMoves
      withdrawnAt withdrawnFrom shiftId standInSince standsInForId`,
    needs: 'needKinds needs fits fitsNotedAt',
    staff: 'recordedById waveId fitsNotedById',
    secret: 'contactKey duplicateOfId generation',
  },
  Shift: {
    none: `id sessionId seriesId name fromMinutes minutes least most minAge needsClearance needsAgreement isPublic notAt removedAt version createdAt`,
  },
  VolunteerFact: { participation: 'id personId organisationId kind startsOn endsOn createdAt', staff: 'recordedById' },
  SignUpPerson: { participation: 'signUpId personId position' },
  Attendance: { participation: 'id sessionId personId role present walkInId at markId signUpId' },
  AttendanceCount: { none: 'sessionId count at markId', staff: 'device' },
  AttendanceMark: {
    participation: 'id sessionId personId role present at receivedAt signUpId',
    none: 'count',
    staff: 'device accountId doorLinkId',
  },
  DoorLink: { staff: 'id sessionId claimedAt createdAt createdById revokedAt', secret: 'tokenHash deviceHash' },
  Absence: { participation: 'signUpId sessionId day createdAt' },
  Venue: {
    none: 'id slug name municipalityId districtId organisationId address latitude longitude directions isSample archivedAt version',
  },
  VenueAlias: { none: 'venueId text' },
  VenueAccessibility: { none: 'venueId fact value checkedOn note' },
  Room: { none: 'id venueId name capacity stepFree setupMinutes clearMinutes archivedAt version' },
  OpeningHours: { none: 'id venueId roomId weekday opensMinute closesMinute' },
  Closure: { none: 'id venueId roomId whenKind wallStart wallEnd startsAt endsAt reason version' },
  Series: { none: 'id slug title programId clubId editionId groupId isSample archivedAt version' },
  Activity: {
    none: `id seriesId position status title description kind audiences languages venueId roomId districtId stepFree planB meetingPoint bring
      isFree costText careSeats signLanguage easyToRead inductionLoop enrolment capacity eligibility opensDaysBefore closesMinutesBefore offerHours
      reservedSeats largestParty slotMinutes ageFrom ageTo residentsOnly audienceOnly
      isDiscreet discreetTitle discreetListed schedule version createdAt`,
    staff: 'host hostId contactPhone contactEmail contactHours',
  },
  Session: {
    none: `id activityId recurrenceId whenKind wallStart wallEnd startsAt endsAt overrides title note venueId roomId occupiedFrom occupiedTo
      status cancelledAt cancelReason insteadId insteadText movedFrom movedAt moveReason publishedAt removedAt peopleCount version createdAt`,
    staff: 'host hostId',
  },
  SessionFace: { none: 'sessionId shown facts showUntil startsAt endsAt sequence createdAt modifiedAt' },
  Change: { none: 'id at sessionId before after' },
  FaceQueue: { none: 'id source ids' },
  Edit: { none: 'id seriesId kind at rows undoneBy batchId', staff: 'accountId' },
  EditBatch: { none: 'id kind name at', staff: 'accountId' },
  Template: { none: 'id name organisationId programId fields schedule createdAt' },
  IdempotencyKey: { staff: 'accountId', secret: 'key request answer', none: 'at' },
  Account: { staff: 'id name email emailVerified image twoFactorEnabled blockedAt createdAt updatedAt' },
  RoleGrant: { staff: 'id accountId role organisationId projectId programId clubId ownOnly endsOn createdAt grantedById' },
  AuditEntry: { staff: 'id actId at accountId act operation kind objectId belongsTo before after' },
  LoginSession: { staff: 'id accountId expiresAt createdAt updatedAt ipAddress userAgent secondFactorAt', secret: 'token' },
  Credential: {
    staff: 'id accountId providerId providerAccountId scope createdAt updatedAt',
    secret: 'password accessToken refreshToken idToken accessTokenExpiresAt refreshTokenExpiresAt',
  },
  Verification: { staff: 'id createdAt updatedAt expiresAt', secret: 'identifier value' },
  TwoFactor: { staff: 'id accountId verified failedVerificationCount lockedUntil', secret: 'secret backupCodes' },
  RateLimit: { secret: 'id key count lastRequest' },
  Invitation: {
    staff: 'id email name language grants createdAt sentAt expiresAt acceptedAt revokedAt invitedById',
    secret: 'tokenHash',
  },
  Message: {
    contact: 'to',
    message: 'id kind subject text html calendar language state createdAt expiresAt sentAt discreet',
    none: 'attempts nextAttemptAt lastError ofNotices unclear sequences',
  },
  Notice: {
    participation:
      'id kind signUpId sessionId before remindsOf createdAt dueAt messageId fate settledAt openedAt knownAt knownBy',
    staff: 'closedAt closedById',
  },
  Call: { participation: 'id result noticeIds at again undoneAt', staff: 'accountId waveId' },
  CallerCheck: { participation: 'id personId signUpId proof at', staff: 'accountId' },
  Callback: {
    name: 'name',
    contact: 'phone',
    message: 'id about createdAt doneAt',
    none: 'programId',
    staff: 'createdById doneById',
  },
  PersonalFeed: {
    participation: 'id personId signUpId scope proof waiting createdAt lastUsedOn revokedAt',
    staff: 'madeById',
    secret: 'tokenHash',
  },
  HostFeed: { staff: 'id accountId createdAt lastUsedOn revokedAt', secret: 'tokenHash' },
  ImportSource: { staff: 'accountId', none: 'id name url programId clubId kind names createdAt lastRunAt lastBatchId' },
  ImportedItem: { none: 'sourceId key sessionId content' },
  ImportReading: { staff: 'accountId', none: 'id name url content at' },
}

/** The classes that a person gets a copy of (GDPR, art. 15 and 20). */
const toldToThem: readonly ColumnClass[] = ['name', 'contact', 'needs', 'participation', 'message']

export const namesIn = (names: string | undefined): readonly string[] => (names ?? '').split(/\s+/).filter((name) => name !== '')

/** The columns of a table that the person whom a row is about gets a copy of. */
export const columnsForThem = (table: string): readonly string[] => toldToThem.flatMap((one) => namesIn(columns[table]?.[one]))
