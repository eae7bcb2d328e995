import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedByAcross, readableAcross } from './support/agency-table.js';

/** The platform's people act in an agency without a role there; whoever reads its log may know who they are. */
export class NameWhoActed1795342755000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT USAGE ON SCHEMA audit TO belfry_across');
    await readableAcross(runner, 'audit.entries', ['agency_id', 'actor_kind', 'actor_id']);
    await runner.query(`
      CREATE FUNCTION actors_of_log(wanted uuid[]) RETURNS TABLE (id uuid, email_sealed bytea, name_sealed bytea)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT u.id, u.email_sealed, u.name_sealed FROM public.users u
        WHERE u.id = ANY (wanted) AND EXISTS (
          SELECT 1 FROM audit.entries e
          WHERE e.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
            AND e.actor_id = u.id AND e.actor_kind = 'user')
      $$;
      COMMENT ON FUNCTION actors_of_log(uuid[]) IS
        'Of these people, those who did something that stands in the log of the agency of the transaction.';
    `);
    await ownedByAcross(runner, 'actors_of_log(uuid[])');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION actors_of_log(uuid[]);
      DROP POLICY across_read ON audit.entries;
      REVOKE SELECT (agency_id, actor_kind, actor_id) ON audit.entries FROM belfry_across;
      REVOKE USAGE ON SCHEMA audit FROM belfry_across;
    `);
  }
}
