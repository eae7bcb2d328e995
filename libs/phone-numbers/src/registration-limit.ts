/** Meta takes 10 registrations and deregistrations of a number in 72 hours. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration */
export const MAX_REGISTRATIONS = 10;
export const REGISTRATION_WINDOW_MS = 72 * 3_600_000;

export interface RegistrationRoom {
  readonly left: number;
  /** When the next one is possible; null when there is room now. */
  readonly freeAt: Date | null;
}

/** Room that is left, by the times of earlier registrations. One whose outcome is unknown counts: Meta may have counted it. */
export function registrationRoom(earlier: readonly Date[], now: Date): RegistrationRoom {
  const since = now.getTime() - REGISTRATION_WINDOW_MS;
  const counted = earlier.map((at) => at.getTime()).filter((at) => at > since);
  const left = Math.max(0, MAX_REGISTRATIONS - counted.length);
  if (left > 0) return { left, freeAt: null };
  const oldestThatBlocks = counted.sort((a, b) => b - a)[MAX_REGISTRATIONS - 1] as number;
  return { left, freeAt: new Date(oldestThatBlocks + REGISTRATION_WINDOW_MS) };
}
