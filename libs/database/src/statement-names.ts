/**
 * Names statements, so that each connection parses them once and Postgres may keep their plans. A kept plan also does not
 * change with the size of a batch: planned anew for 200 ids on a table without statistics, Postgres prefers to read the
 * whole agency. https://www.postgresql.org/docs/current/sql-prepare.html#SQL-PREPARE-NOTES
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** The same text has the same name for the life of the process. Texts are constants of the code, so they are few. */
  nameOf(sql: string): string {
    const known = this.names.get(sql);
    if (known) return known;
    const name = `s${this.names.size + 1}`;
    this.names.set(sql, name);
    return name;
  }
}
