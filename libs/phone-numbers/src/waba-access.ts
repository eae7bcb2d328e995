import type { Mode } from '#libs/kernel';

/** A WhatsApp Business account of the agency, with what a request about it needs. */
export interface WabaAccess {
  readonly wabaId: string;
  readonly mode: Mode;
  readonly accessToken: string;
  readonly baseUrl: string;
}
