-- A schedule is one of two kinds (shared/contract/schedule): one that is neither would stop the server at its next start.
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_schedule_kind" CHECK ((schedule ->> 'kind') IS NOT DISTINCT FROM 'rule' OR (schedule ->> 'kind') IS NOT DISTINCT FROM 'picked');
