import type { DataSource } from 'typeorm';

const OURS = `n.nspname IN ('public', 'audit')`;
/** Partitions come and go with the months; their parents say all there is to say about them. */
const TABLES = `c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations'`;

/** Each query answers lines of SQL, in an order that depends on names only. */
const PARTS: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: 'Tables',
    sql: `SELECT format(E'CREATE TABLE %s (\\n%s\\n)%s%s;', c.oid::regclass,
        (SELECT string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY' ELSE '' END,
            CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
            coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' ORDER BY a.attnum)
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
        coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), ''),
        coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND ${TABLES}
      ORDER BY n.nspname DESC, c.relname`,
  },
  {
    title: 'Constraints',
    sql: `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS line
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND ${TABLES} AND k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0
      ORDER BY n.nspname DESC, c.relname, k.contype DESC, k.conname`,
  },
  {
    title: 'Indexes',
    sql: `SELECT pg_get_indexdef(i.indexrelid) || ';' AS line
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND ${TABLES} AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
      ORDER BY n.nspname DESC, c.relname, x.relname`,
  },
  {
    title: 'Row-level security',
    sql: `SELECT format('ALTER TABLE %s %s ROW LEVEL SECURITY, %s ROW LEVEL SECURITY;', c.oid::regclass,
        CASE WHEN c.relrowsecurity THEN 'ENABLE' ELSE 'DISABLE' END,
        CASE WHEN c.relforcerowsecurity THEN 'FORCE' ELSE 'NO FORCE' END) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND ${TABLES}
      ORDER BY n.nspname DESC, c.relname`,
  },
  {
    title: 'Policies',
    sql: `SELECT format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s;', p.polname, p.polrelid::regclass,
        CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
        CASE p.polcmd WHEN '*' THEN 'ALL' WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' ELSE 'DELETE' END,
        (SELECT string_agg(r.rolname, ', ' ORDER BY r.rolname) FROM pg_roles r WHERE r.oid = ANY (p.polroles)),
        coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
        coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')) AS line
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} ORDER BY n.nspname DESC, c.relname, p.polname`,
  },
  {
    title: 'Grants on tables',
    sql: `SELECT format('GRANT %s ON %s TO %I;', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type), c.oid::regclass, r.rolname) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) AS g
      JOIN pg_roles r ON r.oid = g.grantee WHERE ${OURS} AND ${TABLES} AND g.grantee <> c.relowner
      GROUP BY n.nspname, c.oid, c.relname, r.rolname ORDER BY n.nspname DESC, c.relname, r.rolname`,
  },
  {
    title: 'Grants on columns',
    sql: `SELECT format('GRANT %s (%s) ON %s TO %I;', g.privilege_type, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
        c.oid::regclass, r.rolname) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL aclexplode(a.attacl) AS g JOIN pg_roles r ON r.oid = g.grantee WHERE ${OURS} AND ${TABLES}
      GROUP BY n.nspname, c.oid, c.relname, g.privilege_type, r.rolname ORDER BY n.nspname DESC, c.relname, r.rolname`,
  },
  {
    title: 'Functions',
    sql: `SELECT pg_get_functiondef(p.oid) || ';' || E'\\n' || format('ALTER FUNCTION %s OWNER TO %I;', p.oid::regprocedure, o.rolname)
        || coalesce(E'\\n' || (SELECT string_agg(format('GRANT EXECUTE ON FUNCTION %s TO %I;', p.oid::regprocedure, r.rolname), E'\\n' ORDER BY r.rolname)
          FROM aclexplode(p.proacl) AS g JOIN pg_roles r ON r.oid = g.grantee WHERE g.grantee <> p.proowner), '') AS line
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles o ON o.oid = p.proowner
      WHERE ${OURS} ORDER BY n.nspname DESC, p.proname`,
  },
  {
    title: 'Triggers',
    sql: `SELECT pg_get_triggerdef(t.oid) || ';' AS line
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND ${TABLES} AND NOT t.tgisinternal ORDER BY n.nspname DESC, c.relname, t.tgname`,
  },
];

/** The whole schema as text, the same on every machine: `schema.sql` is this, and a check compares the two. */
export async function printSchema(dataSource: DataSource): Promise<string> {
  const sections = ['-- The schema after all migrations. Generated: npm run generated:write'];
  for (const { title, sql } of PARTS) {
    const rows = await dataSource.query<{ line: string }[]>(sql);
    sections.push(`-- ${title}\n\n${rows.map(({ line }) => line).join('\n')}`);
  }
  return `${sections.join('\n\n')}\n`;
}
