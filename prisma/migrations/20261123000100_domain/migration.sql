-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('SOCIAL_CENTRE', 'ACTIVATION_CENTRE', 'SERVICES_HUB', 'MUNICIPALITY', 'LABOUR_OFFICE', 'MANAGING_AUTHORITY', 'NGO', 'OTHER');

-- CreateEnum
CREATE TYPE "OrganisationRole" AS ENUM ('BENEFICIARY', 'IMPLEMENTER', 'PARTNER', 'MANAGING_AUTHORITY');

-- CreateEnum
CREATE TYPE "ThreeValued" AS ENUM ('YES', 'NO', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "AccessibilityFact" AS ENUM ('STEP_FREE_ENTRANCE', 'LIFT', 'ACCESSIBLE_TOILET', 'DISABLED_PARKING', 'INDUCTION_LOOP', 'ASSISTANCE_DOG', 'QUIET_ROOM', 'TACTILE_GUIDES');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('CLUB_MEETING', 'WORKSHOP', 'SKILLS_TRAINING', 'TRAINING', 'COURSE', 'COUNSELLING', 'CONSULTATION', 'OFFICE_HOURS', 'SUPPORT_GROUP', 'SELF_HELP_GROUP', 'NEIGHBOURHOOD_PICNIC', 'FIELD_GAME', 'OPEN_AIR_CINEMA', 'CLOTHES_SWAP', 'CULTURAL_EVENT', 'SPORTS_EVENT', 'OUTING', 'TRIP', 'INITIATIVE', 'VOLUNTEERING', 'INFORMATION_MEETING', 'SOCIAL_WORK', 'DEBT_ADVICE', 'SOCIALLY_USEFUL_WORK');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('EVERYONE', 'CHILDREN', 'YOUTH', 'ADULTS', 'SENIORS', 'PARENTS', 'FAMILIES', 'FOSTER_FAMILIES', 'CARERS', 'DISABLED_PEOPLE', 'JOB_SEEKERS', 'VOLUNTEERS');

-- CreateEnum
CREATE TYPE "EnrolmentMode" AS ENUM ('OPEN', 'PER_SESSION', 'WHOLE_COURSE', 'MEMBERSHIP', 'BY_APPOINTMENT', 'BY_INVITATION');

-- CreateEnum
CREATE TYPE "Openness" AS ENUM ('DISTRICTS', 'CITY', 'GROUP');

-- CreateEnum
CREATE TYPE "IndicatorUnit" AS ENUM ('PEOPLE', 'PLACES', 'PERCENT');

-- CreateEnum
CREATE TYPE "Comparison" AS ENUM ('AT_LEAST', 'EXACTLY', 'ABOUT');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('F', 'M');

-- CreateEnum
CREATE TYPE "IndicatorMoment" AS ENUM ('DURING', 'END', 'AFTER_END');

-- CreateEnum
CREATE TYPE "PublicationStatus" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "WhenKind" AS ENUM ('TIMED', 'ALL_DAY');

-- CreateEnum
CREATE TYPE "SessionStatus" AS ENUM ('PLANNED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SlugKind" AS ENUM ('CITY', 'ORGANISATION', 'PROJECT', 'PROGRAM', 'CLUB', 'DISTRICT', 'VENUE', 'SERIES');

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "uidDomain" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "renderVersion" INTEGER NOT NULL DEFAULT 0,
    "publicUrl" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlugAlias" (
    "kind" "SlugKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "targetId" UUID NOT NULL,

    CONSTRAINT "SlugAlias_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "SavedSelection" (
    "hash" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSelection_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Municipality" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "voivodeship" TEXT NOT NULL,

    CONSTRAINT "Municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "District" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "municipalityId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "District_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "municipalityId" UUID,
    "address" TEXT,
    "description" JSONB,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "grantNumber" TEXT,
    "municipalityId" UUID,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "datesExact" BOOLEAN NOT NULL DEFAULT true,
    "fundLines" TEXT[],
    "valueTotal" DECIMAL(14,2),
    "grantTotal" DECIMAL(14,2),
    "grantEu" DECIMAL(14,2),
    "grantNational" DECIMAL(14,2),
    "peopleTarget" INTEGER,
    "peopleAbout" BOOLEAN NOT NULL DEFAULT false,
    "peopleNote" JSONB,
    "description" JSONB,
    "sourceNote" TEXT,
    "fundSentence" JSONB,
    "fundLogos" JSONB NOT NULL DEFAULT '[]',
    "keepUntil" DATE,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectOrganisation" (
    "projectId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "OrganisationRole" NOT NULL,

    CONSTRAINT "ProjectOrganisation_pkey" PRIMARY KEY ("projectId","organisationId","role")
);

-- CreateTable
CREATE TABLE "ProjectEvent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "text" JSONB NOT NULL,
    "people" INTEGER,

    CONSTRAINT "ProjectEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectPart" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" DECIMAL(14,2),
    "eu" DECIMAL(14,2),
    "audience" JSONB,

    CONSTRAINT "ProjectPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorTarget" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "unit" "IndicatorUnit" NOT NULL,
    "comparison" "Comparison" NOT NULL,
    "value" INTEGER NOT NULL,
    "sex" "Sex",
    "denominator" JSONB,
    "moment" "IndicatorMoment" NOT NULL,

    CONSTRAINT "IndicatorTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportForm" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "SupportForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "municipalityId" UUID NOT NULL,
    "operatorId" UUID,
    "venueId" UUID,
    "startsOn" DATE,
    "endsOn" DATE,
    "openness" "Openness" NOT NULL,
    "openTo" JSONB,
    "audiences" "Audience"[],
    "description" JSONB,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgramDistrict" (
    "programId" UUID NOT NULL,
    "districtId" UUID NOT NULL,

    CONSTRAINT "ProgramDistrict_pkey" PRIMARY KEY ("programId","districtId")
);

-- CreateTable
CREATE TABLE "ProgramFunding" (
    "programId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "ProgramFunding_pkey" PRIMARY KEY ("programId","partId")
);

-- CreateTable
CREATE TABLE "Club" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "programId" UUID NOT NULL,
    "districtId" UUID,
    "venueId" UUID,
    "description" JSONB,
    "openTo" JSONB,
    "audiences" "Audience"[],
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Club_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "size" INTEGER,
    "startsOn" DATE,
    "endsOn" DATE,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "editionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "size" INTEGER,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Household" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "Household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "householdId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "clubId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Venue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "municipalityId" UUID NOT NULL,
    "districtId" UUID,
    "organisationId" UUID,
    "address" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "directions" JSONB,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VenueAlias" (
    "venueId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "VenueAlias_pkey" PRIMARY KEY ("venueId","text")
);

-- CreateTable
CREATE TABLE "VenueAccessibility" (
    "venueId" UUID NOT NULL,
    "fact" "AccessibilityFact" NOT NULL,
    "value" "ThreeValued" NOT NULL,
    "checkedOn" DATE,
    "note" JSONB,

    CONSTRAINT "VenueAccessibility_pkey" PRIMARY KEY ("venueId","fact")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "venueId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER,
    "stepFree" "ThreeValued" NOT NULL DEFAULT 'UNKNOWN',
    "setupMinutes" INTEGER NOT NULL DEFAULT 0,
    "clearMinutes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "programId" UUID NOT NULL,
    "clubId" UUID,
    "editionId" UUID,
    "groupId" UUID,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seriesId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "status" "PublicationStatus" NOT NULL DEFAULT 'DRAFT',
    "title" JSONB NOT NULL,
    "description" JSONB,
    "kind" "ActivityKind" NOT NULL,
    "audiences" "Audience"[],
    "languages" TEXT[],
    "host" TEXT,
    "venueId" UUID,
    "roomId" UUID,
    "districtId" UUID,
    "stepFree" "ThreeValued" NOT NULL DEFAULT 'UNKNOWN',
    "planB" JSONB,
    "meetingPoint" JSONB,
    "bring" JSONB,
    "isFree" BOOLEAN,
    "costText" JSONB,
    "careSeats" INTEGER,
    "signLanguage" "ThreeValued" NOT NULL DEFAULT 'UNKNOWN',
    "easyToRead" "ThreeValued" NOT NULL DEFAULT 'UNKNOWN',
    "inductionLoop" "ThreeValued" NOT NULL DEFAULT 'UNKNOWN',
    "contactPhone" TEXT,
    "contactEmail" TEXT,
    "contactHours" JSONB,
    "enrolment" "EnrolmentMode" NOT NULL,
    "capacity" INTEGER,
    "eligibility" JSONB,
    "isDiscreet" BOOLEAN NOT NULL DEFAULT false,
    "discreetTitle" JSONB,
    "discreetListed" BOOLEAN NOT NULL DEFAULT false,
    "schedule" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "activityId" UUID NOT NULL,
    "recurrenceId" TEXT NOT NULL,
    "whenKind" "WhenKind" NOT NULL,
    "wallStart" TEXT NOT NULL,
    "wallEnd" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "overrides" TEXT[],
    "title" JSONB,
    "host" TEXT,
    "note" JSONB,
    "venueId" UUID,
    "roomId" UUID,
    "occupiedFrom" TIMESTAMPTZ(3) NOT NULL,
    "occupiedTo" TIMESTAMPTZ(3) NOT NULL,
    "status" "SessionStatus" NOT NULL DEFAULT 'PLANNED',
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" JSONB,
    "insteadId" UUID,
    "insteadText" JSONB,
    "movedFrom" TEXT,
    "movedAt" TIMESTAMPTZ(3),
    "moveReason" JSONB,
    "publishedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "peopleCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionFace" (
    "sessionId" UUID NOT NULL,
    "shown" JSONB NOT NULL,
    "facts" JSONB,
    "showUntil" TIMESTAMPTZ(3),
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "modifiedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SessionFace_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sessionId" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceQueue" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "ids" UUID[],

    CONSTRAINT "FaceQueue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_slug_key" ON "Municipality"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "District_slug_key" ON "District"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "District_municipalityId_name_key" ON "District"("municipalityId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Project_slug_key" ON "Project"("slug");

-- CreateIndex
CREATE INDEX "ProjectEvent_projectId_idx" ON "ProjectEvent"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectPart_projectId_position_key" ON "ProjectPart"("projectId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorTarget_partId_position_key" ON "IndicatorTarget"("partId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SupportForm_partId_position_key" ON "SupportForm"("partId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Program_slug_key" ON "Program"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Club_slug_key" ON "Club"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_programId_number_key" ON "Edition"("programId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Stage_editionId_position_key" ON "Stage"("editionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Group_programId_position_key" ON "Group"("programId", "position");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_clubId_idx" ON "Membership"("clubId");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_slug_key" ON "Venue"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Room_venueId_name_key" ON "Room"("venueId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

-- CreateIndex
CREATE INDEX "Series_programId_idx" ON "Series"("programId");

-- CreateIndex
CREATE INDEX "Series_clubId_idx" ON "Series"("clubId");

-- CreateIndex
CREATE INDEX "Activity_venueId_idx" ON "Activity"("venueId");

-- CreateIndex
CREATE INDEX "Activity_districtId_idx" ON "Activity"("districtId");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_seriesId_position_key" ON "Activity"("seriesId", "position");

-- CreateIndex
CREATE INDEX "Session_activityId_startsAt_idx" ON "Session"("activityId", "startsAt");

-- CreateIndex
CREATE INDEX "Session_venueId_idx" ON "Session"("venueId");

-- CreateIndex
CREATE INDEX "Session_roomId_idx" ON "Session"("roomId");

-- CreateIndex
CREATE INDEX "Session_insteadId_idx" ON "Session"("insteadId");

-- CreateIndex
CREATE INDEX "Session_startsAt_idx" ON "Session"("startsAt");

-- CreateIndex
CREATE INDEX "SessionFace_facts_idx" ON "SessionFace" USING GIN ("facts" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "SessionFace_startsAt_idx" ON "SessionFace"("startsAt");

-- CreateIndex
CREATE INDEX "Change_before_idx" ON "Change" USING GIN ("before" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "Change_after_idx" ON "Change" USING GIN ("after" jsonb_path_ops);

-- AddForeignKey
ALTER TABLE "District" ADD CONSTRAINT "District_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectOrganisation" ADD CONSTRAINT "ProjectOrganisation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectOrganisation" ADD CONSTRAINT "ProjectOrganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectEvent" ADD CONSTRAINT "ProjectEvent_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectPart" ADD CONSTRAINT "ProjectPart_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_partId_fkey" FOREIGN KEY ("partId") REFERENCES "ProjectPart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportForm" ADD CONSTRAINT "SupportForm_partId_fkey" FOREIGN KEY ("partId") REFERENCES "ProjectPart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramDistrict" ADD CONSTRAINT "ProgramDistrict_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramDistrict" ADD CONSTRAINT "ProgramDistrict_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramFunding" ADD CONSTRAINT "ProgramFunding_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramFunding" ADD CONSTRAINT "ProgramFunding_partId_fkey" FOREIGN KEY ("partId") REFERENCES "ProjectPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Club" ADD CONSTRAINT "Club_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Club" ADD CONSTRAINT "Club_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Club" ADD CONSTRAINT "Club_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VenueAlias" ADD CONSTRAINT "VenueAlias_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VenueAccessibility" ADD CONSTRAINT "VenueAccessibility_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_insteadId_fkey" FOREIGN KEY ("insteadId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionFace" ADD CONSTRAINT "SessionFace_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

