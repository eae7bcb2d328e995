/** Where a system of the tests keeps things and listens. */
export interface SystemPlaces {
  readonly appUrl: string;
  readonly sequencerUrl: string;
  readonly redisUrl: string;
  readonly keyFile: string;
  readonly apiPort: number;
  readonly simulatorPort: number;
}

/** The in-doubt protocol at a pace for tests: lease 2 s, turn 1 s, window 20 s, and the margin scaled likewise. */
const FAST_SENDING = {
  SENDING_LEASE_MS: '2000',
  SENDING_TURN_MS: '1000',
  IN_DOUBT_WINDOW_MS: '20000',
  IN_DOUBT_WINDOW_FAST_MS: '4000',
  IN_DOUBT_MARGIN_MS: '1000',
};

/** What the processes of one system are told. */
export function environment(places: SystemPlaces): Record<string, string> {
  const simulatorUrl = `http://127.0.0.1:${places.simulatorPort}`;
  return {
    NODE_ENV: 'production',
    BELFRY_MODE: 'demo',
    EGRESS_LOOPBACK: 'true',
    DATABASE_URL: places.appUrl,
    SEQUENCER_DATABASE_URL: places.sequencerUrl,
    REDIS_URL: places.redisUrl,
    KEY_PROVIDER: 'file',
    KEY_FILE: places.keyFile,
    MEDIA_DIR: `${places.keyFile}-media`,
    PORT: String(places.apiPort),
    PUBLIC_URL: `http://127.0.0.1:${places.apiPort}`,
    GRAPH_BASE_URL: simulatorUrl,
    SANDBOX_BASE_URL: simulatorUrl,
    SIMULATOR_CONTROL_URL: simulatorUrl,
    SMTP_URL: 'simulator',
    BELFRY_SIMULATOR_PORT: String(places.simulatorPort),
    NUMBERS_REFRESH_MS: '1000',
    META_APP_ID: '650012299871144',
    META_APP_SECRETS: 'secret-for-tests',
    META_VERIFY_TOKEN: 'token-for-tests',
    LOG_LEVEL: 'info',
    ...FAST_SENDING,
  };
}
