// Made from openapi.json by `npm run generated:write`; do not edit.

export interface paths {
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages, newest first */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message to a citizen
         * @description Answered once the message is stored for good. Whether it arrives shows in its timeline. The right to send is checked now and again when the message leaves.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a message with its timeline */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again that did not arrive
         * @description Makes a new message that names the old one in `resendOf`. The right to send is checked anew.
         */
        post: operations["resendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a message that was not sent yet */
        post: operations["cancelMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change a contact
         * @description The same request twice changes nothing more. An opt-in does not undo a STOP.
         */
        put: operations["putContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a choice of a person about a purpose
         * @description A person named by phone becomes a contact when they are not one yet. A withdrawal acts within 5 seconds.
         */
        post: operations["recordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the active purposes of the agency */
        get: operations["listPurposes"];
        put?: never;
        /**
         * Make a purpose, or its next version
         * @description A version never changes. The same purpose again answers the version there is; its category is fixed.
         */
        post: operations["createPurpose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the templates of the agency */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the templates from WhatsApp now */
        post: operations["syncTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entries of the audit log, newest first
         * @description An entry appears about a quarter of a second after its action. Each page that a person opens is itself put on record (`data.report.viewed`, with the filters); reading with an API key is not.
         */
        get: operations["list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Gives an access token that lasts ten minutes.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process can do its work
         * @description `degraded` without Redis: slower, not down.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TemplateContentDto: {
            /** @description Name of an approved template; `GET /v1/templates` lists them. */
            name: string;
            /**
             * @description Such as `en` or `en_GB`; left out, the language of the message or of the contact is taken.
             * @example en
             */
            language?: string;
            /** @description One text per variable: by its name, or "1", "2", … for numbered ones. */
            variables?: {
                [key: string]: string;
            };
        };
        TextContentDto: {
            /** @description What the citizen reads; 1 to 4,096 characters. */
            body: string;
            /** @description Shows a preview of the first link. */
            previewUrl?: boolean;
        };
        SendMessageDto: {
            /**
             * @description Phone number of the citizen in E.164 form.
             * @example +447700900123
             */
            to?: string;
            /**
             * @description A contact of the agency, instead of `to`.
             * @example con_01jc000000e008000000000000
             */
            contactId?: string;
            /** @description WhatsApp's user id of a citizen whose phone is hidden, instead of `to`. */
            userId?: string;
            /** @description Code of the purpose that gives the right to send; `GET /v1/purposes` lists them. */
            purpose: string;
            /** @description A template: the only content outside the 24 hours after the citizen last wrote. */
            template?: components["schemas"]["TemplateContentDto"];
            /** @description Free text, inside the 24 hours after the citizen last wrote. A plain string is taken as its body. */
            text?: components["schemas"]["TextContentDto"];
            /** @description Your own name for the message, at most 200 characters; comes back in every answer about it. */
            reference?: string;
            /** @description Up to 20 names with texts of at most 500 characters, kept with the message. */
            metadata?: {
                [key: string]: string;
            };
            /**
             * @description Phone number (`num_…`) to send from; left out, the agency's first.
             * @example num_01jc000000e008000000000000
             */
            from?: string;
            /**
             * Format: date-time
             * @description Not before this time; at most 90 days ahead.
             * @example 2026-11-22T09:30:00Z
             */
            sendAt?: string;
            /**
             * Format: date-time
             * @description Not after this time; left out, the purpose decides, else three days.
             * @example 2026-11-22T09:30:00Z
             */
            expiresAt?: string;
            /**
             * @description Urgency; left out, the purpose decides. `alert` is reached only through alerts.
             * @enum {string}
             */
            lane?: "reply" | "transactional" | "bulk" | "alert";
            /**
             * @description Language of the citizen, when they are not known yet.
             * @example en
             */
            language?: string;
        };
        AcceptedMessageDto: {
            /** @description `msg_…` */
            id: string;
            /** @description Always `accepted`. */
            state: string;
            /** @description When it was committed. */
            acceptedAt: string;
            /** @description Your own name for it. */
            reference?: string;
        };
        FailureDto: {
            /** @description WhatsApp's error code, or one of Belfry. */
            code: string;
            /** @description What happened, in plain words. */
            reason: string;
            /** @description What to do about it. */
            remedy: string;
        };
        MessageSummaryDto: {
            /** @description `msg_…` */
            id: string;
            /** @description `outbound` to the citizen, or `inbound` from them. */
            direction: string;
            /** @description Where it stands: accepted, queued, sending, in_doubt, suppressed, cancelled, expired, rejected, unconfirmed, sent, failed, delivered, read, played, received. */
            state: string;
            /** @description `live`, or `sandbox` for a message that never reaches a real phone. */
            mode: string;
            /** @description Your own name for it. */
            reference?: string;
            /** @description Code of its purpose. */
            purpose?: string;
            /** @description The citizen, as `con_…`. */
            contactId: string;
            /** @description The phone number of the agency, as `num_…`. */
            from: string;
            /** @description Urgency. */
            lane: string;
            /** @description `text`, `template`, or what came in. */
            kind: string;
            /** @description What it says. Missing once the person was erased. */
            content?: Record<string, never>;
            /** @description As given when it was sent. */
            metadata?: {
                [key: string]: string;
            };
            /** @description When it was accepted or received. */
            acceptedAt: string;
            /** @description Not sent before this. */
            sendAt?: string;
            /** @description Not sent after this. */
            expiresAt?: string;
            /** @description The message that this one repeats, as `msg_…`. */
            resendOf?: string;
            /** @description Why it did not arrive. */
            failure?: components["schemas"]["FailureDto"];
        };
        MessagePageDto: {
            data: components["schemas"]["MessageSummaryDto"][];
            /** @description Pass as `after` for the next page; null on the last. */
            next: string | null;
        };
        TimelineStepDto: {
            /** @description What the message became. */
            state: string;
            /** @description When; provider states by WhatsApp's clock. */
            at: string;
            /** @description More about it, such as the error of WhatsApp. */
            detail?: string;
        };
        MessageDto: {
            /** @description `msg_…` */
            id: string;
            /** @description `outbound` to the citizen, or `inbound` from them. */
            direction: string;
            /** @description Where it stands: accepted, queued, sending, in_doubt, suppressed, cancelled, expired, rejected, unconfirmed, sent, failed, delivered, read, played, received. */
            state: string;
            /** @description `live`, or `sandbox` for a message that never reaches a real phone. */
            mode: string;
            /** @description Your own name for it. */
            reference?: string;
            /** @description Code of its purpose. */
            purpose?: string;
            /** @description The citizen, as `con_…`. */
            contactId: string;
            /** @description The phone number of the agency, as `num_…`. */
            from: string;
            /** @description Urgency. */
            lane: string;
            /** @description `text`, `template`, or what came in. */
            kind: string;
            /** @description What it says. Missing once the person was erased. */
            content?: Record<string, never>;
            /** @description As given when it was sent. */
            metadata?: {
                [key: string]: string;
            };
            /** @description When it was accepted or received. */
            acceptedAt: string;
            /** @description Not sent before this. */
            sendAt?: string;
            /** @description Not sent after this. */
            expiresAt?: string;
            /** @description The message that this one repeats, as `msg_…`. */
            resendOf?: string;
            /** @description Why it did not arrive. */
            failure?: components["schemas"]["FailureDto"];
            /** @description What it went through, oldest first. */
            timeline: components["schemas"]["TimelineStepDto"][];
        };
        OptInDto: {
            /** @enum {string} */
            method: "web" | "ivr" | "paper" | "in_person" | "sms" | "whatsapp_keyword" | "whatsapp_button" | "api" | "import";
            /**
             * Format: date-time
             * @description When the person agreed
             * @example 2026-11-22T09:30:00Z
             */
            at: string;
            /** @description What proves it: a form, a recording, the wording shown. Text or an object */
            evidence?: string;
        };
        PutContactDto: {
            /** @example +447700900123 */
            phone?: string;
            /** @description WhatsApp's user id, for a person whose phone is hidden */
            userId?: string;
            /** @example en */
            language?: string;
            name?: string;
            optIn?: components["schemas"]["OptInDto"];
        };
        ContactOptInDto: {
            /** @example web */
            method: string;
            /** Format: date-time */
            at: string;
        };
        WrittenContactDto: {
            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /**
             * @description All but the last digits hidden
             * @example +44•••••••123
             */
            phone: string | null;
            /** @example en */
            language: string | null;
            /** @description What is known of them */
            identities: ("phone" | "wa_id" | "bsuid" | "parent_bsuid")[];
            /** @description Evidence that they agreed to WhatsApp messages */
            optIn: components["schemas"]["ContactOptInDto"] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description False when the contact was there already */
            created: boolean;
        };
        ContactDto: {
            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /**
             * @description All but the last digits hidden
             * @example +44•••••••123
             */
            phone: string | null;
            /** @example en */
            language: string | null;
            /** @description What is known of them */
            identities: ("phone" | "wa_id" | "bsuid" | "parent_bsuid")[];
            /** @description Evidence that they agreed to WhatsApp messages */
            optIn: components["schemas"]["ContactOptInDto"] | null;
            /** Format: date-time */
            createdAt: string;
        };
        RecordConsentDto: {
            /**
             * @description Phone number of the person, in E.164 form
             * @example +447700900123
             */
            to?: string;
            /**
             * @description A contact of the agency, instead of `to`
             * @example con_01jc000000e008000000000000
             */
            contactId?: string;
            /**
             * @description Code of the purpose
             * @example clinic-reminders
             */
            purpose: string;
            /** @enum {string} */
            event: "granted" | "withdrawn" | "objected";
            /**
             * @description How the person said it (`api`)
             * @enum {string}
             */
            method?: "web" | "ivr" | "paper" | "in_person" | "sms" | "whatsapp_keyword" | "whatsapp_button" | "api" | "import";
            /**
             * Format: date-time
             * @description When the person said it (now)
             * @example 2026-11-22T09:30:00Z
             */
            at?: string;
            /** @description What proves it: a form, a recording, the wording shown. Text or an object */
            evidence?: string;
        };
        ConsentDto: {
            /** @example evt_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
            contactId: string;
            /** @example clinic-reminders */
            purpose: string;
            /** @enum {string} */
            state: "granted" | "withdrawn" | "objected" | "refused" | "expired" | "none";
            /**
             * Format: date-time
             * @description Since when the state holds
             */
            since: string;
        };
        PurposeDto: {
            /** @example pur_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example clinic-reminders */
            code: string;
            /** @example 1 */
            version: number;
            /** @example Reminders of clinic appointments */
            title: string;
            /** @enum {string} */
            category: "service" | "marketing" | "alert" | "survey" | "otp";
            /** @enum {string} */
            basis: "consent" | "public_task" | "legal_obligation" | "vital_interests" | "contract" | "legitimate_interest";
            legalInstrument: string | null;
            objectable: boolean;
            /** @enum {string} */
            inDoubtPolicy: "resend_checked" | "resend_fast" | "hold";
            /**
             * @description Urgency of its messages unless they say otherwise
             * @enum {string}
             */
            lane: "alert" | "reply" | "transactional" | "bulk";
            defaultTtlSeconds: number | null;
            /** Format: date-time */
            activeFrom: string;
        };
        PurposePageDto: {
            data: components["schemas"]["PurposeDto"][];
            /** @description Always null: all purposes fit on one page */
            next: string | null;
        };
        CreatePurposeDto: {
            /** @example clinic-reminders */
            code: string;
            /**
             * @description What citizens and auditors read
             * @example Reminders of clinic appointments
             */
            title: string;
            /** @enum {string} */
            category: "service" | "marketing" | "alert" | "survey" | "otp";
            /**
             * @description Legal basis; marketing needs `consent`
             * @enum {string}
             */
            basis: "consent" | "public_task" | "legal_obligation" | "vital_interests" | "contract" | "legitimate_interest";
            /** @description The law or decree; required when nobody may object */
            legalInstrument?: string;
            /** @description Whether people may object, also by STOP (true) */
            objectable?: boolean;
            /**
             * @description What becomes of a message of which nobody knows whether it left (by category)
             * @enum {string}
             */
            inDoubtPolicy?: "resend_checked" | "resend_fast" | "hold";
            /** @description After how long a message is no longer worth sending */
            defaultTtlSeconds?: number;
        };
        TemplateButtonDto: {
            /** @example QUICK_REPLY */
            type: string;
            /** @example Change the day */
            text: string;
            /** @example https://example.org/visit/{{1}} */
            url?: string;
        };
        TemplateDto: {
            /** @example tpl_01jb6000000000000000000000 */
            id: string;
            /** @example clinic_reminder */
            name: string;
            /** @example en */
            language: string;
            /**
             * @description UTILITY, MARKETING or AUTHENTICATION
             * @example UTILITY
             */
            category: string;
            /**
             * @description Meta's status; only APPROVED is sent
             * @example APPROVED
             */
            status: string;
            /**
             * @description Rises with each change of the content
             * @example 1
             */
            version: number;
            /**
             * @description Keys of `template.variables`
             * @example [
             *       "name",
             *       "day"
             *     ]
             */
            variables: string[];
            header?: string;
            /** @example Hello {{name}}, we expect you on {{day}} at the clinic. */
            body: string;
            footer?: string;
            buttons: components["schemas"]["TemplateButtonDto"][];
            /**
             * @description Meta's id of the WhatsApp Business account
             * @example 1029384756
             */
            wabaId: string;
            /**
             * Format: date-time
             * @description When Meta last listed it
             */
            syncedAt: string;
        };
        TemplatePageDto: {
            data: components["schemas"]["TemplateDto"][];
            /** @description Pass as `after` for the next page */
            next: string | null;
        };
        SyncResultDto: {
            /** @example 3 */
            added: number;
            /**
             * @description New content, status or category, or no longer listed
             * @example 0
             */
            changed: number;
            /** @example 12 */
            unchanged: number;
        };
        AuditActorDto: {
            /**
             * @description `citizen` is a contact who wrote; `provider` is WhatsApp
             * @enum {string}
             */
            kind: "user" | "api_key" | "system" | "citizen" | "provider";
            /**
             * @description Id of the person, key or contact; `system` for Belfry itself
             * @example system
             */
            id: string;
            /**
             * @description Role held at that time
             * @example agency_admin
             */
            role?: string;
        };
        AuditTargetDto: {
            /**
             * @description Kind of thing, in snake case
             * @example message
             */
            kind: string;
            /**
             * @description Its id; a UUID where the kind has no prefix
             * @example msg_01jb6000000000000000000000
             */
            id: string;
        };
        AuditEntryDto: {
            /**
             * @description Place in the log, from 0 without a gap; a whole number as text
             * @example 41
             */
            seq: string;
            /** @example aud_01jb6000000000000000000000 */
            id: string;
            /**
             * Format: date-time
             * @description When it happened
             * @example 2026-11-22T10:00:01.123000Z
             */
            at: string;
            /**
             * @description `category.verb`
             * @example message.accepted
             */
            type: string;
            /** @example message */
            category: string;
            /**
             * @example success
             * @enum {string}
             */
            outcome: "success" | "denied" | "failure" | "unknown";
            /** @description Who did it */
            actor: components["schemas"]["AuditActorDto"];
            /** @description What it was done to */
            target?: components["schemas"]["AuditTargetDto"];
            /**
             * @description Legal basis
             * @example public_task
             */
            basis?: string;
            /**
             * @description Why, as a stable code
             * @example consent-withdrawn
             */
            reason?: string;
            /**
             * Format: uuid
             * @description The request that it belongs to
             */
            requestId?: string;
            /**
             * @description Network that the request came from
             * @example 203.0.113.0/24
             */
            network?: string;
            /** @description Commitment to a detail that is kept apart: SHA-256, base64 */
            commit?: string;
            /** @description SHA-256(0x00 ‖ entry), base64: the leaf of the Merkle tree (RFC 6962) */
            leafHash: string;
            /** @description The exact bytes of the entry, base64: canonical JSON (RFC 8785) */
            entry: string;
        };
        AuditEntryPageDto: {
            data: components["schemas"]["AuditEntryDto"][];
            /** @description Pass as `after` for the next page, with the same filters */
            next: string | null;
        };
        SignInDto: {
            /** @example admin@health.example */
            email: string;
            password: string;
        };
        SessionDto: {
            /** @description To be sent as `Authorization: Bearer` */
            accessToken: string;
            /** Format: date-time */
            expiresAt: string;
        };
        HealthDto: {
            /** @enum {string} */
            status: "ok" | "degraded" | "down";
            /**
             * @example {
             *       "database": "ok",
             *       "redis": "Redis does not answer"
             *     }
             */
            checks: {
                [key: string]: string;
            };
        };
        /** @description A refusal */
        Problem: {
            /** @example /problems/invalid-request */
            type: string;
            /** @example Invalid request */
            title: string;
            /** @example 400 */
            status: number;
            /**
             * @description Stable: programs decide by it
             * @example invalid-request
             */
            code: string;
            /** @description What is wrong and what to do, for developers */
            detail: string;
            errors?: components["schemas"]["FieldProblem"][];
            /** Format: uuid */
            requestId: string;
        };
        FieldProblem: {
            /** @example template.variables.name */
            field: string;
            /** @example required */
            code: string;
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listMessages: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Only messages in this state. */
                state?: "received" | "accepted" | "queued" | "sending" | "in_doubt" | "suppressed" | "cancelled" | "expired" | "rejected" | "unconfirmed" | "sent" | "failed" | "delivered" | "read" | "played";
                /** @description Only messages in this direction. */
                direction?: "outbound" | "inbound";
                /** @description Only messages with this contact. */
                contactId?: string;
                /** @description Only messages that you gave this name. */
                reference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePageDto"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description A text of your choice, at most 255 visible ASCII characters. The same key with the same body gives the stored answer for 24 hours and acts once. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedMessageDto"];
                };
            };
            /** @description `invalid-request`, `idempotency-key-missing`, `idempotency-key-invalid`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `lane-reserved` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `opt-in-missing`, `consent-missing`, `consent-withdrawn`, `objected`, `suppressed`, `window-closed`, `template-not-approved`, `template-parameters`, `purpose-unknown`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sandbox-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your choice, at most 255 visible ASCII characters. The same key with the same body gives the stored answer for 24 hours and acts once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedMessageDto"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-resendable`, `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-cancellable` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutContactDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenContactDto"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDto"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your choice, at most 255 visible ASCII characters. The same key with the same body gives the stored answer for 24 hours and acts once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordConsentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentDto"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `purpose-unknown`, `invalid-request`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPurposes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurposePageDto"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPurpose: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your choice, at most 255 visible ASCII characters. The same key with the same body gives the stored answer for 24 hours and acts once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePurposeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurposeDto"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-request`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Exact name */
                name?: string;
                /** @description Exact language */
                language?: string;
                /** @description Meta's status */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePageDto"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResultDto"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-refused` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
                /** @description Exact type */
                type?: string;
                /** @description First part of the type */
                category?: "auth" | "access" | "apikey" | "agency" | "contact" | "template" | "message" | "campaign" | "alert" | "consent" | "suppression" | "privacy" | "data" | "webhook_in" | "webhook_out" | "control" | "crypto" | "audit" | "system";
                outcome?: "success" | "denied" | "failure" | "unknown";
                actorKind?: "user" | "api_key" | "system" | "citizen" | "provider";
                /** @description Who did it: an id (`usr_…`, `key_…`, `con_…`), or `system` */
                actorId?: string;
                /** @description Kind of what it was done to */
                targetKind?: string;
                /** @description What it was done to: an id of any kind (`msg_…`, `con_…`) */
                targetId?: string;
                /** @description Exact reason code */
                reason?: string;
                /** @description Entries of this moment and later */
                from?: string;
                /** @description Entries before this moment */
                to?: string;
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPageDto"];
                };
            };
            /** @description `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission-missing`, `agency-suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description `sign-in-failed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-attempts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description Any other refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
