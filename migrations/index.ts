import { CreateAgencies1795341600000 } from './1795341600000-create-agencies.js';
import { CreateAudit1795341660000 } from './1795341660000-create-audit.js';
import { CreateAccess1795341720000 } from './1795341720000-create-access.js';
import { CreatePhoneNumbers1795341780000 } from './1795341780000-create-phone-numbers.js';
import { CreateContactsAndConsent1795341840000 } from './1795341840000-create-contacts-and-consent.js';
import { CreateMessages1795341900000 } from './1795341900000-create-messages.js';
import { CreateWebhooksAndEvents1795341960000 } from './1795341960000-create-webhooks-and-events.js';
import { CreatePartitionMaintenance1795342020000 } from './1795342020000-create-partition-maintenance.js';
import { CreateSessionsAndFactors1795342080000 } from './1795342080000-create-sessions-and-factors.js';
import { CreateInvitationsAndQuotas1795342140000 } from './1795342140000-create-invitations-and-quotas.js';
import { CreateOnboarding1795342200000 } from './1795342200000-create-onboarding.js';
import { AddNumberOnboarding1795342260000 } from './1795342260000-add-number-onboarding.js';
import { CreateSsoAndLiveEvents1795342320000 } from './1795342320000-create-sso-and-live-events.js';
import { AddDemoMark1795342380000 } from './1795342380000-add-demo-mark.js';
import { IndexEntriesByEvent1795342440000 } from './1795342440000-index-entries-by-event.js';
import { CloseOnboardingGaps1795342500000 } from './1795342500000-close-onboarding-gaps.js';
import { CreateCallbacks1795342560000 } from './1795342560000-create-callbacks.js';
import { PaceAndSwitches1795342620000 } from './1795342620000-pace-and-switches.js';
import { TimeAndBatches1795342680000 } from './1795342680000-time-and-batches.js';
import { NameWhoActed1795342755000 } from './1795342755000-name-who-acted.js';
import { UntieHotRows1795342770000 } from './1795342770000-untie-hot-rows.js';
import { TellOfTemplates1795342800000 } from './1795342800000-tell-of-templates.js';
import { HearEverything1795342860000 } from './1795342860000-hear-everything.js';
import { WriteTemplates1795342920000 } from './1795342920000-write-templates.js';
import { CreateMedia1795342980000 } from './1795342980000-create-media.js';
import { NameEntriesOfAttempts1795343040000 } from './1795343040000-name-entries-of-attempts.js';
import { WatchNumbers1795343100000 } from './1795343100000-watch-numbers.js';

/** Every migration, in order. Named one by one, so that two branches that add one meet in a merge conflict. */
export const migrations = [
  CreateAgencies1795341600000,
  CreateAudit1795341660000,
  CreateAccess1795341720000,
  CreatePhoneNumbers1795341780000,
  CreateContactsAndConsent1795341840000,
  CreateMessages1795341900000,
  CreateWebhooksAndEvents1795341960000,
  CreatePartitionMaintenance1795342020000,
  CreateSessionsAndFactors1795342080000,
  CreateInvitationsAndQuotas1795342140000,
  CreateOnboarding1795342200000,
  AddNumberOnboarding1795342260000,
  CreateSsoAndLiveEvents1795342320000,
  AddDemoMark1795342380000,
  IndexEntriesByEvent1795342440000,
  CloseOnboardingGaps1795342500000,
  CreateCallbacks1795342560000,
  PaceAndSwitches1795342620000,
  TimeAndBatches1795342680000,
  NameWhoActed1795342755000,
  UntieHotRows1795342770000,
  TellOfTemplates1795342800000,
  HearEverything1795342860000,
  WriteTemplates1795342920000,
  CreateMedia1795342980000,
  NameEntriesOfAttempts1795343040000,
  WatchNumbers1795343100000,
];
