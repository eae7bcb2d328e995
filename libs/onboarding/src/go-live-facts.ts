/** What the checklist is worked out from. A moment tells since when a thing is so; null, that it is not. */
export interface GoLiveFacts {
  readonly legalName: string | null;
  readonly country: string | null;
  readonly departmentAt: Date | null;
  /** The live number that has come furthest. */
  readonly number: NumberFacts | null;
  /** Whether a template of the account of a live number is approved, and whether one waits for Meta. */
  readonly hasApprovedTemplate: boolean;
  readonly hasPendingTemplate: boolean;
  readonly purposeAt: Date | null;
  /** When the first message of a live number was delivered. */
  readonly deliveredAt: Date | null;
  /** When the first webhook about messages of a live number was understood. */
  readonly webhookAt: Date | null;
  /** When the second of its admins who may sign in got the role. */
  readonly secondAdminAt: Date | null;
  /** Whether each of its admins signs in with a second step: an own one, or what their agency's directory asks for. */
  readonly areAdminsProtected: boolean;
  /** When a live key sent the first message. */
  readonly keyUsedAt: Date | null;
  /** When a system of a department first took a callback. */
  readonly callbackAt: Date | null;
  /** What people said is done, by task. */
  readonly said: ReadonlyMap<string, { readonly doneAt: Date; readonly doneBy: string }>;
}

export interface NumberFacts {
  readonly isConnected: boolean;
  /** What Meta said of its display name; null until Meta was asked. */
  readonly nameStatus: string | null;
}
