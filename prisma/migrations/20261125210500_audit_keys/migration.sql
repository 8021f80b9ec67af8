-- As before, but the columns that tell which row it is are always there (which fact of a building, which fund of a program), and a
-- statement makes JSON of each row once. Arguments: the columns of the primary key, those that hold the ids of parents, those whose values are kept out of the log.
CREATE OR REPLACE FUNCTION note_audit() RETURNS trigger LANGUAGE plpgsql AS $$
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
    -- OFFSET 0 keeps the planner from making JSON of a row anew wherever it is named.
    SELECT array_agg(o.row), array_agg(n.row) INTO old_list, new_list
    FROM (SELECT row, row ->> keys[1] AS one, row ->> keys[2] AS two, row ->> keys[3] AS three
      FROM (SELECT to_jsonb(r) - technical AS row FROM old_rows r OFFSET 0) AS made OFFSET 0) AS o
    JOIN (SELECT row, row ->> keys[1] AS one, row ->> keys[2] AS two, row ->> keys[3] AS three
      FROM (SELECT to_jsonb(r) - technical AS row FROM new_rows r OFFSET 0) AS made OFFSET 0) AS n
      ON o.one = n.one AND o.two IS NOT DISTINCT FROM n.two AND o.three IS NOT DISTINCT FROM n.three
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
    WHERE changed.before -> key IS DISTINCT FROM changed.after -> key OR key = ANY (keys)) AS differing;
  RETURN NULL;
END $$;

