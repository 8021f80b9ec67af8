-- One more date beside a schedule is a mark of its session: no rule moves it or takes it away.
ALTER TABLE "Session" DROP CONSTRAINT "Session_overrides";
ALTER TABLE "Session" ADD CONSTRAINT "Session_overrides" CHECK (overrides <@ ARRAY['when', 'place', 'title', 'host', 'note', 'extra']);

-- Two spellings of one host's name: "Anna  Nowak" and "anna nowak".
CREATE FUNCTION host_key(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT nullif(lower(btrim(regexp_replace(name, '\s+', ' ', 'g'))), '')
$$;

-- An answer is given again as it was written, its members in their order.
ALTER TABLE "IdempotencyKey" ALTER COLUMN answer TYPE JSON;
