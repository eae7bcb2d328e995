import type { ActorKind, IdKind, Uuid } from '#libs/kernel';

/** What an agency stops for itself. The platform stops all agencies at once. */
export const AGENCY_SCOPES = ['agency', 'number', 'template', 'campaign', 'api-key'] as const;

export type AgencyScope = (typeof AGENCY_SCOPES)[number];
export type SwitchScope = AgencyScope | 'platform';

/** `on` stops messages now. */
export const SWITCH_STATES = ['on', 'lifted'] as const;

export type SwitchState = (typeof SWITCH_STATES)[number];

/** The kind of id that names the target of a scope. */
export const TARGET_KINDS: Readonly<Record<SwitchScope, IdKind>> = {
  platform: 'agency',
  agency: 'agency',
  number: 'phoneNumber',
  template: 'template',
  campaign: 'campaign',
  'api-key': 'apiKey',
};

/** While it is not lifted, nothing of what it names is sent. */
export interface Switch {
  readonly id: Uuid;
  readonly scope: SwitchScope;
  readonly targetId: Uuid;
  readonly reason: string;
  readonly stoppedByKind: ActorKind;
  readonly stoppedBy: Uuid;
  readonly stoppedAt: Date;
  readonly liftedByKind: ActorKind | null;
  readonly liftedBy: Uuid | null;
  readonly liftedAt: Date | null;
}

export interface NewSwitch {
  readonly scope: AgencyScope;
  /** Left out for the scope `agency`. */
  readonly targetId?: Uuid;
  /** Why; whoever wonders where the messages are reads it. */
  readonly reason: string;
}
