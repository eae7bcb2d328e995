const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A session that nobody used for so long is over: a screen left alone in an office. */
export const SESSION_IDLE_SECONDS = 15 * MINUTE;

/** A session is over after this whatever happens: a working day with a reserve. */
export const SESSION_LIFE_SECONDS = 12 * HOUR;

/** An answer with a new refresh token may be lost on its way; for so long the one before gets the same answer again. */
export const LOST_ANSWER_GRACE_SECONDS = 10;

/** How long a session that is over is kept: long enough to look into a theft. */
export const SESSION_KEPT_DAYS = 30;

/** Last use is written down at most this often. */
export const TOUCH_SECONDS = MINUTE;

/** How long a repeated proof of identity opens the dangerous acts. */
export const STEP_UP_SECONDS = 10 * MINUTE;

/** How long a half-done sign-in waits for its second step. */
export const CHALLENGE_SECONDS = 5 * MINUTE;

/** Tries at one second step; the sixth needs the password again. */
export const CHALLENGE_ATTEMPTS = 5;

/** Failed proofs of one person in one window, whether password or second step, until the account is locked. */
export const LOCK_AFTER_FAILURES = 10;
export const LOCK_WINDOW_SECONDS = 15 * MINUTE;

/** How long the link of a recovery mail works. */
export const PASSWORD_RESET_SECONDS = HOUR;
