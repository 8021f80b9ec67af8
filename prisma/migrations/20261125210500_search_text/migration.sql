-- How names are compared with what people type: small letters without accents, words apart by one space, one in front.
-- The same as `searchWords` in server/features/reports/search-words.ts.
CREATE FUNCTION search_text(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || regexp_replace(translate(regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f]', '', 'g'), 'łøđґ', 'lodг'), '[^[:alnum:]]+', ' ', 'g')
$$;
