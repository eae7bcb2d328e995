import { Client } from 'pg';

/** The roles belong to the cluster, not to one database; that is why no migration makes them. */
const ROLES: readonly { name: string; attributes: string }[] = [
  { name: 'belfry_owner', attributes: 'NOLOGIN' },
  { name: 'belfry_across', attributes: 'NOLOGIN' },
  { name: 'belfry_app', attributes: 'LOGIN' },
  { name: 'belfry_sequencer', attributes: 'LOGIN' },
];

export interface BootstrapOptions {
  /** May create roles. */
  readonly adminUrl: string;
  /** Connection strings of the online roles; their passwords are set from here. */
  readonly appUrl: string;
  readonly sequencerUrl?: string;
}

/** Makes the database and its roles where they are missing, and keeps passwords and ownership as configured. Idempotent. */
export async function bootstrapRoles(options: BootstrapOptions): Promise<void> {
  await withClient(maintenanceUrl(options.adminUrl), async (maintenance) => {
    // Several databases of one cluster may be set up at once; they share the roles, so the lock must be one of the cluster.
    // Advisory locks belong to a database: everybody takes it in the same one. It ends with the connection.
    await maintenance.query("SELECT pg_advisory_lock(hashtext('belfry.bootstrap'))");
    await createDatabase(maintenance, databaseOf(options.adminUrl));
    await withClient(options.adminUrl, (client) => setUpRoles(client, options));
  });
}

async function setUpRoles(client: Client, options: BootstrapOptions): Promise<void> {
  for (const role of ROLES) await createRole(client, role.name, role.attributes);
  await setPassword(client, 'belfry_app', options.appUrl);
  if (options.sequencerUrl) await setPassword(client, 'belfry_sequencer', options.sequencerUrl);
  await grantRole(client, 'belfry_owner', 'CURRENT_USER');
  await grantRole(client, 'belfry_across', 'belfry_owner');
  await grantDatabase(client);
}

function maintenanceUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  return url.href;
}

async function createDatabase(maintenance: Client, name: string): Promise<void> {
  const { rowCount } = await maintenance.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await maintenance.query(`CREATE DATABASE ${maintenance.escapeIdentifier(name)}`);
}

async function createRole(client: Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount === 0) {
    await client.query(`CREATE ROLE ${name} ${attributes} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`);
  }
}

/** Only when it is missing: who got a role by making it cannot be granted it again by themselves. */
async function grantRole(client: Client, role: string, to: 'CURRENT_USER' | 'belfry_owner'): Promise<void> {
  const member = to === 'CURRENT_USER' ? 'current_user' : `'${to}'`;
  const { rows } = await client.query<{ has: boolean }>(`SELECT pg_has_role(${member}, '${role}', 'USAGE') AS has`);
  if (!rows[0]?.has) await client.query(`GRANT ${role} TO ${to}`);
}

async function setPassword(client: Client, role: string, url: string): Promise<void> {
  const password = decodeURIComponent(new URL(url).password);
  if (password !== '') await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(password)}`);
}

async function grantDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO belfry_app, belfry_sequencer`);
  await client.query(`GRANT CREATE, CONNECT ON DATABASE ${database} TO belfry_owner`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  const { rows: schema } = await client.query<{ has: boolean }>(
    "SELECT has_schema_privilege('belfry_owner', 'public', 'CREATE WITH GRANT OPTION') AS has",
  );
  if (!schema[0]?.has) await client.query('GRANT ALL ON SCHEMA public TO belfry_owner WITH GRANT OPTION');
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
