import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells an installation that `seed-demo` has filled from one for people. */
export class AddDemoMark1795342380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- On the row of the platform. Nothing takes it back: the passwords and keys of a demo stand in a file.
      ALTER TABLE agencies ADD COLUMN demo_since timestamptz
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agencies DROP COLUMN demo_since');
  }
}
