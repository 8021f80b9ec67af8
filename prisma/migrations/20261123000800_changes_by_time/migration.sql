-- When something of a feed changed last is asked at every render, right after a change: the newest changes are looked at first.
CREATE INDEX "Change_at_idx" ON "Change"("at");

-- Rows found by facts are read far more often than written. The list of rows that PostgreSQL would else put off sorting in, up
-- to 4 MB of it, is read through whole by every question.
ALTER INDEX "SessionFace_facts_idx" SET (fastupdate = off);
ALTER INDEX "Change_before_idx" SET (fastupdate = off);
ALTER INDEX "Change_after_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('"SessionFace_facts_idx"'), gin_clean_pending_list('"Change_before_idx"'), gin_clean_pending_list('"Change_after_idx"');
