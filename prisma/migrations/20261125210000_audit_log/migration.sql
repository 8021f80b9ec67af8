-- The audit log: who changed what, when, from what to what. Written by triggers, so that no writer can forget it; by statement,
-- so that an edit of 400 sessions costs as many statements as one of 4. A table is added by one line: SELECT audited('Room', '{venueId}').

CREATE TYPE "AuditOperation" AS ENUM ('INSERT', 'UPDATE', 'DELETE', 'VIEW');

CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "actId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accountId" UUID,
    "act" TEXT,
    "operation" "AuditOperation" NOT NULL,
    "kind" TEXT NOT NULL,
    "objectId" UUID,
    "belongsTo" UUID[],
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "AuditEntry_actId_idx" ON "AuditEntry"("actId");
CREATE INDEX "AuditEntry_accountId_actId_idx" ON "AuditEntry"("accountId", "actId");
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");
CREATE INDEX "AuditEntry_belongsTo_idx" ON "AuditEntry" USING GIN ("belongsTo");

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only added to: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- What a thing is part of: the history of a series holds that of its sessions, and who may read a program's may read its clubs'.
CREATE VIEW audit_parent AS
  SELECT id AS child, "seriesId" AS parent FROM "Activity"
  UNION ALL SELECT id, "programId" FROM "Series"
  UNION ALL SELECT id, "clubId" FROM "Series" WHERE "clubId" IS NOT NULL
  UNION ALL SELECT id, "programId" FROM "Club"
  UNION ALL SELECT id, "programId" FROM "Edition"
  UNION ALL SELECT id, "programId" FROM "Group"
  UNION ALL SELECT id, "projectId" FROM "ProjectPart"
  UNION ALL SELECT id, "projectId" FROM "RecruitmentCall"
  UNION ALL SELECT id, "venueId" FROM "Room"
  UNION ALL SELECT id, "organisationId" FROM "Venue" WHERE "organisationId" IS NOT NULL;

-- A thing and all that it is part of.
CREATE FUNCTION audit_line(thing uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  line uuid[] := ARRAY[thing];
  step uuid[] := line;
BEGIN
  LOOP
    step := ARRAY(SELECT parent FROM audit_parent WHERE child = ANY (step));
    EXIT WHEN step = '{}';
    line := line || step;
  END LOOP;
  RETURN line;
END $$;

-- Arguments: the columns of the primary key, those that hold the ids of parents, those whose values are kept out of the log.
CREATE FUNCTION note_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- What nobody decides on, or what follows from another column.
  technical CONSTANT text[] := ARRAY['version', 'createdAt', 'updatedAt', 'startsAt', 'endsAt', 'occupiedFrom', 'occupiedTo', 'peopleCount'];
  keys CONSTANT text[] := string_to_array(TG_ARGV[0], ',');
  parents CONSTANT text[] := string_to_array(TG_ARGV[1], ',');
  -- Names and contacts of people, and what opens something: the log holds that they changed, not what they were (mechanics 34).
  silent CONSTANT text[] := string_to_array(TG_ARGV[2], ',') || ARRAY['host', 'email', 'phone', 'contactEmail', 'contactPhone', 'image', 'url'];
  by_account CONSTANT uuid := nullif(current_setting('podworko.account', true), '')::uuid;
  by_act CONSTANT text := nullif(current_setting('podworko.act', true), '');
  mark bigint := nullif(current_setting('podworko.audit_act', true), '')::bigint;
  old_list jsonb[];
  new_list jsonb[];
BEGIN
  -- What the server fills in by itself, in the name of nobody and of no act, is sample data: it would bury everything else. Who
  -- may sign in and do what is noted whoever says it.
  IF TG_OP = 'INSERT' AND by_account IS NULL AND by_act IS NULL AND TG_TABLE_NAME NOT IN ('Account', 'RoleGrant') THEN
    RETURN NULL;
  END IF;

  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(to_jsonb(n) - technical) INTO new_list FROM new_rows n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(to_jsonb(o) - technical) INTO old_list FROM old_rows o;
  ELSE
    SELECT array_agg(o.row), array_agg(n.row) INTO old_list, new_list
    FROM (SELECT to_jsonb(o) - technical AS row FROM old_rows o) o
    JOIN (SELECT to_jsonb(n) - technical AS row FROM new_rows n) n
      ON concat_ws(',', o.row ->> keys[1], o.row ->> keys[2], o.row ->> keys[3]) = concat_ws(',', n.row ->> keys[1], n.row ->> keys[2], n.row ->> keys[3])
    WHERE o.row <> n.row;
  END IF;
  IF old_list IS NULL AND new_list IS NULL THEN
    RETURN NULL;
  END IF;

  IF mark IS NULL THEN
    mark := nextval('"AuditEntry_id_seq"');
    PERFORM set_config('podworko.audit_act', mark::text, true);
  END IF;

  WITH changed AS (
      SELECT
        before, after, coalesce(after, before) AS row,
        -- Those of before as well: what leaves a program leaves a trace there.
        ARRAY(SELECT DISTINCT id FROM unnest(parents) AS name, LATERAL (VALUES (before ->> name), (after ->> name)) AS held (id) WHERE id IS NOT NULL ORDER BY id) AS above
      FROM unnest(old_list, new_list) AS list (before, after)),
    lines AS MATERIALIZED (
      SELECT above, ARRAY(SELECT DISTINCT unnest(audit_line(id::uuid)) FROM unnest(above) AS id) AS line FROM (SELECT DISTINCT above FROM changed) AS found)
  INSERT INTO "AuditEntry" ("actId", "accountId", act, operation, kind, "objectId", "belongsTo", before, after)
  SELECT
    mark, by_account, by_act, TG_OP::"AuditOperation", TG_TABLE_NAME, object.id,
    CASE WHEN object.id = ANY (lines.line) THEN lines.line ELSE object.id || lines.line END, differing.before, differing.after
  FROM changed
  JOIN lines USING (above)
  CROSS JOIN LATERAL (SELECT (CASE WHEN changed.row ? 'id' THEN changed.row ->> 'id' ELSE changed.row ->> keys[1] END)::uuid AS id) AS object
  CROSS JOIN LATERAL (
    SELECT
      jsonb_object_agg(key, CASE WHEN NOT is_silent THEN changed.before -> key END) FILTER (WHERE TG_OP = 'UPDATE' OR changed.before -> key <> 'null') AS before,
      jsonb_object_agg(key, CASE WHEN NOT is_silent THEN changed.after -> key END) FILTER (WHERE TG_OP = 'UPDATE' OR changed.after -> key <> 'null') AS after
    FROM jsonb_object_keys(changed.row - 'id') AS key,
      LATERAL (SELECT key = ANY (silent) OR key ~* 'token|secret|password|hash' AS is_silent) AS secrecy
    WHERE changed.before -> key IS DISTINCT FROM changed.after -> key) AS differing;
  RETURN NULL;
END $$;

CREATE FUNCTION audited(noun text, parents text[] DEFAULT '{}', silent text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  keys text := (
    SELECT string_agg(a.attname, ',' ORDER BY k.place)
    FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (number, place), pg_attribute a
    WHERE i.indrelid = format('%I', noun)::regclass AND i.indisprimary AND a.attrelid = i.indrelid AND a.attnum = k.number);
  moment text[];
BEGIN
  FOREACH moment SLICE 1 IN ARRAY ARRAY[
    ['audit_inserted', 'INSERT', 'NEW TABLE AS new_rows'], ['audit_updated', 'UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
    ['audit_deleted', 'DELETE', 'OLD TABLE AS old_rows']] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION note_audit(%L, %L, %L)',
      moment[1], moment[2], noun, moment[3], keys, array_to_string(parents, ','), array_to_string(silent, ','));
  END LOOP;
END $$;

SELECT audited('Municipality');
SELECT audited('District', '{municipalityId}');
SELECT audited('Organisation');
SELECT audited('Project');
SELECT audited('ProjectOrganisation', '{projectId}');
SELECT audited('ProjectEvent', '{projectId}');
SELECT audited('RecruitmentCall', '{projectId}');
SELECT audited('PriorityCriterion', '{callId}');
SELECT audited('ProjectPart', '{projectId}');
SELECT audited('IndicatorTarget', '{partId}');
SELECT audited('SupportForm', '{partId}');
SELECT audited('Program');
SELECT audited('ProgramDistrict', '{programId}');
SELECT audited('ProgramFunding', '{programId,partId}');
SELECT audited('Club', '{programId}');
SELECT audited('Edition', '{programId}');
SELECT audited('Stage', '{editionId}');
SELECT audited('Group', '{programId}');
SELECT audited('Venue', '{organisationId}');
SELECT audited('VenueAlias', '{venueId}');
SELECT audited('VenueAccessibility', '{venueId}');
SELECT audited('Room', '{venueId}');
SELECT audited('OpeningHours', '{venueId,roomId}');
SELECT audited('Closure', '{venueId,roomId}');
SELECT audited('Series', '{programId,clubId}');
SELECT audited('Activity', '{seriesId}');
SELECT audited('Session', '{activityId}');
SELECT audited('Account', '{}', '{name}');
SELECT audited('RoleGrant', '{accountId,organisationId,projectId,programId,clubId}');
