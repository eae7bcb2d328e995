/**
 * Every function that may look across agencies, by its name in Postgres. The catalogue check refuses any other SECURITY
 * DEFINER function, so a new one is added here, in a migration and in docs/adr, or not at all.
 */
export const ACROSS_AGENCIES_FUNCTIONS = [
  'actors_of_log',
  'agencies_with_due_events',
  'agencies_with_due_mails',
  'agencies_with_due_media',
  'agency_directory',
  'agency_for_phone_number',
  'agency_for_waba',
  'agency_pipeline',
  'api_key_by_prefix',
  'due_callbacks',
  'due_numbers',
  'ensure_partitions',
  'expired_leases',
  'invitation_by_token',
  'members_of_agency',
  'memberships_of_user',
  'numbers_of_platform',
  'numbers_to_refresh',
  'oldest_due',
  'oldest_waiting_webhook',
  'platform_stop',
  'portfolio_reserve',
  'portfolio_share',
  'portfolio_sweep',
  'portfolio_usage_of',
  'prices_at',
  'templates_to_check',
  'user_for_sign_in',
] as const;

export type AcrossAgenciesFunction = (typeof ACROSS_AGENCIES_FUNCTIONS)[number];
