import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Mode, Uuid } from '#libs/kernel';
import type { TokenState } from './number-details.js';
import type { OnboardingState } from './onboarding-state.js';

/** A number of any agency, as who runs the platform sees it. */
export interface PlatformNumber {
  readonly agencyId: Uuid;
  readonly id: Uuid;
  readonly portfolioId: Uuid;
  readonly wabaId: string;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly mode: Mode;
  readonly state: OnboardingState;
  readonly qualityRating: string | null;
  readonly metaStatus: string | null;
  readonly nameStatus: string | null;
  readonly messagingLimit: string | null;
  readonly messagesPerSecond: number;
  readonly hearsWebhooks: boolean | null;
  readonly tokenState: TokenState | null;
  readonly tokenExpiresAt: Date | null;
  readonly heldReason: string | null;
  readonly heldUntil: Date | null;
  readonly bulkHeldUntil: Date | null;
  readonly driftFoundAt: Date | null;
  readonly refreshedAt: Date | null;
}

/** Asks the one function that lists the numbers of all agencies; outside a transaction of the platform it has no rows. */
@Injectable()
export class PlatformNumbersRepository {
  async list(tx: AgencyTx): Promise<PlatformNumber[]> {
    return tx.query<PlatformNumber>(
      `SELECT agency_id AS "agencyId", id, portfolio_id AS "portfolioId", waba_id AS "wabaId",
         display_phone_number AS "displayPhoneNumber", verified_name AS "verifiedName", mode, onboarding_state AS state,
         quality_rating AS "qualityRating", meta_status AS "metaStatus", name_status AS "nameStatus",
         messaging_limit AS "messagingLimit", messages_per_second AS "messagesPerSecond", hears_webhooks AS "hearsWebhooks",
         token_state AS "tokenState", token_expires_at AS "tokenExpiresAt", held_reason AS "heldReason",
         held_until AS "heldUntil", bulk_held_until AS "bulkHeldUntil", drift_found_at AS "driftFoundAt",
         refreshed_at AS "refreshedAt"
       FROM numbers_of_platform() ORDER BY display_phone_number, id`,
    );
  }
}
