/** One thing a process depends on. */
export interface HealthCheck {
  readonly name: string;
  /** Resolves when all is well; its rejection says what is wrong, in a sentence without secrets. */
  readonly check: () => Promise<void>;
  /** Without it the process still does its work, only slower. */
  readonly isOptional?: boolean;
}

export interface HealthReport {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly checks: Readonly<Record<string, 'ok' | string>>;
}

/** Asks all at once; whoever does not answer in time counts as failed. */
export async function reportHealth(checks: readonly HealthCheck[], timeoutMs: number = 2000): Promise<HealthReport> {
  const results = await Promise.all(checks.map((check) => resultOf(check, timeoutMs)));
  const failed = checks.filter((_, index) => results[index] !== 'ok');
  return {
    status: failed.length === 0 ? 'ok' : failed.every((check) => check.isOptional) ? 'degraded' : 'down',
    checks: Object.fromEntries(checks.map((check, index) => [check.name, results[index] ?? 'ok'])),
  };
}

async function resultOf({ check }: HealthCheck, timeoutMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${timeoutMs} ms`), timeoutMs);
  });
  const answer = check().then(
    () => 'ok',
    (error: unknown) => (error instanceof Error && error.message !== '' ? error.message : 'failed'),
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
