import type { QueryRunner } from 'typeorm';

/** The agency of the current transaction; '' after a `SET LOCAL` ended, hence the nullif. */
const CURRENT_AGENCY = "(SELECT nullif(current_setting('app.agency_id', true), '')::uuid)";

export type AppGrant = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const EVERYTHING: readonly AppGrant[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/**
 * Fences a table that holds agency data: forced row-level security with one RESTRICTIVE policy, which a permissive policy
 * added later cannot widen. The owner sees every row, because migrations and backfills run as it and would otherwise
 * change nothing, silently. Append-only tables leave out UPDATE and DELETE, and
 * what only functions touch has no grant at all.
 */
export async function fenceAgencyTable(
  runner: QueryRunner,
  table: string,
  grants: readonly AppGrant[] = EVERYTHING,
): Promise<void> {
  await runner.query(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY owner_all ON ${table} FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
    CREATE POLICY allow ON ${table} AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
    CREATE POLICY fence ON ${table} AS RESTRICTIVE FOR ALL TO belfry_app
      USING (agency_id = ${CURRENT_AGENCY}) WITH CHECK (agency_id = ${CURRENT_AGENCY});
    ${grants.length > 0 ? `GRANT ${grants.join(', ')} ON ${table} TO belfry_app;` : ''}
  `);
}

/** Lets the cross-agency functions read the named columns of a table, and no online role besides. */
export async function readableAcross(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  await runner.query(`
    CREATE POLICY across_read ON ${table} FOR SELECT TO belfry_across USING (true);
    GRANT SELECT (${columns.join(', ')}) ON ${table} TO belfry_across;
  `);
}

/**
 * Hands a SECURITY DEFINER function to `belfry_across` and lets only the app call it. The role needs CREATE on the schema
 * for the moment of the hand-over and for nothing else.
 */
export async function ownedByAcross(runner: QueryRunner, signature: string): Promise<void> {
  await runner.query(`
    REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${signature} TO belfry_app;
    GRANT CREATE ON SCHEMA public TO belfry_across;
    ALTER FUNCTION ${signature} OWNER TO belfry_across;
    REVOKE CREATE ON SCHEMA public FROM belfry_across;
  `);
}
