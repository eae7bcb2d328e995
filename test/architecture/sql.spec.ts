import { describe, expect, it } from 'vitest';
import { productFiles, type SourceFile } from './source-files.js';

/** Files besides repositories that may speak SQL, with the reason. */
const SPEAKERS: Readonly<Record<string, string>> = {
  'libs/http/src/health/health.service.ts': 'asks only whether Postgres answers',
};

/** Repositories whose methods need no open transaction, with the reason. Others say `acrossAgencies` in their name. */
const UNFENCED: Readonly<Record<string, string>> = {
  'libs/database/src/data-keys.repository.ts': 'opens its own, on connections of its own, one agency at a time',
  'libs/audit/src/sequencer.repository.ts': 'works as the role of the sequencer, which sees the audit log alone',
};

/** Texts of SQL with a part that is no constant, with the reason why no value of a request can stand there. */
const COMPOSED: Readonly<Record<string, string>> = {
  'libs/audit/src/audit-log.repository.ts': 'joins conditions of a constant table; their values are parameters',
  'libs/database/src/agency-database.ts': 'the name is one of a constant list; parameters are numbered',
  'libs/database/src/bootstrap-roles.ts': 'names and passwords of roles cannot be parameters; they are escaped',
  'libs/database/src/catalogue-rules.ts': 'joins constant lists',
};

/** Who looks across agencies, and by which of the few functions. */
const ACROSS_AGENCIES: Readonly<Record<string, readonly string[]>> = {
  'apps/worker/src/maintenance/maintenance.module.ts': ['ensure_partitions', 'portfolio_sweep', 'agency_directory'],
  'libs/access/src/api-keys/api-keys.repository.ts': ['api_key_by_prefix'],
  'libs/access/src/invitations/invitations.repository.ts': ['invitation_by_token'],
  'libs/access/src/memberships.service.ts': ['memberships_of_user'],
  'libs/access/src/users.repository.ts': ['user_for_sign_in'],
  'libs/agencies/src/agencies.repository.ts': ['agency_directory', 'agency_pipeline'],
  'libs/audit/src/sequencer.service.ts': ['ensure_partitions'],
  'libs/callbacks/src/callback-deliveries.repository.ts': ['due_callbacks'],
  'libs/events/src/event-dispatcher.service.ts': ['agencies_with_due_events'],
  'libs/mail/src/mails.repository.ts': ['agencies_with_due_mails'],
  'libs/media/src/media-jobs.repository.ts': ['agencies_with_due_media'],
  'libs/phone-numbers/src/number-onboarding.repository.ts': ['numbers_to_refresh'],
  'libs/templates/src/template-checks.repository.ts': ['templates_to_check'],
  'libs/sending/src/in-doubt.service.ts': ['oldest_waiting_webhook'],
  'libs/sending/src/sending-sweeper.service.ts': ['due_numbers', 'oldest_due', 'expired_leases'],
  'libs/sending/src/spend.repository.ts': ['prices_at'],
  'libs/webhooks/src/webhook-processor.service.ts': ['agency_for_phone_number', 'agency_for_waba'],
};

const SQL_CALL = /\.(?:query|execute)(?:<[^(]*>)?\(/;
const ORM = /\bcreateQueryBuilder\(|\bgetRepository\(|@InjectRepository\(|\bgetTreeRepository\(/;
const STATEMENT = /`\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|GRANT)\b[^`]*`/g;
const CONSTANT = /^[A-Z][A-Z0-9_]*$/;
const METHOD = /^ {2}(?:static )?(?:async )?(\w+)(?:<[^(]*>)?\(\s*(\w*)/gm;

const files = productFiles();
const repositories = files.filter(({ path }) => path.endsWith('.repository.ts'));
const isOfDatabase = ({ path }: SourceFile) => /^(?:libs\/database|migrations)\//.test(path);
const paths = (found: readonly SourceFile[]) => found.map(({ path }) => path);

describe('SQL', () => {
  it('is spoken by repositories, the database lib and migrations only', () => {
    const others = files.filter(
      (file) => !repositories.includes(file) && !isOfDatabase(file) && !(file.path in SPEAKERS),
    );
    expect(paths(others.filter(({ text }) => SQL_CALL.test(text)))).toEqual([]);
  });

  it('never goes through the repositories of the ORM, round the agency transaction', () => {
    expect(paths(files.filter(({ text }) => ORM.test(text)))).toEqual([]);
  });

  it('is constant text: values are parameters', () => {
    const composed = files
      .filter((file) => !file.path.startsWith('migrations/') && !(file.path in COMPOSED))
      .flatMap(({ path, text }) => composedParts(text).map((part) => `${path}: ${part}`));
    expect(composed).toEqual([]);
  });

  it('of a repository runs in the transaction that its caller hands over first', () => {
    const open = repositories
      .filter(({ path }) => !(path in UNFENCED))
      .flatMap(({ path, text }) => unfencedMethods(text).map((name) => `${path}: ${name}`));
    expect(open).toEqual([]);
  });

  it('looks across agencies in the listed places only', () => {
    const found = files.filter(
      ({ path, text }) => path !== 'libs/database/src/agency-database.ts' && functionsOf(text).length > 0,
    );
    expect(Object.fromEntries(found.map(({ path, text }) => [path, functionsOf(text)]))).toEqual(ACROSS_AGENCIES);
  });
});

function composedParts(text: string): string[] {
  return [...text.matchAll(STATEMENT)]
    .flatMap(([statement]) => [...statement.matchAll(/\$\{([^}]*)\}/g)].map(([, part = '']) => part))
    .filter((part) => !CONSTANT.test(part));
}

function unfencedMethods(text: string): string[] {
  return [...text.matchAll(METHOD)]
    .filter(
      ([, name = '', first]) =>
        name !== 'constructor' && !/AcrossAgencies|^acrossAgencies/.test(name) && first !== 'tx',
    )
    .map(([, name = '']) => name);
}

function functionsOf(text: string): string[] {
  return [...text.matchAll(/\.acrossAgencies(?:<[^(]*>)?\(\s*'(\w+)'/g)].map(([, name = '']) => name);
}
