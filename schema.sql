-- The schema after all migrations. Generated: npm run generated:write

-- Tables

CREATE TABLE agencies (
  agency_id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  default_language text NOT NULL DEFAULT 'en'::text,
  time_zone text NOT NULL DEFAULT 'UTC'::text,
  status text NOT NULL DEFAULT 'live'::text,
  suppression_epoch bigint NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  legal_name text,
  country text,
  email_domains text[] NOT NULL DEFAULT '{}'::text[],
  retention_days integer NOT NULL DEFAULT 365,
  status_before text,
  status_reason text,
  status_at timestamp with time zone NOT NULL DEFAULT now(),
  status_by uuid,
  demo_since timestamp with time zone,
  quiet_hours jsonb
);
CREATE TABLE api_key_calls (
  agency_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  day date NOT NULL,
  calls bigint NOT NULL
);
CREATE TABLE api_keys (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  department_id uuid NOT NULL,
  name text NOT NULL,
  mode text NOT NULL,
  prefix text NOT NULL,
  key_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by_kind text NOT NULL DEFAULT 'system'::text,
  created_by uuid,
  ip_allow_list text[] NOT NULL DEFAULT '{}'::text[],
  rotated_from uuid,
  first_used_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_used_from text
);
CREATE TABLE break_glass (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  into_agency_id uuid NOT NULL,
  reason text NOT NULL,
  minutes integer NOT NULL,
  requested_by uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  approved_by uuid,
  approved_at timestamp with time zone,
  until timestamp with time zone,
  closed_by uuid,
  closed_at timestamp with time zone,
  over_at timestamp with time zone
);
CREATE TABLE callback_attempts (
  agency_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  attempt smallint NOT NULL,
  started_at timestamp with time zone NOT NULL,
  duration_ms integer NOT NULL,
  is_success boolean NOT NULL,
  http_status smallint,
  fault text,
  signature text NOT NULL,
  answer_sealed bytea,
  answer_type text,
  next_at timestamp with time zone
);
CREATE TABLE callback_deliveries (
  agency_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  state text NOT NULL,
  run_at timestamp with time zone NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  lease_token integer NOT NULL DEFAULT 0,
  replay_id uuid
) WITH (fillfactor=70, autovacuum_vacuum_scale_factor=0.02, autovacuum_vacuum_cost_delay=0);
CREATE TABLE callback_endpoints (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  department_id uuid,
  url text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  events text[] NOT NULL,
  scheme text NOT NULL,
  secret_sealed bytea NOT NULL,
  public_key text,
  previous_sealed bytea,
  previous_until timestamp with time zone,
  state text NOT NULL DEFAULT 'active'::text,
  off_reason text,
  off_at timestamp with time zone,
  failing_since timestamp with time zone,
  warned_at timestamp with time zone,
  failures integer NOT NULL DEFAULT 0,
  circuit_until timestamp with time zone,
  last_success_at timestamp with time zone,
  first_success_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL
) WITH (fillfactor=70);
CREATE TABLE callback_events (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  message_id uuid,
  state text,
  sequence integer NOT NULL,
  failure_code text,
  occurred_at timestamp with time zone NOT NULL
);
CREATE TABLE callback_replays (
  agency_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  id uuid NOT NULL,
  total integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE consent_events (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  purpose_id uuid,
  purpose_version integer,
  channel text NOT NULL DEFAULT 'whatsapp'::text,
  event text NOT NULL,
  method text NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  collected_by_kind text NOT NULL,
  collected_by_id uuid NOT NULL,
  evidence_sealed bytea,
  expires_at timestamp with time zone,
  meta_optin boolean NOT NULL DEFAULT false
);
CREATE TABLE consent_state (
  agency_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  purpose_id uuid NOT NULL,
  channel text NOT NULL DEFAULT 'whatsapp'::text,
  state text NOT NULL,
  since timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  last_event_id uuid NOT NULL
);
CREATE TABLE console_events (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  topic text NOT NULL,
  ids uuid[] NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor=0.0, autovacuum_vacuum_threshold=5000, autovacuum_vacuum_cost_delay=0);
CREATE TABLE contact_identities (
  agency_id uuid NOT NULL,
  kind text NOT NULL,
  scope text NOT NULL DEFAULT ''::text,
  ver smallint NOT NULL,
  bidx bytea NOT NULL,
  contact_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE contact_keys (
  agency_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  salt bytea NOT NULL
);
CREATE TABLE contact_windows (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  last_inbound_at timestamp with time zone NOT NULL
);
CREATE TABLE contacts (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  phone_sealed bytea,
  user_id_sealed bytea,
  name_sealed bytea,
  language text,
  suppression_hmacs bytea[] NOT NULL DEFAULT '{}'::bytea[],
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  erased_at timestamp with time zone,
  merged_into uuid,
  merged_at timestamp with time zone
);
CREATE TABLE daily_counters (
  agency_id uuid NOT NULL,
  department_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  slot smallint NOT NULL,
  n bigint NOT NULL
) WITH (fillfactor=70);
CREATE TABLE data_keys (
  agency_id uuid NOT NULL,
  kid bigint NOT NULL,
  key_class text NOT NULL,
  version integer NOT NULL,
  wrapped bytea NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE departments (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  archived_at timestamp with time zone,
  daily_quota integer,
  monthly_quota integer
);
CREATE TABLE event_interests (
  agency_id uuid NOT NULL,
  listener text NOT NULL,
  type text NOT NULL
);
CREATE TABLE go_live_comments (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  task text,
  text text NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE go_live_requests (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'requested'::text,
  requested_by uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  first_approved_by uuid,
  first_approved_at timestamp with time zone,
  second_approved_by uuid,
  second_approved_at timestamp with time zone,
  closed_at timestamp with time zone
);
CREATE TABLE go_live_tasks (
  agency_id uuid NOT NULL,
  task text NOT NULL,
  done_by uuid NOT NULL,
  done_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE idempotency_keys (
  agency_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  key_hash bytea NOT NULL,
  route text NOT NULL,
  request_hash bytea NOT NULL,
  status smallint NOT NULL,
  response_sealed bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE invitations (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  email_sealed bytea NOT NULL,
  email_bidx bytea NOT NULL,
  name_sealed bytea,
  roles text[] NOT NULL,
  token_hash bytea NOT NULL,
  invited_by uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  revoked_at timestamp with time zone
);
CREATE TABLE mails (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  template text NOT NULL,
  language text NOT NULL,
  content_sealed bytea,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  run_at timestamp with time zone NOT NULL,
  failure text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  settled_at timestamp with time zone
);
CREATE TABLE media (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  origin text NOT NULL,
  state text NOT NULL,
  refusal text,
  finding text,
  kind text,
  mime_type text,
  size_bytes bigint,
  sha256 bytea,
  width integer,
  height integer,
  is_animated boolean NOT NULL DEFAULT false,
  is_voice boolean NOT NULL DEFAULT false,
  name_sealed bytea,
  alt_text_sealed bytea,
  key_sealed bytea,
  department_id uuid,
  actor_kind text NOT NULL,
  actor_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  scanned_at timestamp with time zone,
  last_sent_at timestamp with time zone,
  message_id uuid,
  phone_number_id uuid,
  provider_media_id text,
  declared_type text,
  declared_sha256 bytea
);
CREATE TABLE media_jobs (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  media_id uuid NOT NULL,
  task text NOT NULL,
  phone_number_id uuid,
  state text NOT NULL DEFAULT 'waiting'::text,
  run_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_token integer NOT NULL DEFAULT 0,
  failure_code text,
  meta_code integer,
  created_at timestamp with time zone NOT NULL DEFAULT now()
) WITH (fillfactor=70, autovacuum_vacuum_scale_factor=0.05);
CREATE TABLE media_uses (
  agency_id uuid NOT NULL,
  media_id uuid NOT NULL,
  used_by text NOT NULL,
  user_id uuid NOT NULL
);
CREATE TABLE memberships (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  platform_id uuid NOT NULL DEFAULT '00000000-0000-7000-8000-000000000000'::uuid,
  user_id uuid NOT NULL,
  role text NOT NULL,
  valid_from timestamp with time zone NOT NULL DEFAULT now(),
  valid_to timestamp with time zone,
  granted_by uuid,
  duty text DEFAULT 
CASE
    WHEN (role = ANY (ARRAY['auditor'::text, 'platform_auditor'::text])) THEN 'audits'::text
    WHEN (role = 'platform_support'::text) THEN NULL::text
    ELSE 'acts'::text
END,
  by_sso boolean NOT NULL DEFAULT false
);
CREATE TABLE message_events (
  agency_id uuid NOT NULL,
  message_id uuid NOT NULL,
  attempt integer NOT NULL,
  kind text NOT NULL,
  seq smallint NOT NULL,
  status text NOT NULL,
  provider_ts timestamp with time zone,
  recorded_at timestamp with time zone NOT NULL,
  http_status smallint,
  provider_code integer,
  detail jsonb,
  entry_id uuid
) PARTITION BY RANGE (message_id);
CREATE TABLE message_prices (
  agency_id uuid NOT NULL,
  currency text NOT NULL,
  calling_code text NOT NULL,
  category text NOT NULL,
  from_day date NOT NULL,
  micros bigint NOT NULL
);
CREATE TABLE messages (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  direction text NOT NULL,
  mode text NOT NULL,
  phone_number_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  department_id uuid,
  actor_kind text NOT NULL,
  actor_id uuid NOT NULL,
  purpose_id uuid,
  purpose_version integer,
  basis text,
  basis_ref text,
  meta_optin_ref text,
  lane smallint NOT NULL,
  kind text NOT NULL,
  template_id uuid,
  template_version integer,
  body_sealed bytea,
  reference_bidx bytea,
  state text NOT NULL,
  state_rank smallint NOT NULL,
  attempt_no integer NOT NULL DEFAULT 0,
  in_doubt_policy text,
  accepted_at timestamp with time zone NOT NULL,
  not_before timestamp with time zone,
  expires_at timestamp with time zone,
  state_at timestamp with time zone NOT NULL,
  failure_code text,
  resend_of uuid,
  anomaly boolean NOT NULL DEFAULT false,
  campaign_id uuid,
  quiet_override boolean NOT NULL DEFAULT false
) PARTITION BY RANGE (id);
CREATE TABLE number_attempts (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  step text NOT NULL,
  at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  code text,
  meta_code integer
);
CREATE TABLE number_changes (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  field text NOT NULL,
  value text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE number_turns (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  holder uuid NOT NULL,
  token bigint NOT NULL DEFAULT 1,
  until timestamp with time zone NOT NULL,
  rate double precision NOT NULL,
  tokens double precision NOT NULL,
  refilled_at timestamp with time zone NOT NULL,
  granted double precision NOT NULL
) WITH (fillfactor=50, autovacuum_vacuum_scale_factor=0.0, autovacuum_vacuum_threshold=500, autovacuum_vacuum_cost_delay=0);
CREATE TABLE orphan_statuses (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  wamid_hmac bytea NOT NULL,
  status text NOT NULL,
  provider_ts timestamp with time zone NOT NULL,
  detail jsonb,
  received_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE outbox_events (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'new'::text,
  run_at timestamp with time zone NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  error text
);
CREATE TABLE outbox_messages (
  agency_id uuid NOT NULL,
  message_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  lane smallint NOT NULL,
  run_at timestamp with time zone NOT NULL,
  state smallint NOT NULL DEFAULT 0,
  lease_token bigint NOT NULL DEFAULT 0,
  lease_until timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  waits integer NOT NULL DEFAULT 0,
  attempted_at timestamp with time zone
) WITH (fillfactor=70, autovacuum_vacuum_scale_factor=0.0, autovacuum_vacuum_threshold=5000, autovacuum_vacuum_cost_delay=0, autovacuum_vacuum_insert_scale_factor=0.0, autovacuum_vacuum_insert_threshold=20000, autovacuum_analyze_scale_factor=0.0, autovacuum_analyze_threshold=20000);
CREATE TABLE pair_pacing (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  tokens double precision NOT NULL,
  at timestamp with time zone NOT NULL
) WITH (fillfactor=50, autovacuum_vacuum_scale_factor=0.0, autovacuum_vacuum_threshold=1000, autovacuum_vacuum_cost_delay=0);
CREATE TABLE passkeys (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name_sealed bytea NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}'::text[],
  backed_up boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_used_at timestamp with time zone
);
CREATE TABLE password_resets (
  agency_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone
);
CREATE TABLE phone_numbers (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  platform_id uuid NOT NULL DEFAULT '00000000-0000-7000-8000-000000000000'::uuid,
  portfolio_id uuid NOT NULL,
  meta_phone_number_id text NOT NULL,
  waba_id text NOT NULL,
  display_phone_number text NOT NULL,
  verified_name text NOT NULL,
  mode text NOT NULL DEFAULT 'live'::text,
  access_token_sealed bytea NOT NULL,
  messages_per_second integer NOT NULL DEFAULT 80,
  held_reason text,
  held_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  onboarding_state text NOT NULL DEFAULT 'connected'::text,
  code_requested_at timestamp with time zone,
  code_method text,
  pin_sealed bytea,
  candidate_pin_sealed bytea,
  meta_status text,
  name_status text,
  requested_name text,
  requested_name_status text,
  quality_rating text,
  throughput_level text,
  messaging_limit text,
  is_official boolean,
  hears_webhooks boolean,
  profile jsonb,
  refreshed_at timestamp with time zone,
  refresh_tried_at timestamp with time zone,
  token_state text,
  token_checked_at timestamp with time zone,
  token_expires_at timestamp with time zone,
  bulk_held_until timestamp with time zone,
  bulk_held_reason text,
  drift jsonb,
  drift_found_at timestamp with time zone
);
CREATE TABLE portfolio_recipients (
  agency_id uuid NOT NULL,
  portfolio_id uuid NOT NULL,
  hmac bytea NOT NULL,
  at timestamp with time zone NOT NULL,
  by_agency uuid DEFAULT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid
) WITH (fillfactor=80, autovacuum_vacuum_scale_factor=0.05, autovacuum_vacuum_cost_delay=0);
CREATE TABLE portfolio_usage (
  agency_id uuid NOT NULL,
  portfolio_id uuid NOT NULL,
  slot timestamp with time zone NOT NULL,
  n integer NOT NULL
) WITH (fillfactor=50);
CREATE TABLE portfolios (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  meta_portfolio_id text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE provider_ids (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  wamid_hmac bytea NOT NULL,
  message_id uuid NOT NULL,
  attempt integer NOT NULL,
  recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE provider_media (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  media_id uuid NOT NULL,
  provider_media_id text NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE purposes (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  code text NOT NULL,
  title text NOT NULL,
  category text NOT NULL,
  basis text NOT NULL,
  legal_instrument text,
  objectable boolean NOT NULL,
  in_doubt_policy text NOT NULL,
  default_lane smallint NOT NULL,
  quiet_hours text NOT NULL DEFAULT 'agency'::text,
  default_ttl_seconds integer,
  active_from timestamp with time zone NOT NULL DEFAULT now(),
  active_to timestamp with time zone
);
CREATE TABLE recovery_codes (
  agency_id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamp with time zone
);
CREATE TABLE sending_limits (
  agency_id uuid NOT NULL,
  weight integer NOT NULL DEFAULT 1,
  bulk_age_seconds integer,
  outbox_rows integer,
  changed_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE sessions (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  epoch integer NOT NULL,
  generation integer NOT NULL DEFAULT 1,
  rotated_at timestamp with time zone NOT NULL DEFAULT now(),
  methods text[] NOT NULL,
  must_enrol boolean NOT NULL DEFAULT false,
  device text,
  network text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_used_at timestamp with time zone NOT NULL DEFAULT now(),
  ends_at timestamp with time zone NOT NULL,
  stepped_up_until timestamp with time zone,
  ended_at timestamp with time zone,
  ended_reason text
);
CREATE TABLE sign_in_challenges (
  agency_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  kind text NOT NULL,
  user_id uuid,
  passkey_challenge text,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE spend_budgets (
  agency_id uuid NOT NULL,
  monthly_micros bigint NOT NULL,
  currency text NOT NULL,
  told_month date
);
CREATE TABLE spend_counters (
  agency_id uuid NOT NULL,
  month date NOT NULL,
  currency text NOT NULL,
  slot smallint NOT NULL,
  micros bigint NOT NULL
) WITH (fillfactor=50);
CREATE TABLE sso_links (
  agency_id uuid NOT NULL,
  subject_hmac bytea NOT NULL,
  platform_id uuid NOT NULL DEFAULT '00000000-0000-7000-8000-000000000000'::uuid,
  user_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE sso_settings (
  agency_id uuid NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  client_secret_sealed bytea,
  groups_claim text NOT NULL,
  group_roles jsonb NOT NULL,
  email_domains text[] NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE sso_starts (
  agency_id uuid NOT NULL,
  state_hash bytea NOT NULL,
  browser_hash bytea NOT NULL,
  secrets_sealed bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE suppressions (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_hmac bytea NOT NULL,
  hmac_ver smallint NOT NULL,
  scope text NOT NULL,
  purpose_id uuid,
  category text,
  reason text NOT NULL,
  since timestamp with time zone NOT NULL DEFAULT now(),
  until timestamp with time zone
);
CREATE TABLE switches (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  scope text NOT NULL,
  target_id uuid NOT NULL,
  reason text NOT NULL,
  stopped_by_kind text NOT NULL,
  stopped_by uuid NOT NULL,
  stopped_at timestamp with time zone NOT NULL DEFAULT now(),
  lifted_by_kind text,
  lifted_by uuid,
  lifted_at timestamp with time zone
);
CREATE TABLE template_checks (
  agency_id uuid NOT NULL,
  waba_id text NOT NULL,
  due_at timestamp with time zone NOT NULL,
  checked_at timestamp with time zone,
  problem text
);
CREATE TABLE template_events (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  template_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  actor_kind text NOT NULL,
  actor_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb
);
CREATE TABLE template_versions (
  agency_id uuid NOT NULL,
  template_id uuid NOT NULL,
  version integer NOT NULL,
  components jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  category text NOT NULL,
  parameter_format text NOT NULL,
  variables jsonb NOT NULL DEFAULT '[]'::jsonb,
  ttl_seconds integer,
  written_by uuid
);
CREATE TABLE templates (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  waba_id text NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  category text NOT NULL,
  status text NOT NULL,
  parameter_format text NOT NULL,
  current_version integer NOT NULL,
  meta_template_id text,
  held_until timestamp with time zone,
  synced_at timestamp with time zone,
  last_version integer NOT NULL,
  draft_version integer,
  review text,
  review_reason text,
  submit_problem text,
  submitted_at timestamp with time zone,
  archived_at timestamp with time zone,
  name_locked_until timestamp with time zone,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  status_at timestamp with time zone,
  rejected_reason text,
  rejected_advice text,
  paused_until timestamp with time zone,
  pause_title text,
  quality text,
  quality_at timestamp with time zone,
  next_category text,
  next_category_at timestamp with time zone
);
CREATE TABLE totp_factors (
  agency_id uuid NOT NULL,
  user_id uuid NOT NULL,
  pending_sealed bytea,
  secret_sealed bytea,
  confirmed_at timestamp with time zone,
  last_step bigint NOT NULL DEFAULT 0
);
CREATE TABLE trial_days (
  agency_id uuid NOT NULL,
  day date NOT NULL,
  n integer NOT NULL DEFAULT 0
);
CREATE TABLE trial_guests (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  phone_sealed bytea NOT NULL,
  phone_bidx bytea NOT NULL,
  name_sealed bytea,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE users (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  email_sealed bytea NOT NULL,
  email_bidx bytea NOT NULL,
  name_sealed bytea NOT NULL,
  password_hash text,
  session_epoch integer NOT NULL DEFAULT 0,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  language text,
  preferences jsonb NOT NULL DEFAULT '{}'::jsonb,
  last_sign_in_at timestamp with time zone,
  failed_sign_ins integer NOT NULL DEFAULT 0,
  failures_until timestamp with time zone
);
CREATE TABLE webhook_activity (
  agency_id uuid NOT NULL,
  phone_number_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  n integer NOT NULL
) WITH (fillfactor=50);
CREATE TABLE webhook_inbox (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  class smallint NOT NULL,
  body_hash bytea NOT NULL,
  raw_sealed bytea,
  received_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'new'::text,
  run_at timestamp with time zone NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  error text,
  done_at timestamp with time zone
);
CREATE TABLE whatsapp_news (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  waba_id text,
  phone_number_id uuid,
  field text NOT NULL,
  event text NOT NULL,
  weight smallint NOT NULL,
  detail jsonb NOT NULL,
  happened_at timestamp with time zone NOT NULL,
  heard_at timestamp with time zone NOT NULL,
  fingerprint bytea NOT NULL
);
CREATE TABLE whatsapp_opt_ins (
  agency_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  method text NOT NULL,
  given_at timestamp with time zone NOT NULL,
  last_event_id uuid NOT NULL
);
CREATE TABLE audit.details (
  event_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  subject_id uuid,
  nonce bytea NOT NULL,
  sealed bytea NOT NULL,
  erased_at timestamp with time zone
);
CREATE TABLE audit.entries (
  log_id integer NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  entry bytea NOT NULL,
  leaf_hash bytea NOT NULL,
  agency_id uuid NOT NULL,
  type text NOT NULL,
  category text NOT NULL,
  outcome text NOT NULL,
  severity smallint NOT NULL DEFAULT 0,
  actor_kind text NOT NULL,
  actor_id uuid,
  actor_role text,
  target_kind text,
  target_id uuid,
  subject_id uuid,
  basis text,
  reason text,
  request_id uuid,
  source_ip inet
) PARTITION BY RANGE (occurred_at);
CREATE TABLE audit.logs (
  log_id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  agency_id uuid NOT NULL,
  kind text NOT NULL,
  origin text NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  frontier bytea NOT NULL DEFAULT '\x'::bytea,
  epoch integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'open'::text
);
CREATE TABLE audit.staging (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  agency_id uuid NOT NULL,
  event_id uuid NOT NULL,
  entry bytea NOT NULL,
  staged_at timestamp with time zone NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor=0.0, autovacuum_vacuum_threshold=5000, autovacuum_vacuum_cost_delay=0);

-- Constraints

ALTER TABLE agencies ADD CONSTRAINT agencies_pkey PRIMARY KEY (agency_id);
ALTER TABLE agencies ADD CONSTRAINT agencies_country_check CHECK ((country ~ '^[A-Z]{2}$'::text));
ALTER TABLE agencies ADD CONSTRAINT agencies_legal_name_check CHECK (((length(legal_name) >= 1) AND (length(legal_name) <= 200)));
ALTER TABLE agencies ADD CONSTRAINT agencies_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE agencies ADD CONSTRAINT agencies_quiet_hours_check CHECK ((jsonb_typeof(quiet_hours) = 'object'::text));
ALTER TABLE agencies ADD CONSTRAINT agencies_retention_days_check CHECK (((retention_days >= 30) AND (retention_days <= 3650)));
ALTER TABLE agencies ADD CONSTRAINT agencies_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text));
ALTER TABLE agencies ADD CONSTRAINT agencies_status_before_check CHECK ((status_before = ANY (ARRAY['trial'::text, 'live'::text])));
ALTER TABLE agencies ADD CONSTRAINT agencies_status_check CHECK ((status = ANY (ARRAY['trial'::text, 'live'::text, 'suspended'::text, 'closed'::text])));
ALTER TABLE agencies ADD CONSTRAINT agencies_status_reason_check CHECK (((length(status_reason) >= 1) AND (length(status_reason) <= 500)));
ALTER TABLE agencies ADD CONSTRAINT agencies_suspended_check CHECK ((((status = 'suspended'::text) = (status_before IS NOT NULL)) AND ((status <> 'suspended'::text) OR (status_reason IS NOT NULL))));
ALTER TABLE api_key_calls ADD CONSTRAINT api_key_calls_pkey PRIMARY KEY (agency_id, api_key_id, day);
ALTER TABLE api_key_calls ADD CONSTRAINT api_key_calls_agency_id_api_key_id_fkey FOREIGN KEY (agency_id, api_key_id) REFERENCES api_keys(agency_id, id);
ALTER TABLE api_key_calls ADD CONSTRAINT api_key_calls_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE api_key_calls ADD CONSTRAINT api_key_calls_calls_check CHECK ((calls > 0));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_agency_id_department_id_fkey FOREIGN KEY (agency_id, department_id) REFERENCES departments(agency_id, id);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text])));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_agency_id_approved_by_fkey FOREIGN KEY (agency_id, approved_by) REFERENCES users(agency_id, id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_agency_id_requested_by_fkey FOREIGN KEY (agency_id, requested_by) REFERENCES users(agency_id, id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_check CHECK ((((approved_by IS NULL) = (approved_at IS NULL)) AND ((approved_by IS NULL) = (until IS NULL))));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_check1 CHECK ((until <= (approved_at + '01:00:00'::interval)));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_into_agency_id_check CHECK ((into_agency_id <> '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_minutes_check CHECK (((minutes >= 1) AND (minutes <= 60)));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_over_check CHECK (((over_at IS NULL) OR ((over_at >= until) AND (closed_at IS NULL))));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_two_people_check CHECK ((approved_by <> requested_by));
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_pkey PRIMARY KEY (agency_id, endpoint_id, id);
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_agency_id_endpoint_id_fkey FOREIGN KEY (agency_id, endpoint_id) REFERENCES callback_endpoints(agency_id, id) ON DELETE CASCADE;
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_agency_id_event_id_fkey FOREIGN KEY (agency_id, event_id) REFERENCES callback_events(agency_id, id) ON DELETE CASCADE;
ALTER TABLE callback_deliveries ADD CONSTRAINT callback_deliveries_pkey PRIMARY KEY (agency_id, endpoint_id, event_id);
ALTER TABLE callback_deliveries ADD CONSTRAINT callback_deliveries_agency_id_endpoint_id_fkey FOREIGN KEY (agency_id, endpoint_id) REFERENCES callback_endpoints(agency_id, id) ON DELETE CASCADE;
ALTER TABLE callback_deliveries ADD CONSTRAINT callback_deliveries_agency_id_event_id_fkey FOREIGN KEY (agency_id, event_id) REFERENCES callback_events(agency_id, id) ON DELETE CASCADE;
ALTER TABLE callback_deliveries ADD CONSTRAINT callback_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text])));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_agency_id_department_id_fkey FOREIGN KEY (agency_id, department_id) REFERENCES departments(agency_id, id);
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_check CHECK (((state = 'off'::text) = (off_reason IS NOT NULL)));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_check1 CHECK (((previous_sealed IS NULL) = (previous_until IS NULL)));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_description_check CHECK ((length(description) <= 500));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_events_check CHECK (((cardinality(events) >= 1) AND (cardinality(events) <= 50)));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_off_reason_check CHECK ((off_reason = ANY (ARRAY['person'::text, 'gone'::text, 'failing'::text])));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_scheme_check CHECK ((scheme = ANY (ARRAY['v1a'::text, 'v1'::text])));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_state_check CHECK ((state = ANY (ARRAY['active'::text, 'failing'::text, 'off'::text])));
ALTER TABLE callback_endpoints ADD CONSTRAINT callback_endpoints_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)));
ALTER TABLE callback_events ADD CONSTRAINT callback_events_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE callback_events ADD CONSTRAINT callback_events_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE callback_replays ADD CONSTRAINT callback_replays_pkey PRIMARY KEY (agency_id, endpoint_id, id);
ALTER TABLE callback_replays ADD CONSTRAINT callback_replays_agency_id_endpoint_id_fkey FOREIGN KEY (agency_id, endpoint_id) REFERENCES callback_endpoints(agency_id, id) ON DELETE CASCADE;
ALTER TABLE consent_events ADD CONSTRAINT consent_events_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE consent_events ADD CONSTRAINT consent_events_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE consent_events ADD CONSTRAINT consent_events_agency_id_purpose_id_purpose_version_fkey FOREIGN KEY (agency_id, purpose_id, purpose_version) REFERENCES purposes(agency_id, id, version);
ALTER TABLE consent_events ADD CONSTRAINT consent_events_channel_check CHECK ((channel = 'whatsapp'::text));
ALTER TABLE consent_events ADD CONSTRAINT consent_events_event_check CHECK ((event = ANY (ARRAY['requested'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'objected'::text, 'objection_lifted'::text, 'imported'::text, 'corrected'::text])));
ALTER TABLE consent_events ADD CONSTRAINT consent_events_method_check CHECK ((method = ANY (ARRAY['web'::text, 'ivr'::text, 'paper'::text, 'in_person'::text, 'sms'::text, 'whatsapp_keyword'::text, 'whatsapp_button'::text, 'api'::text, 'import'::text])));
ALTER TABLE consent_state ADD CONSTRAINT consent_state_pkey PRIMARY KEY (agency_id, contact_id, purpose_id, channel);
ALTER TABLE consent_state ADD CONSTRAINT consent_state_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE consent_state ADD CONSTRAINT consent_state_agency_id_last_event_id_fkey FOREIGN KEY (agency_id, last_event_id) REFERENCES consent_events(agency_id, id);
ALTER TABLE consent_state ADD CONSTRAINT consent_state_state_check CHECK ((state = ANY (ARRAY['granted'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'objected'::text, 'requested'::text, 'none'::text])));
ALTER TABLE console_events ADD CONSTRAINT console_events_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE console_events ADD CONSTRAINT console_events_topic_check CHECK ((topic = ANY (ARRAY['messages'::text, 'agency'::text, 'numbers'::text, 'templates'::text, 'people'::text])));
ALTER TABLE contact_identities ADD CONSTRAINT contact_identities_pkey PRIMARY KEY (agency_id, kind, scope, ver, bidx);
ALTER TABLE contact_identities ADD CONSTRAINT contact_identities_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE contact_identities ADD CONSTRAINT contact_identities_bidx_check CHECK ((length(bidx) = 32));
ALTER TABLE contact_identities ADD CONSTRAINT contact_identities_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'wa_id'::text, 'bsuid'::text, 'parent_bsuid'::text])));
ALTER TABLE contact_keys ADD CONSTRAINT contact_keys_pkey PRIMARY KEY (agency_id, contact_id);
ALTER TABLE contact_keys ADD CONSTRAINT contact_keys_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE contact_keys ADD CONSTRAINT contact_keys_salt_check CHECK ((length(salt) = 16));
ALTER TABLE contact_windows ADD CONSTRAINT contact_windows_pkey PRIMARY KEY (agency_id, phone_number_id, contact_id);
ALTER TABLE contact_windows ADD CONSTRAINT contact_windows_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE contact_windows ADD CONSTRAINT contact_windows_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE contacts ADD CONSTRAINT contacts_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE contacts ADD CONSTRAINT contacts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE contacts ADD CONSTRAINT contacts_merged_into_fkey FOREIGN KEY (agency_id, merged_into) REFERENCES contacts(agency_id, id);
ALTER TABLE contacts ADD CONSTRAINT contacts_merged_check CHECK ((merged_into <> id));
ALTER TABLE daily_counters ADD CONSTRAINT daily_counters_pkey PRIMARY KEY (agency_id, department_id, day, kind, slot);
ALTER TABLE daily_counters ADD CONSTRAINT daily_counters_agency_id_department_id_fkey FOREIGN KEY (agency_id, department_id) REFERENCES departments(agency_id, id);
ALTER TABLE daily_counters ADD CONSTRAINT daily_counters_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE daily_counters ADD CONSTRAINT daily_counters_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'accepted-month'::text])));
ALTER TABLE daily_counters ADD CONSTRAINT daily_counters_slot_check CHECK (((slot >= 0) AND (slot <= 15)));
ALTER TABLE data_keys ADD CONSTRAINT data_keys_pkey PRIMARY KEY (agency_id, kid);
ALTER TABLE data_keys ADD CONSTRAINT data_keys_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE data_keys ADD CONSTRAINT data_keys_key_class_check CHECK ((key_class = ANY (ARRAY['data'::text, 'index'::text, 'api-key-pepper'::text, 'session-signing'::text, 'webhook'::text])));
ALTER TABLE data_keys ADD CONSTRAINT data_keys_kid_check CHECK (((kid >= 0) AND (kid <= '4294967295'::bigint)));
ALTER TABLE data_keys ADD CONSTRAINT data_keys_state_check CHECK ((state = ANY (ARRAY['current'::text, 'readable'::text, 'destroyed'::text])));
ALTER TABLE departments ADD CONSTRAINT departments_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE departments ADD CONSTRAINT departments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE departments ADD CONSTRAINT departments_daily_quota_check CHECK ((daily_quota >= 0));
ALTER TABLE departments ADD CONSTRAINT departments_monthly_quota_check CHECK ((monthly_quota >= 0));
ALTER TABLE departments ADD CONSTRAINT departments_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE event_interests ADD CONSTRAINT event_interests_pkey PRIMARY KEY (agency_id, listener, type);
ALTER TABLE event_interests ADD CONSTRAINT event_interests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE go_live_comments ADD CONSTRAINT go_live_comments_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE go_live_comments ADD CONSTRAINT go_live_comments_agency_id_request_id_fkey FOREIGN KEY (agency_id, request_id) REFERENCES go_live_requests(agency_id, id);
ALTER TABLE go_live_comments ADD CONSTRAINT go_live_comments_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)));
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_check CHECK (((second_approved_by IS NULL) OR (first_approved_by IS NOT NULL)));
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_check1 CHECK (((state = 'approved'::text) = (second_approved_by IS NOT NULL)));
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_check2 CHECK (((state = 'requested'::text) = (closed_at IS NULL)));
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_not_own_check CHECK (((first_approved_by <> requested_by) AND (second_approved_by <> requested_by)));
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'sent-back'::text, 'withdrawn'::text, 'approved'::text])));
ALTER TABLE go_live_requests ADD CONSTRAINT go_live_requests_two_people_check CHECK ((second_approved_by <> first_approved_by));
ALTER TABLE go_live_tasks ADD CONSTRAINT go_live_tasks_pkey PRIMARY KEY (agency_id, task);
ALTER TABLE go_live_tasks ADD CONSTRAINT go_live_tasks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (agency_id, actor_id, key_hash);
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE invitations ADD CONSTRAINT invitations_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE invitations ADD CONSTRAINT invitations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE invitations ADD CONSTRAINT invitations_roles_check CHECK (((cardinality(roles) >= 1) AND (cardinality(roles) <= 10)));
ALTER TABLE mails ADD CONSTRAINT mails_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE mails ADD CONSTRAINT mails_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE mails ADD CONSTRAINT mails_check CHECK (((state <> 'waiting'::text) OR (content_sealed IS NOT NULL)));
ALTER TABLE mails ADD CONSTRAINT mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])));
ALTER TABLE media ADD CONSTRAINT media_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE media ADD CONSTRAINT media_agency_id_department_id_fkey FOREIGN KEY (agency_id, department_id) REFERENCES departments(agency_id, id);
ALTER TABLE media ADD CONSTRAINT media_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE media ADD CONSTRAINT media_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE media ADD CONSTRAINT media_check CHECK (((origin = 'received'::text) = (message_id IS NOT NULL)));
ALTER TABLE media ADD CONSTRAINT media_check1 CHECK (((state <> ALL (ARRAY['scanning'::text, 'clean'::text])) OR ((kind IS NOT NULL) AND (mime_type IS NOT NULL) AND (size_bytes IS NOT NULL))));
ALTER TABLE media ADD CONSTRAINT media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'document'::text, 'sticker'::text])));
ALTER TABLE media ADD CONSTRAINT media_origin_check CHECK ((origin = ANY (ARRAY['uploaded'::text, 'fetched'::text, 'received'::text])));
ALTER TABLE media ADD CONSTRAINT media_sha256_check CHECK ((length(sha256) = 32));
ALTER TABLE media ADD CONSTRAINT media_size_bytes_check CHECK ((size_bytes >= 0));
ALTER TABLE media ADD CONSTRAINT media_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'scanning'::text, 'clean'::text, 'quarantined'::text, 'refused'::text, 'removed'::text])));
ALTER TABLE media_jobs ADD CONSTRAINT media_jobs_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE media_jobs ADD CONSTRAINT media_jobs_agency_id_media_id_fkey FOREIGN KEY (agency_id, media_id) REFERENCES media(agency_id, id) ON DELETE CASCADE;
ALTER TABLE media_jobs ADD CONSTRAINT media_jobs_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE media_jobs ADD CONSTRAINT media_jobs_check CHECK (((task = 'upload'::text) = (phone_number_id IS NOT NULL)));
ALTER TABLE media_jobs ADD CONSTRAINT media_jobs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'failed'::text])));
ALTER TABLE media_jobs ADD CONSTRAINT media_jobs_task_check CHECK ((task = ANY (ARRAY['scan'::text, 'download'::text, 'upload'::text, 'remove'::text])));
ALTER TABLE media_uses ADD CONSTRAINT media_uses_pkey PRIMARY KEY (agency_id, media_id, used_by, user_id);
ALTER TABLE media_uses ADD CONSTRAINT media_uses_agency_id_media_id_fkey FOREIGN KEY (agency_id, media_id) REFERENCES media(agency_id, id) ON DELETE CASCADE;
ALTER TABLE media_uses ADD CONSTRAINT media_uses_used_by_check CHECK ((used_by = ANY (ARRAY['template'::text, 'campaign'::text, 'reply-rule'::text])));
ALTER TABLE memberships ADD CONSTRAINT memberships_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE memberships ADD CONSTRAINT memberships_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE memberships ADD CONSTRAINT memberships_platform_id_user_id_fkey FOREIGN KEY (platform_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE memberships ADD CONSTRAINT memberships_check CHECK (((role = ANY (ARRAY['platform_admin'::text, 'platform_auditor'::text])) = (agency_id = '00000000-0000-7000-8000-000000000000'::uuid)));
ALTER TABLE memberships ADD CONSTRAINT memberships_in_order CHECK ((valid_to >= valid_from));
ALTER TABLE memberships ADD CONSTRAINT memberships_not_own CHECK ((granted_by <> user_id));
ALTER TABLE memberships ADD CONSTRAINT memberships_platform_id_check CHECK ((platform_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE memberships ADD CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['platform_admin'::text, 'platform_auditor'::text, 'platform_support'::text, 'agency_admin'::text, 'editor'::text, 'approver'::text, 'alert_officer'::text, 'agent'::text, 'developer'::text, 'auditor'::text, 'privacy_officer'::text])));
ALTER TABLE message_events ADD CONSTRAINT message_events_pkey PRIMARY KEY (agency_id, message_id, attempt, kind, seq);
ALTER TABLE message_events ADD CONSTRAINT message_events_kind_check CHECK ((kind = ANY (ARRAY['attempt'::text, 'outcome'::text, 'status'::text, 'move'::text])));
ALTER TABLE message_prices ADD CONSTRAINT message_prices_pkey PRIMARY KEY (agency_id, currency, calling_code, category, from_day);
ALTER TABLE message_prices ADD CONSTRAINT message_prices_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE message_prices ADD CONSTRAINT message_prices_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE message_prices ADD CONSTRAINT message_prices_calling_code_check CHECK ((calling_code ~ '^[0-9]{0,7}$'::text));
ALTER TABLE message_prices ADD CONSTRAINT message_prices_category_check CHECK ((category = ANY (ARRAY['MARKETING'::text, 'UTILITY'::text, 'AUTHENTICATION'::text])));
ALTER TABLE message_prices ADD CONSTRAINT message_prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE message_prices ADD CONSTRAINT message_prices_micros_check CHECK ((micros >= 0));
ALTER TABLE messages ADD CONSTRAINT messages_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE messages ADD CONSTRAINT messages_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE messages ADD CONSTRAINT messages_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE messages ADD CONSTRAINT messages_agency_id_purpose_id_purpose_version_fkey FOREIGN KEY (agency_id, purpose_id, purpose_version) REFERENCES purposes(agency_id, id, version);
ALTER TABLE messages ADD CONSTRAINT messages_agency_id_template_id_template_version_fkey FOREIGN KEY (agency_id, template_id, template_version) REFERENCES template_versions(agency_id, template_id, version);
ALTER TABLE messages ADD CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['outbound'::text, 'inbound'::text])));
ALTER TABLE messages ADD CONSTRAINT messages_lane_check CHECK (((lane >= 0) AND (lane <= 3)));
ALTER TABLE messages ADD CONSTRAINT messages_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text])));
ALTER TABLE messages ADD CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['accepted'::text, 'queued'::text, 'sending'::text, 'in_doubt'::text, 'suppressed'::text, 'cancelled'::text, 'expired'::text, 'rejected'::text, 'unconfirmed'::text, 'sent'::text, 'failed'::text, 'delivered'::text, 'read'::text, 'played'::text, 'received'::text])));
ALTER TABLE number_attempts ADD CONSTRAINT number_attempts_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE number_attempts ADD CONSTRAINT number_attempts_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE number_attempts ADD CONSTRAINT number_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'succeeded'::text, 'refused'::text, 'unreached'::text, 'unknown'::text])));
ALTER TABLE number_changes ADD CONSTRAINT number_changes_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE number_changes ADD CONSTRAINT number_changes_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE number_changes ADD CONSTRAINT number_changes_field_check CHECK ((field = ANY (ARRAY['quality'::text, 'messaging-limit'::text, 'status'::text, 'name-status'::text, 'throughput'::text])));
ALTER TABLE number_turns ADD CONSTRAINT number_turns_pkey PRIMARY KEY (agency_id, phone_number_id);
ALTER TABLE number_turns ADD CONSTRAINT number_turns_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE orphan_statuses ADD CONSTRAINT orphan_statuses_pkey PRIMARY KEY (agency_id, wamid_hmac, status);
ALTER TABLE orphan_statuses ADD CONSTRAINT orphan_statuses_wamid_hmac_check CHECK ((length(wamid_hmac) = 32));
ALTER TABLE outbox_events ADD CONSTRAINT outbox_events_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE outbox_events ADD CONSTRAINT outbox_events_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE outbox_events ADD CONSTRAINT outbox_events_state_check CHECK ((state = ANY (ARRAY['new'::text, 'parked'::text])));
ALTER TABLE outbox_messages ADD CONSTRAINT outbox_messages_pkey PRIMARY KEY (agency_id, message_id);
ALTER TABLE outbox_messages ADD CONSTRAINT outbox_messages_state_check CHECK ((state = ANY (ARRAY[0, 1, 2, 3])));
ALTER TABLE pair_pacing ADD CONSTRAINT pair_pacing_pkey PRIMARY KEY (agency_id, phone_number_id, contact_id);
ALTER TABLE pair_pacing ADD CONSTRAINT pair_pacing_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_agency_id_user_id_fkey FOREIGN KEY (agency_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE passkeys ADD CONSTRAINT passkeys_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE password_resets ADD CONSTRAINT password_resets_pkey PRIMARY KEY (agency_id, token_hash);
ALTER TABLE password_resets ADD CONSTRAINT password_resets_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE password_resets ADD CONSTRAINT password_resets_agency_id_user_id_fkey FOREIGN KEY (agency_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE password_resets ADD CONSTRAINT password_resets_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_platform_id_portfolio_id_fkey FOREIGN KEY (platform_id, portfolio_id) REFERENCES portfolios(agency_id, id);
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_code_method_check CHECK ((code_method = ANY (ARRAY['sms'::text, 'voice'::text])));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_drift_check CHECK (((drift IS NULL) = (drift_found_at IS NULL)));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_messages_per_second_check CHECK (((messages_per_second >= 1) AND (messages_per_second <= 1000000)));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_meta_phone_number_id_check CHECK ((meta_phone_number_id ~ '^[0-9]{1,32}$'::text));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text])));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_onboarding_state_check CHECK ((onboarding_state = ANY (ARRAY['added'::text, 'code-requested'::text, 'code-verified'::text, 'registered'::text, 'connected'::text])));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_platform_id_check CHECK ((platform_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_token_state_check CHECK ((token_state = ANY (ARRAY['valid'::text, 'expired'::text, 'invalid'::text])));
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_waba_id_check CHECK ((waba_id ~ '^[0-9]{1,32}$'::text));
ALTER TABLE portfolio_recipients ADD CONSTRAINT portfolio_recipients_pkey PRIMARY KEY (agency_id, portfolio_id, hmac);
ALTER TABLE portfolio_recipients ADD CONSTRAINT portfolio_recipients_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE portfolio_recipients ADD CONSTRAINT portfolio_recipients_agency_id_portfolio_id_fkey FOREIGN KEY (agency_id, portfolio_id) REFERENCES portfolios(agency_id, id);
ALTER TABLE portfolio_recipients ADD CONSTRAINT portfolio_recipients_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE portfolio_recipients ADD CONSTRAINT portfolio_recipients_hmac_check CHECK ((length(hmac) = 32));
ALTER TABLE portfolio_usage ADD CONSTRAINT portfolio_usage_pkey PRIMARY KEY (agency_id, portfolio_id, slot);
ALTER TABLE portfolio_usage ADD CONSTRAINT portfolio_usage_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE portfolio_usage ADD CONSTRAINT portfolio_usage_agency_id_portfolio_id_fkey FOREIGN KEY (agency_id, portfolio_id) REFERENCES portfolios(agency_id, id);
ALTER TABLE portfolio_usage ADD CONSTRAINT portfolio_usage_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE portfolios ADD CONSTRAINT portfolios_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE portfolios ADD CONSTRAINT portfolios_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE portfolios ADD CONSTRAINT portfolios_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE provider_ids ADD CONSTRAINT provider_ids_pkey PRIMARY KEY (agency_id, wamid_hmac);
ALTER TABLE provider_ids ADD CONSTRAINT provider_ids_wamid_hmac_check CHECK ((length(wamid_hmac) = 32));
ALTER TABLE provider_media ADD CONSTRAINT provider_media_pkey PRIMARY KEY (agency_id, phone_number_id, media_id);
ALTER TABLE provider_media ADD CONSTRAINT provider_media_agency_id_media_id_fkey FOREIGN KEY (agency_id, media_id) REFERENCES media(agency_id, id) ON DELETE CASCADE;
ALTER TABLE provider_media ADD CONSTRAINT provider_media_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE purposes ADD CONSTRAINT purposes_pkey PRIMARY KEY (agency_id, id, version);
ALTER TABLE purposes ADD CONSTRAINT purposes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE purposes ADD CONSTRAINT purposes_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'public_task'::text, 'legal_obligation'::text, 'vital_interests'::text, 'contract'::text, 'legitimate_interest'::text])));
ALTER TABLE purposes ADD CONSTRAINT purposes_category_check CHECK ((category = ANY (ARRAY['service'::text, 'marketing'::text, 'alert'::text, 'survey'::text, 'otp'::text])));
ALTER TABLE purposes ADD CONSTRAINT purposes_check CHECK (((category <> 'marketing'::text) OR (basis = 'consent'::text)));
ALTER TABLE purposes ADD CONSTRAINT purposes_check1 CHECK ((objectable OR (legal_instrument IS NOT NULL) OR (basis = 'consent'::text)));
ALTER TABLE purposes ADD CONSTRAINT purposes_code_check CHECK ((code ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text));
ALTER TABLE purposes ADD CONSTRAINT purposes_default_lane_check CHECK (((default_lane >= 0) AND (default_lane <= 3)));
ALTER TABLE purposes ADD CONSTRAINT purposes_default_ttl_seconds_check CHECK ((default_ttl_seconds > 0));
ALTER TABLE purposes ADD CONSTRAINT purposes_in_doubt_policy_check CHECK ((in_doubt_policy = ANY (ARRAY['resend_checked'::text, 'resend_fast'::text, 'hold'::text])));
ALTER TABLE purposes ADD CONSTRAINT purposes_quiet_hours_check CHECK ((quiet_hours = ANY (ARRAY['agency'::text, 'exempt'::text])));
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (agency_id, user_id, code_hash);
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_agency_id_user_id_fkey FOREIGN KEY (agency_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE sending_limits ADD CONSTRAINT sending_limits_pkey PRIMARY KEY (agency_id);
ALTER TABLE sending_limits ADD CONSTRAINT sending_limits_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE sending_limits ADD CONSTRAINT sending_limits_bulk_age_seconds_check CHECK (((bulk_age_seconds >= 60) AND (bulk_age_seconds <= 604800)));
ALTER TABLE sending_limits ADD CONSTRAINT sending_limits_outbox_rows_check CHECK (((outbox_rows >= 1) AND (outbox_rows <= 100000000)));
ALTER TABLE sending_limits ADD CONSTRAINT sending_limits_weight_check CHECK (((weight >= 1) AND (weight <= 100)));
ALTER TABLE sessions ADD CONSTRAINT sessions_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE sessions ADD CONSTRAINT sessions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE sessions ADD CONSTRAINT sessions_agency_id_user_id_fkey FOREIGN KEY (agency_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE sessions ADD CONSTRAINT sessions_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE sign_in_challenges ADD CONSTRAINT sign_in_challenges_pkey PRIMARY KEY (agency_id, token_hash);
ALTER TABLE sign_in_challenges ADD CONSTRAINT sign_in_challenges_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE sign_in_challenges ADD CONSTRAINT sign_in_challenges_agency_id_user_id_fkey FOREIGN KEY (agency_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE sign_in_challenges ADD CONSTRAINT sign_in_challenges_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE sign_in_challenges ADD CONSTRAINT sign_in_challenges_kind_check CHECK ((kind = ANY (ARRAY['second-step'::text, 'passkey-sign-in'::text, 'passkey-enrol'::text, 'step-up'::text])));
ALTER TABLE spend_budgets ADD CONSTRAINT spend_budgets_pkey PRIMARY KEY (agency_id);
ALTER TABLE spend_budgets ADD CONSTRAINT spend_budgets_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE spend_budgets ADD CONSTRAINT spend_budgets_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE spend_budgets ADD CONSTRAINT spend_budgets_monthly_micros_check CHECK ((monthly_micros >= 0));
ALTER TABLE spend_counters ADD CONSTRAINT spend_counters_pkey PRIMARY KEY (agency_id, month, currency, slot);
ALTER TABLE spend_counters ADD CONSTRAINT spend_counters_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE sso_links ADD CONSTRAINT sso_links_pkey PRIMARY KEY (agency_id, subject_hmac);
ALTER TABLE sso_links ADD CONSTRAINT sso_links_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE sso_links ADD CONSTRAINT sso_links_platform_id_user_id_fkey FOREIGN KEY (platform_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE sso_links ADD CONSTRAINT sso_links_platform_id_check CHECK ((platform_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE sso_links ADD CONSTRAINT sso_links_subject_hmac_check CHECK ((length(subject_hmac) = 32));
ALTER TABLE sso_settings ADD CONSTRAINT sso_settings_pkey PRIMARY KEY (agency_id);
ALTER TABLE sso_settings ADD CONSTRAINT sso_settings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE sso_settings ADD CONSTRAINT sso_settings_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 200)));
ALTER TABLE sso_settings ADD CONSTRAINT sso_settings_email_domains_check CHECK (((cardinality(email_domains) >= 1) AND (cardinality(email_domains) <= 50)));
ALTER TABLE sso_settings ADD CONSTRAINT sso_settings_groups_claim_check CHECK (((length(groups_claim) >= 1) AND (length(groups_claim) <= 100)));
ALTER TABLE sso_settings ADD CONSTRAINT sso_settings_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500)));
ALTER TABLE sso_starts ADD CONSTRAINT sso_starts_pkey PRIMARY KEY (agency_id, state_hash);
ALTER TABLE sso_starts ADD CONSTRAINT sso_starts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES sso_settings(agency_id) ON DELETE CASCADE;
ALTER TABLE sso_starts ADD CONSTRAINT sso_starts_browser_hash_check CHECK ((length(browser_hash) = 32));
ALTER TABLE sso_starts ADD CONSTRAINT sso_starts_state_hash_check CHECK ((length(state_hash) = 32));
ALTER TABLE suppressions ADD CONSTRAINT suppressions_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE suppressions ADD CONSTRAINT suppressions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE suppressions ADD CONSTRAINT suppressions_check CHECK ((((scope = 'purpose'::text) = (purpose_id IS NOT NULL)) AND ((scope = 'category'::text) = (category IS NOT NULL))));
ALTER TABLE suppressions ADD CONSTRAINT suppressions_reason_check CHECK ((reason = ANY (ARRAY['optout'::text, 'provider_optout'::text, 'wrong_person'::text, 'deceased'::text, 'objection'::text, 'legal'::text, 'erased'::text])));
ALTER TABLE suppressions ADD CONSTRAINT suppressions_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'category'::text, 'purpose'::text])));
ALTER TABLE suppressions ADD CONSTRAINT suppressions_subject_hmac_check CHECK ((length(subject_hmac) = 32));
ALTER TABLE suppressions ADD CONSTRAINT suppressions_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['phone'::text, 'user_id'::text])));
ALTER TABLE switches ADD CONSTRAINT switches_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE switches ADD CONSTRAINT switches_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE switches ADD CONSTRAINT switches_check CHECK (((scope = 'platform'::text) = (agency_id = '00000000-0000-7000-8000-000000000000'::uuid)));
ALTER TABLE switches ADD CONSTRAINT switches_check1 CHECK (((lifted_at IS NULL) = (lifted_by IS NULL)));
ALTER TABLE switches ADD CONSTRAINT switches_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
ALTER TABLE switches ADD CONSTRAINT switches_scope_check CHECK ((scope = ANY (ARRAY['platform'::text, 'agency'::text, 'number'::text, 'template'::text, 'campaign'::text, 'api-key'::text])));
ALTER TABLE switches ADD CONSTRAINT switches_two_people_check CHECK (((scope <> 'platform'::text) OR (lifted_by <> stopped_by)));
ALTER TABLE template_checks ADD CONSTRAINT template_checks_pkey PRIMARY KEY (agency_id, waba_id);
ALTER TABLE template_checks ADD CONSTRAINT template_checks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE template_events ADD CONSTRAINT template_events_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE template_events ADD CONSTRAINT template_events_agency_id_template_id_fkey FOREIGN KEY (agency_id, template_id) REFERENCES templates(agency_id, id);
ALTER TABLE template_versions ADD CONSTRAINT template_versions_pkey PRIMARY KEY (agency_id, template_id, version);
ALTER TABLE template_versions ADD CONSTRAINT template_versions_agency_id_template_id_fkey FOREIGN KEY (agency_id, template_id) REFERENCES templates(agency_id, id);
ALTER TABLE template_versions ADD CONSTRAINT template_versions_parameter_format_check CHECK ((parameter_format = ANY (ARRAY['POSITIONAL'::text, 'NAMED'::text])));
ALTER TABLE templates ADD CONSTRAINT templates_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE templates ADD CONSTRAINT templates_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE templates ADD CONSTRAINT templates_draft_in_review CHECK (((draft_version IS NULL) = (review IS NULL)));
ALTER TABLE templates ADD CONSTRAINT templates_parameter_format_check CHECK ((parameter_format = ANY (ARRAY['POSITIONAL'::text, 'NAMED'::text])));
ALTER TABLE templates ADD CONSTRAINT templates_review_check CHECK ((review = ANY (ARRAY['draft'::text, 'in_review'::text, 'sent_back'::text, 'approved'::text])));
ALTER TABLE totp_factors ADD CONSTRAINT totp_factors_pkey PRIMARY KEY (agency_id, user_id);
ALTER TABLE totp_factors ADD CONSTRAINT totp_factors_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE totp_factors ADD CONSTRAINT totp_factors_agency_id_user_id_fkey FOREIGN KEY (agency_id, user_id) REFERENCES users(agency_id, id);
ALTER TABLE totp_factors ADD CONSTRAINT totp_factors_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE trial_days ADD CONSTRAINT trial_days_pkey PRIMARY KEY (agency_id, day);
ALTER TABLE trial_days ADD CONSTRAINT trial_days_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE trial_days ADD CONSTRAINT trial_days_n_check CHECK (((n >= 0) AND (n <= 50)));
ALTER TABLE trial_guests ADD CONSTRAINT trial_guests_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE trial_guests ADD CONSTRAINT trial_guests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE trial_guests ADD CONSTRAINT trial_guests_phone_bidx_check CHECK ((length(phone_bidx) = 32));
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE users ADD CONSTRAINT users_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE users ADD CONSTRAINT users_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE webhook_activity ADD CONSTRAINT webhook_activity_pkey PRIMARY KEY (agency_id, phone_number_id, since);
ALTER TABLE webhook_activity ADD CONSTRAINT webhook_activity_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_agency_id_check CHECK ((agency_id = '00000000-0000-7000-8000-000000000000'::uuid));
ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_body_hash_check CHECK ((length(body_hash) = 32));
ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_class_check CHECK ((class = ANY (ARRAY[0, 1])));
ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_state_check CHECK ((state = ANY (ARRAY['new'::text, 'done'::text, 'parked'::text, 'dismissed'::text])));
ALTER TABLE whatsapp_news ADD CONSTRAINT whatsapp_news_agency_id_fingerprint_key UNIQUE (agency_id, fingerprint);
ALTER TABLE whatsapp_news ADD CONSTRAINT whatsapp_news_pkey PRIMARY KEY (agency_id, id);
ALTER TABLE whatsapp_news ADD CONSTRAINT whatsapp_news_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE whatsapp_news ADD CONSTRAINT whatsapp_news_agency_id_phone_number_id_fkey FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers(agency_id, id);
ALTER TABLE whatsapp_news ADD CONSTRAINT whatsapp_news_fingerprint_check CHECK ((length(fingerprint) = 32));
ALTER TABLE whatsapp_news ADD CONSTRAINT whatsapp_news_weight_check CHECK (((weight >= 0) AND (weight <= 2)));
ALTER TABLE whatsapp_opt_ins ADD CONSTRAINT whatsapp_opt_ins_pkey PRIMARY KEY (agency_id, contact_id);
ALTER TABLE whatsapp_opt_ins ADD CONSTRAINT whatsapp_opt_ins_agency_id_contact_id_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES contacts(agency_id, id);
ALTER TABLE whatsapp_opt_ins ADD CONSTRAINT whatsapp_opt_ins_agency_id_last_event_id_fkey FOREIGN KEY (agency_id, last_event_id) REFERENCES consent_events(agency_id, id);
ALTER TABLE audit.details ADD CONSTRAINT details_pkey PRIMARY KEY (event_id);
ALTER TABLE audit.entries ADD CONSTRAINT entries_pkey PRIMARY KEY (log_id, seq, occurred_at);
ALTER TABLE audit.entries ADD CONSTRAINT entries_leaf_hash_check CHECK ((length(leaf_hash) = 32));
ALTER TABLE audit.logs ADD CONSTRAINT logs_agency_id_key UNIQUE (agency_id);
ALTER TABLE audit.logs ADD CONSTRAINT logs_origin_key UNIQUE (origin);
ALTER TABLE audit.logs ADD CONSTRAINT logs_pkey PRIMARY KEY (log_id);
ALTER TABLE audit.logs ADD CONSTRAINT logs_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(agency_id);
ALTER TABLE audit.logs ADD CONSTRAINT logs_kind_check CHECK ((kind = ANY (ARRAY['agency'::text, 'platform'::text, 'anchor'::text])));
ALTER TABLE audit.logs ADD CONSTRAINT logs_state_check CHECK ((state = ANY (ARRAY['open'::text, 'frozen'::text])));
ALTER TABLE audit.staging ADD CONSTRAINT staging_event_id_key UNIQUE (event_id);
ALTER TABLE audit.staging ADD CONSTRAINT staging_pkey PRIMARY KEY (id);
ALTER TABLE audit.staging ADD CONSTRAINT staging_entry_check CHECK ((length(entry) <= 60000));

-- Indexes

CREATE UNIQUE INDEX agencies_slug_key ON public.agencies USING btree (slug);
CREATE INDEX api_keys_by_expiry ON public.api_keys USING btree (agency_id, expires_at) WHERE (revoked_at IS NULL);
CREATE INDEX api_keys_by_prefix ON public.api_keys USING btree (prefix);
CREATE INDEX break_glass_running ON public.break_glass USING btree (agency_id, until) WHERE ((closed_at IS NULL) AND (over_at IS NULL));
CREATE INDEX callback_attempts_by_event ON public.callback_attempts USING btree (agency_id, event_id, endpoint_id);
CREATE INDEX callback_deliveries_by_event ON public.callback_deliveries USING btree (agency_id, event_id);
CREATE INDEX callback_deliveries_by_replay ON public.callback_deliveries USING btree (agency_id, endpoint_id, replay_id) WHERE (replay_id IS NOT NULL);
CREATE INDEX callback_deliveries_due ON public.callback_deliveries USING btree (agency_id, endpoint_id, run_at) WHERE (state = 'waiting'::text);
CREATE INDEX consent_events_by_contact ON public.consent_events USING btree (agency_id, contact_id, recorded_at);
CREATE INDEX console_events_by_commit ON public.console_events USING btree (agency_id, xid, id);
CREATE INDEX contact_identities_by_contact ON public.contact_identities USING btree (agency_id, contact_id);
CREATE INDEX contacts_merged ON public.contacts USING btree (agency_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX data_keys_version_key ON public.data_keys USING btree (agency_id, key_class, version);
CREATE UNIQUE INDEX departments_name_key ON public.departments USING btree (agency_id, name) WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX go_live_requests_open_key ON public.go_live_requests USING btree (agency_id) WHERE (state = 'requested'::text);
CREATE INDEX idempotency_keys_expiry ON public.idempotency_keys USING btree (agency_id, expires_at);
CREATE INDEX invitations_by_token ON public.invitations USING btree (token_hash);
CREATE UNIQUE INDEX invitations_open_key ON public.invitations USING btree (agency_id, email_bidx) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX mails_due ON public.mails USING btree (agency_id, run_at) WHERE (state = 'waiting'::text);
CREATE INDEX mails_settled ON public.mails USING btree (agency_id, settled_at) WHERE (state <> 'waiting'::text);
CREATE UNIQUE INDEX media_by_message ON public.media USING btree (agency_id, message_id, provider_media_id) WHERE (message_id IS NOT NULL);
CREATE INDEX media_listed ON public.media USING btree (agency_id, id) WHERE ((message_id IS NULL) AND (state <> 'removed'::text));
CREATE INDEX media_unfinished ON public.media USING btree (agency_id, id) WHERE (state = ANY (ARRAY['receiving'::text, 'quarantined'::text, 'refused'::text]));
CREATE INDEX media_jobs_due ON public.media_jobs USING btree (agency_id, run_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX media_jobs_once ON public.media_jobs USING btree (agency_id, media_id, task, phone_number_id) NULLS NOT DISTINCT;
CREATE INDEX memberships_by_user ON public.memberships USING btree (user_id);
CREATE INDEX memberships_duties_apart ON public.memberships USING gist (agency_id, user_id, duty, tstzrange(valid_from, valid_to)) WHERE (duty IS NOT NULL);
CREATE UNIQUE INDEX memberships_open_key ON public.memberships USING btree (agency_id, user_id, role) WHERE (valid_to IS NULL);
CREATE INDEX messages_by_campaign ON ONLY public.messages USING btree (agency_id, campaign_id) WHERE (campaign_id IS NOT NULL);
CREATE INDEX messages_by_contact ON ONLY public.messages USING btree (agency_id, contact_id);
CREATE INDEX messages_by_reference ON ONLY public.messages USING btree (agency_id, reference_bidx) WHERE (reference_bidx IS NOT NULL);
CREATE INDEX messages_by_resend ON ONLY public.messages USING btree (agency_id, resend_of) WHERE (resend_of IS NOT NULL);
CREATE INDEX number_attempts_by_number ON public.number_attempts USING btree (agency_id, phone_number_id, at DESC);
CREATE INDEX number_changes_by_field ON public.number_changes USING btree (agency_id, phone_number_id, field, at DESC);
CREATE INDEX orphan_statuses_by_number ON public.orphan_statuses USING btree (agency_id, phone_number_id, expires_at);
CREATE INDEX outbox_events_due ON public.outbox_events USING btree (agency_id, run_at) WHERE (state = 'new'::text);
CREATE INDEX outbox_messages_due ON public.outbox_messages USING btree (agency_id, phone_number_id, lane, run_at) WHERE (state = 0);
CREATE INDEX outbox_messages_in_doubt ON public.outbox_messages USING btree (agency_id, phone_number_id, run_at) WHERE (state = 2);
CREATE INDEX outbox_messages_leased ON public.outbox_messages USING btree (agency_id, phone_number_id, lease_until) WHERE (state = 1);
CREATE INDEX outbox_messages_stopped ON public.outbox_messages USING btree (agency_id) WHERE (state = 3);
CREATE INDEX passkeys_by_user ON public.passkeys USING btree (agency_id, user_id);
CREATE UNIQUE INDEX passkeys_credential_key ON public.passkeys USING btree (agency_id, credential_id);
CREATE INDEX password_resets_by_user ON public.password_resets USING btree (agency_id, user_id);
CREATE INDEX phone_numbers_by_waba ON public.phone_numbers USING btree (waba_id);
CREATE UNIQUE INDEX phone_numbers_meta_key ON public.phone_numbers USING btree (meta_phone_number_id);
CREATE INDEX portfolio_recipients_by_time ON public.portfolio_recipients USING btree (agency_id, at);
CREATE UNIQUE INDEX portfolios_meta_key ON public.portfolios USING btree (agency_id, meta_portfolio_id);
CREATE INDEX provider_ids_by_message ON public.provider_ids USING btree (agency_id, message_id);
CREATE INDEX provider_media_by_media ON public.provider_media USING btree (agency_id, media_id);
CREATE UNIQUE INDEX purposes_code_key ON public.purposes USING btree (agency_id, code) WHERE (active_to IS NULL);
CREATE INDEX sessions_by_user ON public.sessions USING btree (agency_id, user_id);
CREATE INDEX sign_in_challenges_by_expiry ON public.sign_in_challenges USING btree (agency_id, expires_at);
CREATE INDEX sso_starts_by_expiry ON public.sso_starts USING btree (agency_id, expires_at);
CREATE INDEX suppressions_by_subject ON public.suppressions USING btree (agency_id, subject_hmac);
CREATE UNIQUE INDEX switches_open_key ON public.switches USING btree (agency_id, scope, target_id) WHERE (lifted_at IS NULL);
CREATE INDEX template_checks_by_due ON public.template_checks USING btree (due_at);
CREATE INDEX template_events_by_template ON public.template_events USING btree (agency_id, template_id, id);
CREATE UNIQUE INDEX templates_name_key ON public.templates USING btree (agency_id, waba_id, name, language);
CREATE UNIQUE INDEX trial_guests_phone_key ON public.trial_guests USING btree (agency_id, phone_bidx);
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (agency_id, email_bidx);
CREATE UNIQUE INDEX webhook_inbox_body_key ON public.webhook_inbox USING btree (agency_id, body_hash);
CREATE INDEX webhook_inbox_done ON public.webhook_inbox USING btree (agency_id, done_at) WHERE ((state = 'done'::text) AND (raw_sealed IS NOT NULL));
CREATE INDEX webhook_inbox_due ON public.webhook_inbox USING btree (agency_id, class, run_at) WHERE (state = 'new'::text);
CREATE INDEX webhook_inbox_parked ON public.webhook_inbox USING btree (agency_id, id) WHERE (state = 'parked'::text);
CREATE INDEX webhook_inbox_waiting ON public.webhook_inbox USING btree (agency_id, received_at) WHERE (state = 'new'::text);
CREATE INDEX whatsapp_news_by_time ON public.whatsapp_news USING btree (agency_id, heard_at DESC, id DESC);
CREATE INDEX details_by_subject ON audit.details USING btree (agency_id, subject_id);
CREATE INDEX entries_by_actor ON ONLY audit.entries USING btree (agency_id, actor_id, seq);
CREATE INDEX entries_by_agency ON ONLY audit.entries USING btree (agency_id, seq);
CREATE INDEX entries_by_event ON ONLY audit.entries USING btree (agency_id, event_id);
CREATE INDEX entries_by_target ON ONLY audit.entries USING btree (agency_id, target_id, seq);
CREATE INDEX entries_by_type ON ONLY audit.entries USING btree (agency_id, type, seq);
CREATE INDEX staging_by_agency ON audit.staging USING btree (agency_id, id);

-- Row-level security

ALTER TABLE agencies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key_calls ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE callback_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE callback_deliveries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE callback_endpoints ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE callback_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE callback_replays ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consent_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consent_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE console_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_identities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_windows ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE daily_counters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE data_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE departments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE event_interests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE go_live_comments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE go_live_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE go_live_tasks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE mails ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE media ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE media_jobs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE media_uses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE message_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE message_prices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE number_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE number_changes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE number_turns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE orphan_statuses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox_messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE pair_pacing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE passkeys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE password_resets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE phone_numbers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolio_recipients ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolio_usage ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolios ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE provider_ids ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE provider_media ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE purposes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sending_limits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_in_challenges ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE spend_budgets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE spend_counters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sso_links ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sso_settings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sso_starts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE suppressions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE switches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE template_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE template_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE template_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE templates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE totp_factors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE trial_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE trial_guests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE webhook_activity ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE webhook_inbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE whatsapp_news ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE whatsapp_opt_ins ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.details ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.staging ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- Policies

CREATE POLICY across_read ON agencies AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON agencies AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON agencies AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON agencies AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON api_key_calls AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON api_key_calls AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON api_key_calls AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON api_keys AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON api_keys AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON api_keys AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON api_keys AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON break_glass AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON break_glass AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON break_glass AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON callback_attempts AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON callback_attempts AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON callback_attempts AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON callback_deliveries AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON callback_deliveries AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON callback_deliveries AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON callback_deliveries AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON callback_endpoints AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON callback_endpoints AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON callback_endpoints AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON callback_endpoints AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON callback_events AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON callback_events AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON callback_events AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON callback_replays AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON callback_replays AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON callback_replays AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON consent_events AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON consent_events AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON consent_events AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON consent_state AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON consent_state AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON consent_state AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON console_events AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON console_events AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON console_events AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON contact_identities AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON contact_identities AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON contact_identities AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON contact_keys AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON contact_keys AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON contact_keys AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON contact_windows AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON contact_windows AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON contact_windows AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON contacts AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON contacts AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON contacts AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON daily_counters AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON daily_counters AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON daily_counters AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON data_keys AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON data_keys AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON data_keys AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON departments AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON departments AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON departments AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON departments AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON event_interests AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON event_interests AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON event_interests AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON go_live_comments AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON go_live_comments AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON go_live_comments AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON go_live_requests AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON go_live_requests AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON go_live_requests AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON go_live_requests AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON go_live_tasks AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON go_live_tasks AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON go_live_tasks AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON idempotency_keys AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON idempotency_keys AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON idempotency_keys AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON invitations AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON invitations AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON invitations AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON invitations AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON mails AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON mails AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON mails AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON mails AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON media AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON media AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON media AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON media_jobs AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON media_jobs AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON media_jobs AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON media_jobs AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON media_uses AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON media_uses AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON media_uses AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON memberships AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON memberships AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON memberships AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON memberships AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON message_events AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON message_events AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON message_events AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON message_prices AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON message_prices AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON message_prices AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON message_prices AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON messages AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON messages AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON messages AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON number_attempts AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON number_attempts AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON number_attempts AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON number_changes AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON number_changes AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON number_changes AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON number_turns AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON number_turns AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON number_turns AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON orphan_statuses AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON orphan_statuses AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON orphan_statuses AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON orphan_statuses AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON outbox_events AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON outbox_events AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON outbox_events AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON outbox_events AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON outbox_messages AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON outbox_messages AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON outbox_messages AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON outbox_messages AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON pair_pacing AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON pair_pacing AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON pair_pacing AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON passkeys AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON passkeys AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON passkeys AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON passkeys AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON password_resets AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON password_resets AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON password_resets AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON phone_numbers AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON phone_numbers AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON phone_numbers AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON phone_numbers AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_all ON portfolio_recipients AS PERMISSIVE FOR ALL TO belfry_across USING (true) WITH CHECK (true);
CREATE POLICY allow ON portfolio_recipients AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON portfolio_recipients AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON portfolio_recipients AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_all ON portfolio_usage AS PERMISSIVE FOR ALL TO belfry_across USING (true) WITH CHECK (true);
CREATE POLICY allow ON portfolio_usage AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON portfolio_usage AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON portfolio_usage AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON portfolios AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON portfolios AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON portfolios AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON provider_ids AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON provider_ids AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON provider_ids AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON provider_media AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON provider_media AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON provider_media AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON purposes AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON purposes AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON purposes AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON recovery_codes AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON recovery_codes AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON recovery_codes AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON sending_limits AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON sending_limits AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON sending_limits AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON sending_limits AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON sessions AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON sessions AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON sessions AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON sign_in_challenges AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON sign_in_challenges AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON sign_in_challenges AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON spend_budgets AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON spend_budgets AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON spend_budgets AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON spend_counters AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON spend_counters AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON spend_counters AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON sso_links AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON sso_links AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON sso_links AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON sso_settings AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON sso_settings AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON sso_settings AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON sso_starts AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON sso_starts AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON sso_starts AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON suppressions AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON suppressions AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON suppressions AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON switches AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON switches AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON switches AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON switches AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON template_checks AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON template_checks AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON template_checks AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON template_checks AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON template_events AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON template_events AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON template_events AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON template_versions AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON template_versions AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON template_versions AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON templates AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON templates AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON templates AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON totp_factors AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON totp_factors AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON totp_factors AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON totp_factors AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON trial_days AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON trial_days AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON trial_days AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON trial_guests AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON trial_guests AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON trial_guests AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON users AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON users AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON users AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON users AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON webhook_activity AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON webhook_activity AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON webhook_activity AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON webhook_inbox AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON webhook_inbox AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON webhook_inbox AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON webhook_inbox AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON whatsapp_news AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON whatsapp_news AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON whatsapp_news AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON whatsapp_opt_ins AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON whatsapp_opt_ins AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON whatsapp_opt_ins AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY allow ON audit.details AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON audit.details AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON audit.details AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY across_read ON audit.entries AS PERMISSIVE FOR SELECT TO belfry_across USING (true);
CREATE POLICY allow ON audit.entries AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON audit.entries AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON audit.entries AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY sequencer_all ON audit.entries AS PERMISSIVE FOR ALL TO belfry_sequencer USING (true) WITH CHECK (true);
CREATE POLICY allow ON audit.logs AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON audit.logs AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON audit.logs AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY sequencer_all ON audit.logs AS PERMISSIVE FOR ALL TO belfry_sequencer USING (true) WITH CHECK (true);
CREATE POLICY allow ON audit.staging AS PERMISSIVE FOR ALL TO belfry_app USING (true) WITH CHECK (true);
CREATE POLICY fence ON audit.staging AS RESTRICTIVE FOR ALL TO belfry_app USING ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY owner_all ON audit.staging AS PERMISSIVE FOR ALL TO belfry_owner USING (true) WITH CHECK (true);
CREATE POLICY sequencer_all ON audit.staging AS PERMISSIVE FOR ALL TO belfry_sequencer USING (true) WITH CHECK (true);

-- Grants on tables

GRANT DELETE, INSERT, SELECT, UPDATE ON agencies TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON api_key_calls TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON api_keys TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON break_glass TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON callback_attempts TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON callback_deliveries TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON callback_endpoints TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON callback_events TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON callback_replays TO belfry_app;
GRANT INSERT, SELECT ON consent_events TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON consent_state TO belfry_app;
GRANT DELETE, INSERT, SELECT ON console_events TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON contact_identities TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON contact_keys TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON contact_windows TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON contacts TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON daily_counters TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON data_keys TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON departments TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON event_interests TO belfry_app;
GRANT INSERT, SELECT ON go_live_comments TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON go_live_requests TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON go_live_tasks TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_keys TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON invitations TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON mails TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON media TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON media_jobs TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON media_uses TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON memberships TO belfry_app;
GRANT INSERT, SELECT ON message_events TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON message_prices TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON messages TO belfry_app;
GRANT INSERT, SELECT, UPDATE ON number_attempts TO belfry_app;
GRANT INSERT, SELECT ON number_changes TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON number_turns TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON orphan_statuses TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON outbox_events TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON outbox_messages TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON pair_pacing TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkeys TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON password_resets TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON phone_numbers TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON portfolio_recipients TO belfry_across;
GRANT DELETE, INSERT, SELECT, UPDATE ON portfolio_usage TO belfry_across;
GRANT DELETE, INSERT, SELECT, UPDATE ON portfolios TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON provider_ids TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON provider_media TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON purposes TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON recovery_codes TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sending_limits TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_challenges TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON spend_budgets TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON spend_counters TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sso_links TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sso_settings TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sso_starts TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON suppressions TO belfry_app;
GRANT INSERT, SELECT, UPDATE ON switches TO belfry_app;
GRANT INSERT, SELECT, UPDATE ON template_checks TO belfry_app;
GRANT INSERT, SELECT ON template_events TO belfry_app;
GRANT INSERT, SELECT ON template_versions TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON templates TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON totp_factors TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON trial_days TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON trial_guests TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON users TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON webhook_activity TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON webhook_inbox TO belfry_app;
GRANT DELETE, INSERT, SELECT ON whatsapp_news TO belfry_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON whatsapp_opt_ins TO belfry_app;
GRANT INSERT, SELECT ON audit.details TO belfry_app;
GRANT SELECT ON audit.entries TO belfry_app;
GRANT INSERT, SELECT ON audit.entries TO belfry_sequencer;
GRANT INSERT, SELECT ON audit.logs TO belfry_app;
GRANT SELECT, UPDATE ON audit.logs TO belfry_sequencer;
GRANT INSERT ON audit.staging TO belfry_app;
GRANT DELETE, SELECT ON audit.staging TO belfry_sequencer;

-- Grants on columns

GRANT SELECT (agency_id, slug, name, status, created_at, status_at) ON agencies TO belfry_across;
GRANT SELECT (agency_id, id, department_id, mode, prefix, key_hash, scopes, expires_at, revoked_at, ip_allow_list) ON api_keys TO belfry_across;
GRANT SELECT (agency_id, endpoint_id, state, run_at) ON callback_deliveries TO belfry_across;
GRANT SELECT (agency_id, id, state, circuit_until) ON callback_endpoints TO belfry_across;
GRANT SELECT (agency_id, archived_at) ON departments TO belfry_across;
GRANT SELECT (agency_id, state, requested_at, first_approved_at) ON go_live_requests TO belfry_across;
GRANT SELECT (agency_id, id, token_hash) ON invitations TO belfry_across;
GRANT SELECT (agency_id, state, run_at) ON mails TO belfry_across;
GRANT SELECT (agency_id, state, run_at) ON media_jobs TO belfry_across;
GRANT SELECT (agency_id, user_id, role, valid_from, valid_to) ON memberships TO belfry_across;
GRANT SELECT (agency_id, currency, calling_code, category, from_day, micros) ON message_prices TO belfry_across;
GRANT SELECT (agency_id, phone_number_id, expires_at) ON orphan_statuses TO belfry_across;
GRANT SELECT (agency_id, state, run_at) ON outbox_events TO belfry_across;
GRANT SELECT (agency_id, message_id, phone_number_id, lane, run_at, state, lease_until) ON outbox_messages TO belfry_across;
GRANT SELECT (agency_id, user_id) ON passkeys TO belfry_across;
GRANT SELECT (agency_id, id, portfolio_id, meta_phone_number_id, waba_id, display_phone_number, verified_name, mode, messages_per_second, held_reason, held_until, onboarding_state, meta_status, name_status, requested_name_status, quality_rating, messaging_limit, hears_webhooks, refreshed_at, refresh_tried_at, token_state, token_expires_at, bulk_held_until, drift_found_at) ON phone_numbers TO belfry_across;
GRANT SELECT (agency_id, weight) ON sending_limits TO belfry_across;
GRANT SELECT (agency_id, scope, target_id, lifted_at) ON switches TO belfry_across;
GRANT SELECT (agency_id, waba_id, due_at) ON template_checks TO belfry_across;
GRANT SELECT (agency_id, user_id, confirmed_at) ON totp_factors TO belfry_across;
GRANT SELECT (agency_id, id, email_sealed, email_bidx, name_sealed, password_hash, session_epoch, disabled_at, last_sign_in_at, failed_sign_ins, failures_until) ON users TO belfry_across;
GRANT SELECT (agency_id, received_at, state, error) ON webhook_inbox TO belfry_across;
GRANT SELECT (agency_id, actor_kind, actor_id) ON audit.entries TO belfry_across;

-- Functions

CREATE OR REPLACE FUNCTION public.actors_of_log(wanted uuid[])
 RETURNS TABLE(id uuid, email_sealed bytea, name_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT u.id, u.email_sealed, u.name_sealed FROM public.users u
        WHERE u.id = ANY (wanted) AND EXISTS (
          SELECT 1 FROM audit.entries e
          WHERE e.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
            AND e.actor_id = u.id AND e.actor_kind = 'user')
      $function$
;
ALTER FUNCTION actors_of_log(uuid[]) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION actors_of_log(uuid[]) TO belfry_app;
CREATE OR REPLACE FUNCTION public.agencies_with_due_events(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT a.agency_id FROM public.agencies a
        CROSS JOIN LATERAL (SELECT 1 FROM public.outbox_events e
          WHERE e.agency_id = a.agency_id AND e.state = 'new' AND e.run_at <= at LIMIT 1) AS due
      $function$
;
ALTER FUNCTION agencies_with_due_events(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agencies_with_due_events(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.agencies_with_due_mails(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT a.agency_id FROM public.agencies a
      CROSS JOIN LATERAL (SELECT 1 FROM public.mails m
        WHERE m.agency_id = a.agency_id AND m.state = 'waiting' AND m.run_at <= at LIMIT 1) AS due
    $function$
;
ALTER FUNCTION agencies_with_due_mails(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agencies_with_due_mails(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.agencies_with_due_media(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT a.agency_id FROM public.agencies a
        CROSS JOIN LATERAL (SELECT 1 FROM public.media_jobs j
          WHERE j.agency_id = a.agency_id AND j.state = 'waiting' AND j.run_at <= at LIMIT 1) AS due
      $function$
;
ALTER FUNCTION agencies_with_due_media(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agencies_with_due_media(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.agency_directory()
 RETURNS TABLE(agency_id uuid, slug text, name text, status text, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT a.agency_id, a.slug, a.name, a.status, a.created_at FROM public.agencies a ORDER BY a.slug
      $function$
;
ALTER FUNCTION agency_directory() OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agency_directory() TO belfry_app;
CREATE OR REPLACE FUNCTION public.agency_for_phone_number(wanted text)
 RETURNS TABLE(agency_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT p.agency_id, p.id FROM public.phone_numbers p WHERE p.meta_phone_number_id = wanted
      $function$
;
ALTER FUNCTION agency_for_phone_number(text) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agency_for_phone_number(text) TO belfry_app;
CREATE OR REPLACE FUNCTION public.agency_for_waba(wanted text)
 RETURNS TABLE(agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT DISTINCT p.agency_id FROM public.phone_numbers p WHERE p.waba_id = wanted
      $function$
;
ALTER FUNCTION agency_for_waba(text) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agency_for_waba(text) TO belfry_app;
CREATE OR REPLACE FUNCTION public.agency_pipeline(wanted_status text, before uuid, page_size integer)
 RETURNS TABLE(agency_id uuid, slug text, name text, status text, status_at timestamp with time zone, created_at timestamp with time zone, departments integer, numbers integer, people integer, go_live_state text, go_live_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT a.agency_id, a.slug, a.name, a.status, a.status_at, a.created_at,
          (SELECT count(*)::int FROM public.departments d WHERE d.agency_id = a.agency_id AND d.archived_at IS NULL),
          (SELECT count(*)::int FROM public.phone_numbers n WHERE n.agency_id = a.agency_id),
          (SELECT count(DISTINCT m.user_id)::int FROM public.memberships m WHERE m.agency_id = a.agency_id
            AND m.role <> 'platform_support' AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())),
          r.state, r.at
        FROM public.agencies a
        LEFT JOIN LATERAL (
          SELECT CASE WHEN g.first_approved_at IS NOT NULL AND g.state = 'requested' THEN 'approved-once' ELSE g.state END AS state,
            g.requested_at AS at
          FROM public.go_live_requests g WHERE g.agency_id = a.agency_id ORDER BY g.requested_at DESC LIMIT 1) AS r ON true
        WHERE a.agency_id <> '00000000-0000-7000-8000-000000000000' AND (wanted_status IS NULL OR a.status = wanted_status)
          AND (before IS NULL OR a.agency_id < before)
        ORDER BY a.agency_id DESC LIMIT page_size
      $function$
;
ALTER FUNCTION agency_pipeline(text,uuid,integer) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION agency_pipeline(text,uuid,integer) TO belfry_app;
CREATE OR REPLACE FUNCTION public.api_key_by_prefix(wanted text)
 RETURNS TABLE(agency_id uuid, id uuid, department_id uuid, mode text, key_hash bytea, scopes text[], ip_allow_list text[], expires_at timestamp with time zone, revoked_at timestamp with time zone, agency_status text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT k.agency_id, k.id, k.department_id, k.mode, k.key_hash, k.scopes, k.ip_allow_list, k.expires_at, k.revoked_at,
        a.status
      FROM public.api_keys k JOIN public.agencies a ON a.agency_id = k.agency_id WHERE k.prefix = wanted
    $function$
;
ALTER FUNCTION api_key_by_prefix(text) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION api_key_by_prefix(text) TO belfry_app;
CREATE OR REPLACE FUNCTION public.due_callbacks(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid, endpoint_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT e.agency_id, e.id FROM public.callback_endpoints e
        CROSS JOIN LATERAL (SELECT 1 FROM public.callback_deliveries d
          WHERE d.agency_id = e.agency_id AND d.endpoint_id = e.id AND d.state = 'waiting' AND d.run_at <= at LIMIT 1) AS due
        WHERE e.state <> 'off' AND (e.circuit_until IS NULL OR e.circuit_until <= at)
      $function$
;
ALTER FUNCTION due_callbacks(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION due_callbacks(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.due_numbers(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid, phone_number_id uuid, lane smallint, due_since timestamp with time zone, weight integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT n.agency_id, n.id, l.lane::smallint, due.run_at, coalesce(w.weight, 1)
      FROM public.phone_numbers n JOIN public.agencies a ON a.agency_id = n.agency_id AND a.status IN ('trial', 'live')
      LEFT JOIN public.sending_limits w ON w.agency_id = n.agency_id
      CROSS JOIN (VALUES (0), (1), (2), (3)) AS l (lane)
      CROSS JOIN LATERAL (
        SELECT o.run_at FROM public.outbox_messages o
        WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.lane = l.lane AND o.state = 0 AND o.run_at <= at
        ORDER BY o.run_at LIMIT 1) AS due
      WHERE (n.held_until IS NULL OR n.held_until <= at)
        AND NOT (SELECT p.is_on FROM public.platform_stop() p)
        AND NOT EXISTS (SELECT 1 FROM public.switches s WHERE s.agency_id = n.agency_id AND s.lifted_at IS NULL
          AND (s.scope = 'agency' OR (s.scope = 'number' AND s.target_id = n.id)))
      ORDER BY l.lane, due.run_at
    $function$
;
ALTER FUNCTION due_numbers(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION due_numbers(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.ensure_partitions(months integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      DECLARE
        month timestamptz;
        following timestamptz;
        parent text;
        child text;
        made int := 0;
      BEGIN
        IF months < 0 OR months > 24 THEN RAISE EXCEPTION 'months must be between 0 and 24'; END IF;
        -- Two processes that start together must not race each other to the same partition.
        PERFORM pg_advisory_xact_lock(hashtext('belfry.ensure_partitions'));
        -- From the month before: an action may be told of a little after it happened.
        FOR step IN -1..months LOOP
          month := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step)) AT TIME ZONE 'UTC';
          following := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step + 1)) AT TIME ZONE 'UTC';
          FOREACH parent IN ARRAY ARRAY['public.messages', 'public.message_events', 'audit.entries'] LOOP
            child := parent || '_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
            IF to_regclass(child) IS NULL THEN
              IF parent = 'audit.entries' THEN
                EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)', child, parent, month, following);
              ELSE
                EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)%s', child, parent,
                  public.uuid_of_time(month), public.uuid_of_time(following),
                  -- Every row of a page changes its state soon after it was written: half a page of room keeps the new
                  -- version beside the old one, so that no index is touched.
                  CASE WHEN parent = 'public.messages' THEN ' WITH (fillfactor = 50)' ELSE '' END);
              END IF;
              -- A partition read directly would skip its parent's policies: nobody gets a grant, and it is fenced as well.
              EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', child);
              EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', child);
              made := made + 1;
            END IF;
          END LOOP;
        END LOOP;
        RETURN made;
      END
      $function$
;
ALTER FUNCTION ensure_partitions(integer) OWNER TO belfry_owner;
GRANT EXECUTE ON FUNCTION ensure_partitions(integer) TO belfry_app;
CREATE OR REPLACE FUNCTION public.expired_leases(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid, phone_number_id uuid, what text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT n.agency_id, n.id, w.what
        FROM public.phone_numbers n
        CROSS JOIN LATERAL (
          (SELECT 'lease' AS what FROM public.outbox_messages o
            WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.state = 1 AND o.lease_until <= at LIMIT 1)
          UNION ALL
          (SELECT 'in_doubt' FROM public.outbox_messages o
            WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.state = 2 AND o.run_at <= at LIMIT 1)
          UNION ALL
          (SELECT 'orphan' FROM public.orphan_statuses s
            WHERE s.agency_id = n.agency_id AND s.phone_number_id = n.id LIMIT 1)) AS w
      $function$
;
ALTER FUNCTION expired_leases(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION expired_leases(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.invitation_by_token(wanted bytea)
 RETURNS TABLE(agency_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT i.agency_id, i.id FROM public.invitations i WHERE i.token_hash = wanted
    $function$
;
ALTER FUNCTION invitation_by_token(bytea) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION invitation_by_token(bytea) TO belfry_app;
CREATE OR REPLACE FUNCTION public.members_of_agency()
 RETURNS TABLE(id uuid, email_sealed bytea, name_sealed bytea, disabled_at timestamp with time zone, last_sign_in_at timestamp with time zone, mfa boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT u.id, u.email_sealed, u.name_sealed, u.disabled_at, u.last_sign_in_at,
        EXISTS (SELECT 1 FROM public.totp_factors t
            WHERE t.agency_id = u.agency_id AND t.user_id = u.id AND t.confirmed_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM public.passkeys p WHERE p.agency_id = u.agency_id AND p.user_id = u.id)
      FROM public.users u
      WHERE u.id IN (SELECT m.user_id FROM public.memberships m
        WHERE m.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid)
    $function$
;
ALTER FUNCTION members_of_agency() OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION members_of_agency() TO belfry_app;
CREATE OR REPLACE FUNCTION public.memberships_of_user(wanted uuid)
 RETURNS TABLE(agency_id uuid, role text, agency_status text, agency_slug text, agency_name text, valid_to timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT m.agency_id, m.role, a.status, a.slug, a.name, m.valid_to
        FROM public.memberships m JOIN public.users u ON u.id = m.user_id JOIN public.agencies a ON a.agency_id = m.agency_id
        WHERE m.user_id = wanted AND u.disabled_at IS NULL AND a.status <> 'closed'
          AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())
      $function$
;
ALTER FUNCTION memberships_of_user(uuid) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION memberships_of_user(uuid) TO belfry_app;
CREATE OR REPLACE FUNCTION public.numbers_of_platform()
 RETURNS TABLE(agency_id uuid, id uuid, portfolio_id uuid, waba_id text, display_phone_number text, verified_name text, mode text, onboarding_state text, quality_rating text, meta_status text, name_status text, messaging_limit text, messages_per_second integer, hears_webhooks boolean, token_state text, token_expires_at timestamp with time zone, held_reason text, held_until timestamp with time zone, bulk_held_until timestamp with time zone, drift_found_at timestamp with time zone, refreshed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT n.agency_id, n.id, n.portfolio_id, n.waba_id, n.display_phone_number, n.verified_name, n.mode, n.onboarding_state,
          n.quality_rating, n.meta_status, n.name_status, n.messaging_limit, n.messages_per_second, n.hears_webhooks,
          n.token_state, n.token_expires_at, n.held_reason, n.held_until, n.bulk_held_until, n.drift_found_at, n.refreshed_at
        FROM public.phone_numbers n WHERE nullif(current_setting('app.agency_id', true), '')::uuid = '00000000-0000-7000-8000-000000000000'
      $function$
;
ALTER FUNCTION numbers_of_platform() OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION numbers_of_platform() TO belfry_app;
CREATE OR REPLACE FUNCTION public.numbers_to_refresh(waiting_before timestamp with time zone, settled_before timestamp with time zone)
 RETURNS TABLE(agency_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT p.agency_id, p.id FROM public.phone_numbers p
        WHERE p.refreshed_at IS NOT NULL
          AND p.refresh_tried_at < CASE
            WHEN p.onboarding_state = 'registered' OR p.name_status = 'PENDING_REVIEW'
              OR p.requested_name_status = 'PENDING_REVIEW' THEN waiting_before
            ELSE settled_before END
        ORDER BY p.refresh_tried_at LIMIT 20
      $function$
;
ALTER FUNCTION numbers_to_refresh(timestamp with time zone,timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION numbers_to_refresh(timestamp with time zone,timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.oldest_due(at timestamp with time zone DEFAULT now())
 RETURNS TABLE(agency_id uuid, lane smallint, due_since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT n.agency_id, l.lane::smallint, min(due.run_at)
      FROM public.phone_numbers n
      CROSS JOIN (VALUES (0), (1), (2), (3)) AS l (lane)
      CROSS JOIN LATERAL (
        SELECT o.run_at FROM public.outbox_messages o
        WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.lane = l.lane AND o.state = 0 AND o.run_at <= at
        ORDER BY o.run_at LIMIT 1) AS due
      GROUP BY n.agency_id, l.lane
    $function$
;
ALTER FUNCTION oldest_due(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION oldest_due(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.oldest_waiting_webhook()
 RETURNS TABLE(received_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT i.received_at FROM public.webhook_inbox i
        WHERE i.agency_id = '00000000-0000-7000-8000-000000000000' AND i.state = 'new' AND i.error IS NULL ORDER BY i.received_at LIMIT 1
      $function$
;
ALTER FUNCTION oldest_waiting_webhook() OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION oldest_waiting_webhook() TO belfry_app;
CREATE OR REPLACE FUNCTION public.platform_stop()
 RETURNS TABLE(is_on boolean, epoch bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT coalesce(bool_or(s.lifted_at IS NULL), false), count(*) + count(s.lifted_at)
      FROM public.switches s WHERE s.agency_id = '00000000-0000-7000-8000-000000000000' AND s.scope = 'platform'
    $function$
;
ALTER FUNCTION platform_stop() OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION platform_stop() TO belfry_app;
CREATE OR REPLACE FUNCTION public.portfolio_reserve(wanted uuid, asked bytea[], most integer, moment timestamp with time zone)
 RETURNS TABLE(hmac bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    #variable_conflict use_column
    DECLARE
      room int;
      since timestamptz := moment - interval '24 hours 10 minutes';
    BEGIN
      -- Two numbers of one portfolio must not both take the last place.
      PERFORM pg_advisory_xact_lock(hashtextextended('belfry.portfolio/' || wanted::text, 0));
      SELECT greatest(0, most - coalesce(sum(u.n), 0))::int INTO room FROM public.portfolio_usage u
        WHERE u.agency_id = '00000000-0000-7000-8000-000000000000' AND u.portfolio_id = wanted AND u.slot > since;
      RETURN QUERY
      WITH one AS (
        SELECT a.hmac, min(a.place) AS place FROM unnest(asked) WITH ORDINALITY AS a (hmac, place) GROUP BY a.hmac
      ), known AS (
        SELECT o.hmac, r.at FROM one o JOIN public.portfolio_recipients r
          ON r.agency_id = '00000000-0000-7000-8000-000000000000' AND r.portfolio_id = wanted AND r.hmac = o.hmac AND r.at > since
      ), new AS (
        SELECT o.hmac FROM one o WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.hmac = o.hmac) ORDER BY o.place LIMIT room
      ), moved AS (
        -- Written to again: counted from now on, and no more from then.
        SELECT k.hmac, k.at FROM known k WHERE k.at <= moment - interval '10 minutes'
      ), written AS (
        INSERT INTO public.portfolio_recipients (agency_id, portfolio_id, hmac, at)
        SELECT '00000000-0000-7000-8000-000000000000', wanted, w.hmac, moment
        FROM (SELECT n.hmac FROM new n UNION ALL SELECT m.hmac FROM moved m) AS w ORDER BY w.hmac
        ON CONFLICT (agency_id, portfolio_id, hmac) DO UPDATE SET at = excluded.at
      ), counted AS (
        INSERT INTO public.portfolio_usage AS u (agency_id, portfolio_id, slot, n)
        SELECT '00000000-0000-7000-8000-000000000000', wanted, date_bin('10 minutes', c.at, '2000-01-01 00:00:00Z'), sum(c.n)
        FROM (SELECT moment AS at, 1 AS n FROM new UNION ALL SELECT moment, 1 FROM moved
          UNION ALL SELECT m.at, -1 FROM moved m) AS c GROUP BY 3 ORDER BY 3
        ON CONFLICT (agency_id, portfolio_id, slot) DO UPDATE SET n = u.n + excluded.n
      )
      SELECT k.hmac FROM known k UNION ALL SELECT n.hmac FROM new n;
    END
    $function$
;
ALTER FUNCTION portfolio_reserve(uuid,bytea[],integer,timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION portfolio_reserve(uuid,bytea[],integer,timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.portfolio_share(wanted uuid, moment timestamp with time zone)
 RETURNS TABLE(numbers integer, yours integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT (SELECT count(*) FROM public.phone_numbers n WHERE n.portfolio_id = wanted)::int,
          (SELECT count(*) FROM public.portfolio_recipients r WHERE r.agency_id = '00000000-0000-7000-8000-000000000000' AND r.portfolio_id = wanted
             AND r.by_agency = nullif(current_setting('app.agency_id', true), '')::uuid AND r.at > moment - interval '24 hours 10 minutes')::int
        WHERE EXISTS (SELECT 1 FROM public.phone_numbers own
          WHERE own.portfolio_id = wanted AND own.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid)
      $function$
;
ALTER FUNCTION portfolio_share(uuid,timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION portfolio_share(uuid,timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.portfolio_sweep(moment timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      WITH people AS (DELETE FROM public.portfolio_recipients
          WHERE agency_id = '00000000-0000-7000-8000-000000000000' AND at <= moment - interval '25 hours' RETURNING 1),
        counts AS (DELETE FROM public.portfolio_usage
          WHERE agency_id = '00000000-0000-7000-8000-000000000000' AND slot <= moment - interval '25 hours' RETURNING 1)
      SELECT (SELECT count(*) FROM people)::int
    $function$
;
ALTER FUNCTION portfolio_sweep(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION portfolio_sweep(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.portfolio_usage_of(wanted uuid, moment timestamp with time zone)
 RETURNS TABLE(slot timestamp with time zone, n integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT u.slot, u.n FROM public.portfolio_usage u
      WHERE u.agency_id = '00000000-0000-7000-8000-000000000000' AND u.portfolio_id = wanted AND u.slot > moment - interval '24 hours 10 minutes' AND u.n > 0
      ORDER BY u.slot
    $function$
;
ALTER FUNCTION portfolio_usage_of(uuid,timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION portfolio_usage_of(uuid,timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.prices_at(wanted text, moment timestamp with time zone)
 RETURNS TABLE("callingCode" text, category text, micros bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      SELECT DISTINCT ON (p.calling_code, p.category) p.calling_code, p.category, p.micros
      FROM public.message_prices p
      WHERE p.agency_id = '00000000-0000-7000-8000-000000000000' AND p.currency = wanted AND p.from_day <= (moment AT TIME ZONE 'UTC')::date
      ORDER BY p.calling_code, p.category, p.from_day DESC
    $function$
;
ALTER FUNCTION prices_at(text,timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION prices_at(text,timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.templates_to_check(at timestamp with time zone)
 RETURNS TABLE(agency_id uuid, waba_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT c.agency_id, c.waba_id FROM public.template_checks c WHERE c.due_at <= at ORDER BY c.due_at LIMIT 20
      $function$
;
ALTER FUNCTION templates_to_check(timestamp with time zone) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION templates_to_check(timestamp with time zone) TO belfry_app;
CREATE OR REPLACE FUNCTION public.user_for_sign_in(wanted bytea)
 RETURNS TABLE(id uuid, password_hash text, session_epoch integer, disabled_at timestamp with time zone, failed_sign_ins integer, locked_seconds integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        SELECT u.id, u.password_hash, u.session_epoch, u.disabled_at, u.failed_sign_ins,
          greatest(0, ceil(extract(epoch FROM u.failures_until - now())))::int
        FROM public.users u WHERE u.email_bidx = wanted
      $function$
;
ALTER FUNCTION user_for_sign_in(bytea) OWNER TO belfry_across;
GRANT EXECUTE ON FUNCTION user_for_sign_in(bytea) TO belfry_app;
CREATE OR REPLACE FUNCTION public.uuid_of_time(at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
        SELECT (left(hex, 8) || '-' || right(hex, 4) || '-0000-0000-000000000000')::uuid
        FROM (SELECT lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS hex) AS h
      $function$
;
ALTER FUNCTION uuid_of_time(timestamp with time zone) OWNER TO belfry_owner;
CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
        BEGIN RAISE EXCEPTION 'audit entries are append-only'; END
      $function$
;
ALTER FUNCTION audit.refuse_change() OWNER TO belfry_owner;

-- Triggers

CREATE TRIGGER entries_append_only BEFORE DELETE OR UPDATE ON audit.entries FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON audit.entries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
