-- Chains one more row to the audit and answers its number. `described` is the canonical JSON of what the row says,
-- `[at, orgId, personId, action, subject, facts]`; the hash covers this very text, with what came before it in front.
CREATE FUNCTION "audit_append"("described" text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  said jsonb := described::jsonb;
  last_seq bigint;
  last_hash text;
BEGIN
  -- Until the end of the transaction. Each statement below sees what was committed while this one waited.
  PERFORM pg_advisory_xact_lock(hashtext('audit'));
  SELECT seq, hash INTO last_seq, last_hash FROM audit ORDER BY seq DESC LIMIT 1;
  -- Not the sequence: a rolled back insert would leave a gap, and a gap must mean a removed row.
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, repeat('0', 64));
  INSERT INTO audit (seq, at, org_id, person_id, action, subject, facts, previous_hash, hash)
  VALUES (
    last_seq, (said->>0)::timestamptz, said->>1, (said->>2)::uuid, said->>3, said->>4, said->5, last_hash,
    encode(sha256(convert_to('["' || last_hash || '",' || last_seq || ',' || substr(described, 2), 'UTF8')), 'hex')
  );
  RETURN last_seq;
END;
$$;
