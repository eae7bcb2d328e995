import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import { EnvDoc } from './env-doc.js';

const SECONDS = 1000;
const url = { require_tld: false, require_protocol: true };

/** Every environment variable that Belfry reads, with its default. Nothing else reads `process.env`. */
export class Env {
  @EnvDoc({
    group: 'Mode',
    text: '`production`, or `demo` for a machine of your own: demo accepts the simulator and seeded passwords',
  })
  @IsIn(['demo', 'production'])
  BELFRY_MODE: 'demo' | 'production' = 'production';

  @EnvDoc({ group: 'Server', text: 'Port of the API' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @EnvDoc({ group: 'Server', text: 'Address under which departments and Meta reach the API' })
  @IsUrl(url)
  PUBLIC_URL = 'http://localhost:3000';

  @EnvDoc({ group: 'Server', text: "Port of the worker's /health and /metrics" })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  WORKER_PORT = 3001;

  @EnvDoc({ group: 'Server', text: 'Least level that is logged: trace, debug, info, warn, error, silent' })
  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  LOG_LEVEL = 'info';

  @EnvDoc({
    group: 'PostgreSQL',
    text: 'Logs in as belfry_app',
    secret: true,
    example: 'postgres://belfry_app:…@db/belfry',
  })
  @IsString()
  DATABASE_URL = '';

  @EnvDoc({
    group: 'PostgreSQL',
    text: 'Logs in as belfry_sequencer; only the worker needs it',
    secret: true,
    example: 'postgres://belfry_sequencer:…@db/belfry',
  })
  @IsString()
  SEQUENCER_DATABASE_URL = '';

  @EnvDoc({
    group: 'PostgreSQL',
    text: 'May create roles; only `migrate` uses it',
    secret: true,
    example: 'postgres://postgres:…@db/belfry',
  })
  @IsOptional()
  @IsString()
  DATABASE_ADMIN_URL?: string;

  @EnvDoc({ group: 'PostgreSQL', text: 'Connections of one process' })
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL = 12;

  @EnvDoc({ group: 'Redis', text: 'Carries wake-ups only; may be lost at any time', secret: true })
  @IsString()
  REDIS_URL = 'redis://localhost:6379';

  @EnvDoc({ group: 'Keys', text: '`file` (KEY_FILE), or `env` (MASTER_KEY) for development' })
  @IsIn(['env', 'file'])
  KEY_PROVIDER: 'env' | 'file' = 'file';

  @EnvDoc({ group: 'Keys', text: 'File with the key-encryption keys, readable by its owner only' })
  @IsOptional()
  @IsString()
  KEY_FILE?: string;

  @EnvDoc({ group: 'Keys', text: '32 bytes, base64; refused in production', secret: true })
  @IsOptional()
  @IsString()
  MASTER_KEY?: string;

  @EnvDoc({ group: 'Meta', text: 'Cloud API for live numbers' })
  @IsUrl(url)
  GRAPH_BASE_URL = 'https://graph.facebook.com';

  @EnvDoc({ group: 'Meta', text: 'A simulator that serves sandbox numbers; without it test keys get 503' })
  @IsOptional()
  @IsUrl(url)
  SANDBOX_BASE_URL?: string;

  @EnvDoc({ group: 'Meta', text: 'Graph API version in the path' })
  @IsString()
  GRAPH_API_VERSION = 'v25.0';

  @EnvDoc({ group: 'Meta', text: 'Characters of the file name of a document; Meta documents no limit' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1024)
  WHATSAPP_FILENAME_MAX = 240;

  @EnvDoc({ group: 'Meta', text: "Characters of a quick reply's payload in a template; Meta's pages say 128 and 256" })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  WHATSAPP_PAYLOAD_MAX = 256;

  @EnvDoc({ group: 'Meta', text: 'Characters of the label of a button that opens a flow; Meta only advises' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  WHATSAPP_FLOW_LABEL_MAX = 30;

  @EnvDoc({
    group: 'Meta',
    text: 'Id of the Meta app; with the first app secret it exchanges codes of Embedded Signup',
  })
  @IsString()
  META_APP_ID = '';

  @EnvDoc({ group: 'Meta', text: 'App secrets that sign webhooks, comma-separated while one is rotated', secret: true })
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsString({ each: true })
  META_APP_SECRETS: string[] = [];

  @EnvDoc({ group: 'Meta', text: 'Token of the webhook handshake', secret: true })
  @IsString()
  META_VERIFY_TOKEN = '';

  @EnvDoc({ group: 'Sending', text: 'How long a worker may hold claimed messages before they count as in doubt' })
  @Type(() => Number)
  @IsInt()
  @Min(500)
  SENDING_LEASE_MS = 30 * SECONDS;

  @EnvDoc({ group: 'Sending', text: "Time slice of one number's turn" })
  @Type(() => Number)
  @IsInt()
  @Min(100)
  SENDING_TURN_MS = 3 * SECONDS;

  @EnvDoc({
    group: 'Sending',
    text: "Requests to Meta in flight for one number, at most; a number gets half a second's rate, at least 64",
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  SENDING_CONCURRENCY = 512;

  @EnvDoc({
    group: 'Sending',
    text: "Older than this, an agency's bulk messages stop more of them from being accepted, unless it has a limit of its own",
  })
  @Type(() => Number)
  @IsInt()
  @Min(1000)
  SENDING_BULK_AGE_MS = 21_600 * SECONDS;

  @EnvDoc({ group: 'Sending', text: 'Messages that may wait for one agency, unless it has a limit of its own' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  SENDING_OUTBOX_ROWS = 2_000_000;

  @EnvDoc({ group: 'Sending', text: "Per cent of a portfolio's messaging limit that only alerts may use" })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(90)
  PORTFOLIO_ALERT_RESERVE_PERCENT = 10;

  @EnvDoc({ group: 'Sending', text: 'How long to wait for the echo of an attempt in doubt' })
  @Type(() => Number)
  @IsInt()
  IN_DOUBT_WINDOW_MS = 900 * SECONDS;

  @EnvDoc({ group: 'Sending', text: 'The same for alerts' })
  @Type(() => Number)
  @IsInt()
  IN_DOUBT_WINDOW_FAST_MS = 60 * SECONDS;

  @EnvDoc({ group: 'Sending', text: 'The in-doubt window must exceed the lease by at least this; boot refuses less' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  IN_DOUBT_MARGIN_MS = 15 * SECONDS;

  @EnvDoc({
    group: 'Sending',
    text: 'Webhooks that must have come for the number after the window before an attempt in doubt is repeated',
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  IN_DOUBT_MIN_WEBHOOKS = 1;

  @EnvDoc({
    group: 'Meta',
    text: 'How often Meta is asked about numbers that wait for a decision, such as the review of a display name',
  })
  @Type(() => Number)
  @IsInt()
  @Min(1000)
  NUMBERS_REFRESH_MS = 300 * SECONDS;

  @EnvDoc({
    group: 'Meta',
    text: 'How often Meta is asked about templates that wait for its decision; others are asked about every six hours',
  })
  @Type(() => Number)
  @IsInt()
  @Min(1000)
  TEMPLATES_CHECK_MS = 300 * SECONDS;

  @EnvDoc({ group: 'Egress', text: 'Ports at which systems of departments may be called, comma-separated' })
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean).map(Number) : value))
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(65535, { each: true })
  EGRESS_PORTS: number[] = [443];

  @EnvDoc({
    group: 'Egress',
    text: '`true` lets callbacks reach this machine itself, also over http and at any port; refused in production',
  })
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  EGRESS_LOOPBACK = false;

  @EnvDoc({ group: 'Callbacks', text: 'How long a system of a department may take to answer a callback' })
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(30 * SECONDS)
  CALLBACK_TIMEOUT_MS = 15 * SECONDS;

  @EnvDoc({
    group: 'Callbacks',
    text: 'How long a worker may hold a callback before another one delivers it; more than the time of an answer',
  })
  @Type(() => Number)
  @IsInt()
  @Min(200)
  CALLBACK_LEASE_MS = 30 * SECONDS;

  @EnvDoc({ group: 'Callbacks', text: 'Calls in flight from one worker to one endpoint' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  CALLBACK_CONCURRENCY = 16;

  @EnvDoc({ group: 'Callbacks', text: 'Days for which callbacks, their attempts and the answers to them are kept' })
  @Type(() => Number)
  @IsInt()
  @Min(7)
  @Max(365)
  CALLBACK_DAYS = 30;

  @EnvDoc({
    group: 'Media',
    text: 'Where files are kept: `local` (MEDIA_DIR, one machine or a shared disk) or `s3` (a bucket). Sealed in both',
  })
  @IsIn(['local', 's3'])
  MEDIA_STORAGE: 'local' | 's3' = 'local';

  @EnvDoc({ group: 'Media', text: 'Directory of `local`; api and worker must see the same one' })
  @IsString()
  MEDIA_DIR = '.local/media';

  @EnvDoc({ group: 'Media', text: 'Bucket of `s3`' })
  @IsString()
  MEDIA_S3_BUCKET = '';

  @EnvDoc({ group: 'Media', text: 'Region of the bucket' })
  @IsString()
  MEDIA_S3_REGION = 'us-east-1';

  @EnvDoc({ group: 'Media', text: "Address of a store that speaks S3 and is not Amazon's" })
  @IsOptional()
  @IsUrl(url)
  MEDIA_S3_ENDPOINT?: string;

  @EnvDoc({ group: 'Media', text: 'Key of the store; without it the SDK looks where it usually does', secret: true })
  @IsString()
  MEDIA_S3_ACCESS_KEY = '';

  @EnvDoc({ group: 'Media', text: 'Secret of that key', secret: true })
  @IsString()
  MEDIA_S3_SECRET_KEY = '';

  @EnvDoc({
    group: 'Media',
    text: 'Virus scanner (clamd) that every file passes before it is served or sent; unset: nothing is scanned',
    example: 'tcp://clamd:3310',
  })
  @IsOptional()
  @Matches(/^tcp:\/\/[^/]+:\d+$/)
  CLAMD_URL?: string;

  @EnvDoc({ group: 'Media', text: 'Seconds for which a link to a file works' })
  @Type(() => Number)
  @IsInt()
  @Min(10)
  @Max(3600)
  MEDIA_LINK_SECONDS = 300;

  @EnvDoc({ group: 'Media', text: 'Days for which files that citizens sent are kept' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3650)
  MEDIA_RECEIVED_DAYS = 365;

  @EnvDoc({ group: 'Media', text: 'How long a worker may hold a file before another one takes it up' })
  @Type(() => Number)
  @IsInt()
  @Min(1000)
  MEDIA_LEASE_MS = 180 * SECONDS;

  @EnvDoc({ group: 'Media', text: 'Files of one agency that a worker scans, fetches or hands over at once' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(32)
  MEDIA_CONCURRENCY = 3;

  @EnvDoc({ group: 'Webhooks', text: 'Days until the raw body of a processed webhook is emptied' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  WEBHOOK_RAW_DAYS = 7;

  @EnvDoc({
    group: 'Mail',
    text: 'Mail server for invitations and recovery (smtps://user:password@host), or `simulator` in demo mode; unset: mails wait',
    secret: true,
    example: 'smtps://belfry:…@mail.example',
  })
  @IsOptional()
  @Matches(/^(smtps?:\/\/.+|simulator)$/)
  SMTP_URL?: string;

  @EnvDoc({
    group: 'Mail',
    text: 'Sender of mails; needed with SMTP_URL in production',
    example: 'Belfry <belfry@agency.example>',
  })
  @IsString()
  MAIL_FROM = '';

  @EnvDoc({ group: 'Mail', text: 'Days until the emptied row of a mail that was sent or given up is taken away' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  MAILS_KEPT_DAYS = 30;

  @EnvDoc({ group: 'Audit', text: 'Domain in the origin of the audit logs; never changes once entries exist' })
  @IsString()
  AUDIT_DOMAIN = 'localhost';

  @EnvDoc({ group: 'Demo', text: 'Control address of the simulator, whose clock demo mode follows' })
  @IsOptional()
  @IsUrl(url)
  SIMULATOR_CONTROL_URL?: string;
}
