import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { GoLiveFacts } from './go-live-facts.js';

type FactsRow = Omit<GoLiveFacts, 'number' | 'said'> & {
  readonly isConnected: boolean | null;
  readonly nameStatus: string | null;
};

/**
 * Reads what the checklist asks of the whole house in one statement: whether things are there and since when, never what
 * they say. It writes nothing, so each table keeps the one file that changes it.
 */
@Injectable()
export class GoLiveFactsRepository {
  async gather(tx: AgencyTx): Promise<Omit<GoLiveFacts, 'said'>> {
    const [row] = await tx.query<FactsRow>(
      `WITH admins AS (
         SELECT p.id, min(m.valid_from) AS since, bool_or(p.mfa OR m.by_sso) AS is_protected
         FROM members_of_agency() AS p JOIN memberships m ON m.agency_id = $1 AND m.user_id = p.id
         WHERE p.disabled_at IS NULL AND m.role = 'agency_admin' AND m.valid_from <= now()
           AND (m.valid_to IS NULL OR m.valid_to > now()) GROUP BY p.id),
       live_numbers AS (SELECT * FROM phone_numbers WHERE agency_id = $1 AND mode = 'live'),
       live_templates AS (
         SELECT status FROM templates WHERE agency_id = $1 AND waba_id IN (SELECT waba_id FROM live_numbers))
       SELECT a.legal_name AS "legalName", a.country,
         (SELECT min(created_at) FROM departments WHERE agency_id = $1 AND archived_at IS NULL) AS "departmentAt",
         n.is_connected AS "isConnected",
         n.name_status AS "nameStatus",
         EXISTS (SELECT 1 FROM live_templates WHERE status = 'APPROVED') AS "hasApprovedTemplate",
         EXISTS (SELECT 1 FROM live_templates WHERE status = 'PENDING') AS "hasPendingTemplate",
         (SELECT min(active_from) FROM purposes WHERE agency_id = $1 AND active_to IS NULL AND code <> 'reply') AS "purposeAt",
         (SELECT state_at FROM messages WHERE agency_id = $1 AND direction = 'outbound' AND mode = 'live'
           AND state IN ('delivered', 'read', 'played') ORDER BY id LIMIT 1) AS "deliveredAt",
         coalesce((SELECT CASE direction WHEN 'inbound' THEN accepted_at ELSE state_at END FROM messages WHERE agency_id = $1 AND mode = 'live' AND
           (direction = 'inbound' OR state IN ('delivered', 'read', 'played')) ORDER BY id LIMIT 1),
           (SELECT min(w.since) FROM webhook_activity w JOIN live_numbers n ON n.id = w.phone_number_id
            WHERE w.agency_id = $1)) AS "webhookAt",
         (SELECT since FROM admins ORDER BY since OFFSET 1 LIMIT 1) AS "secondAdminAt",
         (SELECT coalesce(bool_and(is_protected), false) FROM admins) AS "areAdminsProtected",
         (SELECT accepted_at FROM messages WHERE agency_id = $1 AND direction = 'outbound' AND mode = 'live'
           AND actor_kind = 'api_key' ORDER BY id LIMIT 1) AS "keyUsedAt",
         (SELECT min(first_success_at) FROM callback_endpoints WHERE agency_id = $1) AS "callbackAt"
       FROM agencies a LEFT JOIN LATERAL (
         SELECT onboarding_state = 'connected' AS is_connected, name_status FROM live_numbers
         ORDER BY onboarding_state = 'connected' DESC,
           coalesce(name_status IN ('APPROVED', 'AVAILABLE_WITHOUT_REVIEW'), false) DESC, created_at LIMIT 1) AS n ON true
       WHERE a.agency_id = $1`,
      [tx.agencyId],
    );
    const { isConnected, nameStatus, ...facts } = row as FactsRow;
    return { ...facts, number: isConnected === null ? null : { isConnected, nameStatus } };
  }
}
