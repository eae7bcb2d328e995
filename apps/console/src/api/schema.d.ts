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
    "/v1/messages/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send up to 1,000 messages
         * @description Each message is accepted or refused by itself, with the same checks and codes as alone; `results` has one entry for each, in order. Stored and answered together: the `Idempotency-Key` covers the whole batch, and repeating it gives the same answer. To try refused messages again, send them in a new batch with a new key.
         */
        post: operations["sendBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel up to 1,000 messages that were not sent yet
         * @description Each is cancelled or refused by itself, as alone; `results` has one entry for each id, in order. An `Idempotency-Key` gives the same answer again.
         */
        post: operations["cancelMessages"];
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
    "/v1/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a message of a citizen as read
         * @description The citizen sees blue ticks on it and on all that they wrote before it. With `typing` they also see that somebody writes an answer, until the next message or for 25 seconds. Within 30 days of the message.
         */
        post: operations["markMessageRead"];
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
        /**
         * Write a template
         * @description A draft, in one language. It goes to WhatsApp once a second person has approved it.
         */
        post: operations["createTemplate"];
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
    "/v1/templates/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the templates by name, each with its languages */
        get: operations["listTemplateNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what is wrong with a text
         * @description Every rule that WhatsApp checks, and some for plain language. Nothing is stored.
         */
        post: operations["lintTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a text as citizens would read it
         * @description Nothing is stored.
         */
        post: operations["previewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a template with its versions and its history */
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        /**
         * Delete it at WhatsApp
         * @description The name of an approved template cannot be used again for thirty days. Its versions are kept here.
         */
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a new version
         * @description The version that WhatsApp has goes on being sent until the new one is submitted.
         */
        post: operations["writeTemplateVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the template in another language
         * @description With the words of this one.
         */
        post: operations["addTemplateLanguage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy it to a new name
         * @description As a draft, for instance of what was rejected.
         */
        post: operations["copyTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show it as a contact would read it
         * @description In the contact's language where the template has it; exactly the text that is sent.
         */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it no more
         * @description It stays at WhatsApp and can be restored.
         */
        post: operations["archiveTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it out of the archive */
        post: operations["restoreTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for approval
         * @description Refused while a rule of WhatsApp is broken. A person who did not write it then approves it.
         */
        post: operations["submitTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a version, which submits it to WhatsApp
         * @description Never by whoever wrote it. Where WhatsApp does not answer, it is submitted within the next minutes.
         */
        post: operations["approveTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a version back to its writer
         * @description With what should change.
         */
        post: operations["rejectTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files of the library, newest first
         * @description What was refused is listed with `?state=refused` only. What citizens sent stands with their messages.
         */
        get: operations["listMedia"];
        put?: never;
        /**
         * Add a file to the library
         * @description As `multipart/form-data` with the part `file`, or as JSON with the `url` to fetch it from. What it is, is read from its content. Pictures are drawn anew, without place and camera. With a virus scanner that is away, the file stays `scanning` until it is back.
         */
        post: operations["addMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a file and where it is used */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        /**
         * Remove a file
         * @description Its key is gone at once, its bytes soon after, here and at WhatsApp. Messages that were sent keep theirs.
         */
        delete: operations["removeMedia"];
        options?: never;
        head?: never;
        /** Say what a file shows */
        patch: operations["changeMedia"];
        trace?: never;
    };
    "/v1/media/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a short link to a file
         * @description Works for a few minutes and for whoever holds it. For a file that a citizen sent, the log names who asked.
         */
        get: operations["getMediaLink"];
        put?: never;
        post?: never;
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
    "/v1/audit/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one entry of the audit log
         * @description When a person reads it, that is itself put on record (`data.report.viewed`).
         */
        get: operations["getEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/entries/{id}/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the detail of one entry of the audit log
         * @description What an entry says that may name a person is kept apart from it, sealed, and erased with that person; the entry holds a commitment to it. When a person reads it, that is itself put on record (`data.report.viewed`).
         */
        get: operations["getDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the WhatsApp numbers of the agency */
        get: operations["listNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a number */
        get: operations["getNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/request-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have WhatsApp send a code to the number
         * @description The same request again within 30 seconds sends no second code.
         */
        post: operations["requestCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/verify-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the number with the code that came to it */
        post: operations["verifyCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register the number with its two-step PIN
         * @description WhatsApp takes ten registrations in 72 hours. Registering again puts an approved display name into force.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/display-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another display name, which WhatsApp reviews */
        post: operations["changeName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the business profile as WhatsApp last told it */
        get: operations["getBusinessProfile"];
        /** Change the business profile; fields that are left out stay */
        put: operations["putProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask WhatsApp how the number stands */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the number stands: risk, 30 days of quality, the shared limit and its use, pace, drift */
        get: operations["getNumberHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/deregister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the number off WhatsApp
         * @description Nothing is sent from it until it is registered again. Counts as one of ten registrations in 72 hours.
         */
        post: operations["deregister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the two-step PIN, which is kept sealed and shown to nobody */
        post: operations["changePin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have Belfry hear the webhooks of the number’s account */
        post: operations["subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/drift/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody has looked at what Meta says otherwise */
        post: operations["acknowledgeDrift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/short-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the links, with their QR codes, that open a chat with the number */
        get: operations["listShortLinks"];
        put?: never;
        /** Make a link that opens a chat with a text already written */
        post: operations["createShortLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/short-links/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the text of a link; what was printed stays valid */
        put: operations["changeShortLink"];
        post?: never;
        /** Delete a link: what was printed leads nowhere afterwards */
        delete: operations["deleteShortLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/blocked-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the people whom the number does not hear */
        get: operations["listBlockedUsers"];
        put?: never;
        /**
         * Block people: their messages are not heard, and nothing is sent to them
         * @description Only who wrote to the number within 24 hours can be blocked. Each person has an outcome of their own.
         */
        post: operations["blockUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/blocked-users/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let people in again */
        post: operations["unblockUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{id}/conversation-starters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a chat offers to tap, and what it lists after a slash */
        get: operations["getStarters"];
        /** Change them; both lists are replaced */
        put: operations["putStarters"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the numbers of all agencies, the one that most deserves a look first */
        get: operations["listAllNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/portfolios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Meta's business portfolios */
        get: operations["listPortfolios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the WhatsApp numbers of an agency */
        get: operations["listNumbersOfAgency"];
        put?: never;
        /**
         * Give an agency a number of its WhatsApp account
         * @description By the id of a number that the account has, or as a new one. The same request again makes no second number.
         */
        post: operations["linkNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/embedded-signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an agency the number that it chose in Meta's sign-up window */
        post: operations["embeddedSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a number */
        get: operations["getNumberOfAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}/request-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have WhatsApp send a code to the number
         * @description The same request again within 30 seconds sends no second code.
         */
        post: operations["requestCodeOfAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}/verify-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the number with the code that came to it */
        post: operations["verifyCodeOfAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register the number with its two-step PIN
         * @description WhatsApp takes ten registrations in 72 hours. Registering again puts an approved display name into force.
         */
        post: operations["registerOfAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}/display-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another display name, which WhatsApp reviews */
        post: operations["changeNameOfAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the business profile as WhatsApp last told it */
        get: operations["getProfileOfAgency"];
        /** Change the business profile; fields that are left out stay */
        put: operations["putProfileOfAgency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{agencyId}/numbers/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask WhatsApp how the number stands */
        post: operations["refreshOfAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks that could not be understood, newest first
         * @description About a number that no agency here has, not readable, or failed for nine hours. Nothing of them is lost.
         */
        get: operations["listParkedWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a webhook read again
         * @description For instance once its number belongs to an agency. What was understood before changes nothing again.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/webhooks/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the body of a webhook that nobody wants */
        post: operations["dismissWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/whatsapp-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what WhatsApp told of portfolios and of accounts that no agency here has, newest first */
        get: operations["listPlatformNews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whatsapp-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what WhatsApp told of the agency’s numbers and accounts, newest first
         * @description Limits, restrictions, names, alerts, PINs. What it told of templates stands with the templates.
         */
        get: operations["listNews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/console/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what changes, as server-sent events
         * @description Each event is `{ "topic", "ids" }`: these things look different now. An empty list of ids means that anything of the topic may. Of `audit` the one text is the number of entries in the log. Without `Last-Event-ID`, or with one that is older than an hour, the stream begins with an empty list for each topic. A comment comes every 15 seconds. The stream ends with its access token, with the session, and with the right to a topic.
         */
        get: operations["open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what needs you, and what today came to */
        get: operations["getHome"];
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
         * @description Gives an access token that lasts ten minutes and, in a cookie, what renews it. 200 instead of 201 says that a second step is due.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a sign-in
         * @description Takes one of `code`, `recoveryCode` and `passkey`. Five tries, then the password is asked again.
         */
        post: operations["finishSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/second-step/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey must sign as second step */
        post: operations["getSecondStepPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a passkey must sign to sign in
         * @description Nobody is named: the browser offers the passkeys that it holds for this installation.
         */
        post: operations["openPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description A passkey is both steps at once.
         */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the access token
         * @description Reads and rotates the cookie. A refresh token works once; an older one that comes back ends the session, because it was copied.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Ends the session of the cookie and that of the access token; either is enough.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the invitations that wait to be accepted */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by mail
         * @description The link in the mail works once, for seven days.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again
         * @description With a new link; the one before stops working.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an invitation to whoever holds its link */
        get: operations["showInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Somebody new chooses name and password and is signed in (201). Somebody who has an account gets the roles and signs in as always (200): the link proves a mailbox and nothing more.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of the agency
         * @description `on` asks who could do what at a moment.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a person with every role they hold or held here */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the roles of a person
         * @description Never one’s own.
         */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the work of a person here
         * @description All their roles in the agency end, and all their sessions.
         */
        post: operations["endPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the departments of the agency */
        get: operations["listDepartments"];
        put?: never;
        /** Make a department */
        post: operations["createDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name or the quotas of a department */
        patch: operations["changeDepartment"];
        trace?: never;
    };
    "/v1/departments/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a department
         * @description It stays in the records. Its name is free again.
         */
        post: operations["archiveDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/departments/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a department sent, and what it may send */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys of the agency */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description Nobody gives a key more than they may do themselves. Live keys need `api-keys:write-live`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an API key, without its secret */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It stops working within a second, for good.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        /** Change the name of an API key, or from where it works */
        patch: operations["changeApiKey"];
        trace?: never;
    };
    "/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a key that takes over
         * @description Both work until the overlap is over.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the callback endpoints of the agency */
        get: operations["listCallbacks"];
        put?: never;
        /**
         * Make a callback endpoint
         * @description From now on, the system at `url` is told of these events, in the format of Standard Webhooks 1.0.
         */
        post: operations["createCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a callback endpoint and how it does */
        get: operations["getCallback"];
        put?: never;
        post?: never;
        /**
         * Remove a callback endpoint
         * @description With everything that it was told.
         */
        delete: operations["removeCallback"];
        options?: never;
        head?: never;
        /** Change where an endpoint is, or what it is told */
        patch: operations["changeCallback"];
        trace?: never;
    };
    "/v1/callbacks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn an endpoint on
         * @description What waited for it goes out at once.
         */
        post: operations["enableCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn an endpoint off
         * @description What waits is kept. Of what happens while it is off, it is not told, also not later.
         */
        post: operations["disableCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign with a new secret
         * @description During the overlap, calls carry a signature of the old secret too.
         */
        post: operations["rotateCallbackSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a receiver verifies with
         * @description That it was shown is on record.
         */
        get: operations["getCallbackSecret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the calls to an endpoint, with what became of them */
        get: operations["listCallbackAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/attempts/{attempt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one call: what was sent, how it was signed, what was answered */
        get: operations["getCallbackAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description One attempt, of the type `callback.test`.
         */
        post: operations["testCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint again
         * @description By ids of events, or everything of a time. Receivers know by `webhook-id` what they heard already.
         */
        post: operations["replayCallbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get your agency
         * @description Its status too, and why, should it be suspended.
         */
        get: operations["getAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the details of your agency */
        patch: operations["changeAgency"];
        trace?: never;
    };
    "/v1/quiet-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the times in which your agency sends no messages */
        get: operations["getQuietHours"];
        /**
         * Set the times in which your agency sends no messages
         * @description By the clocks of the agency, also when they are changed. Messages of purposes with `quietHours: exempt` leave at any time; all others wait for the end. Applies to what is already waiting, too.
         */
        put: operations["setQuietHours"];
        post?: never;
        /** Send messages at any time */
        delete: operations["removeQuietHours"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trial-guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the guests of the trial */
        get: operations["listTrialGuests"];
        put?: never;
        /**
         * Add a guest
         * @description Ask the person first. The list holds at most 20.
         */
        post: operations["addTrialGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trial-guests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a guest
         * @description What waits for them is not sent.
         */
        delete: operations["removeTrialGuest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the checklist
         * @description Most tasks tick themselves from what is there.
         */
        get: operations["getGoLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live/tasks/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that a task is done, or that it is not
         * @description For tasks that are `manual`.
         */
        put: operations["sayTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to go live
         * @description Possible once every task is done.
         */
        post: operations["requestGoLive"];
        /** Take the request back */
        delete: operations["withdrawGoLive"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List agencies, newest first */
        get: operations["listAgencies"];
        put?: never;
        /**
         * Make an agency
         * @description It begins on trial.
         */
        post: operations["createAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an agency */
        get: operations["getPlatformAgency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the details of an agency
         * @description Recorded in its log and in yours.
         */
        patch: operations["changePlatformAgency"];
        trace?: never;
    };
    "/v1/platform/agencies/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an agency
         * @description Its keys stop within half a second and its sending within two. What it accepted stays queued.
         */
        post: operations["suspendAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate an agency
         * @description It becomes what it was: on trial or live.
         */
        post: operations["reactivateAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an agency
         * @description For good. Its people can no longer enter it.
         */
        post: operations["closeAgency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/go-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the checklist of an agency */
        get: operations["getAgencyGoLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/go-live/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Comment on a task
         * @description The agency reads it at the task.
         */
        post: operations["commentGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/go-live/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve going live
         * @description Two different people do. The second approval makes the agency live.
         */
        post: operations["approveGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/agencies/{id}/go-live/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a request back
         * @description The agency mends what the comments say and asks again.
         */
        post: operations["sendBackGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List entries into agencies, newest first */
        get: operations["listBreakGlass"];
        put?: never;
        /** Ask to enter an agency */
        post: operations["requestBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/break-glass/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the person who asked in
         * @description Somebody else approves. It stands in the agency's own log.
         */
        post: operations["approveBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/break-glass/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an entry before its time, or take the request back */
        post: operations["closeBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List kill switches, newest first
         * @description Also those that were lifted.
         */
        get: operations["listSwitches"];
        put?: never;
        /**
         * Stop sending
         * @description Within two seconds nothing of what is named leaves any more, also what a worker has taken already. Messages stay queued until the switch is lifted or they expire. A stopped key is refused as well.
         */
        post: operations["stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/switches/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a kill switch
         * @description What waited behind it is due at once.
         */
        post: operations["lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the platform's kill switches, newest first */
        get: operations["listPlatformSwitches"];
        put?: never;
        /**
         * Stop the sending of all agencies
         * @description Within two seconds nothing leaves any more. What is accepted stays queued.
         */
        post: operations["stopPlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform/switches/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let all agencies send again
         * @description Somebody else lifts it than who stopped.
         */
        post: operations["liftPlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how long messages wait, by lane
         * @description The age of the oldest message that is due and has not left, also behind a hold or a kill switch.
         */
        get: operations["listLanes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am
         * @description The person, where they belong and what they may do there.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my name, language or preferences
         * @description What is left out stays.
         */
        patch: operations["editMe"];
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Ends all my other sessions.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who I am
         * @description Takes one of `password`, `code` and `passkey`, and opens dangerous acts for ten minutes.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/step-up/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What my passkey must sign for a step-up */
        post: operations["getStepUpOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin with an authenticator app
         * @description Nothing changes until a code of it is confirmed. Whoever has a second step already steps up first.
         */
        post: operations["beginTotp"];
        /** Remove the authenticator app */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the authenticator app
         * @description From now on it is the second step. Answers ten recovery codes, which take the place of earlier ones.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ten new recovery codes
         * @description The ones before stop working.
         */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Add a passkey
         * @description With the first second step, recovery codes come along.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a new passkey must sign
         * @description For `navigator.credentials.create`. Whoever has a second step already steps up first.
         */
        post: operations["getNewPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description Ends all my sessions but this one.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of my sessions
         * @description Acts within a second.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail to choose a new password
         * @description Answers alike whether or not there is such an account. The link works once, for an hour.
         */
        post: operations["requestRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recoveries/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description Ends all sessions of the person. The second step stays as it is.
         */
        post: operations["finishRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agency/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the settings of single sign-on
         * @description As long as none are set, `configured` is false and the rest is empty.
         */
        get: operations["getSso"];
        /** Set single sign-on up, or change it */
        put: operations["putSso"];
        post?: never;
        /** Switch single sign-on off */
        delete: operations["deleteSso"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sso/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with the directory of an agency */
        post: operations["start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sso/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * End of a sign-in with a directory
         * @description Sets the session cookie and leads to `/`; after a refusal to `/sign-in?problem=<code>`.
         */
        get: operations["finish"];
        put?: never;
        post?: never;
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
export interface webhooks {
    "message.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.accepted */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.accepted";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.suppressed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.suppressed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.suppressed";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.cancelled */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.cancelled";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.expired */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.expired";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.in_doubt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.in_doubt */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.in_doubt";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.unconfirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.unconfirmed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.unconfirmed";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.sent */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.sent";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.failed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.failed";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.delivered */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.delivered";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.read */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.read";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.played": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.played */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.played";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: message.received */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "message.received";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            /** @example msg_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            messageId: string;
                            /** @example delivered */
                            state: string;
                            /**
                             * @description Of two calls about one message the larger is the later
                             * @example 150
                             */
                            sequence: number;
                            /** @enum {string} */
                            direction?: "outbound" | "inbound";
                            /** @enum {string} */
                            mode?: "live" | "sandbox";
                            /** @example con_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            contactId?: string;
                            departmentId?: string | null;
                            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
                            numberId?: string;
                            /** @description Code of the purpose; null for what came in */
                            purpose?: string | null;
                            /** @description As it was given with the message */
                            reference?: string | null;
                            metadata?: {
                                [key: string]: string;
                            } | null;
                            /** @description Of `failed`, `suppressed` and `expired`: why, in words */
                            failure?: {
                                code: string;
                                reason: string;
                                remedy: string;
                            } | null;
                            /** @description Of `received`: text, image … */
                            kind?: string;
                            /** @description Of `received`: what the citizen wrote */
                            text?: string | null;
                            /** @description Of `received`: what came in, by its `type`, as `GET /v1/messages/{id}` shows it */
                            content?: {
                                [key: string]: unknown;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "callback.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A callback: callback.test */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Id of the event: the same whenever the same thing is told again */
                    "webhook-id": string;
                    /** @description Seconds since 1970, of this call */
                    "webhook-timestamp": string;
                    /** @description Signatures over `<id>.<timestamp>.<body>`, separated by spaces: `v1a,…` or `v1,…` */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        type: "callback.test";
                        /** Format: date-time */
                        timestamp: string;
                        data: {
                            callbackId?: string;
                            note?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Gone for good: the endpoint is turned off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken; answer within 15 seconds */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not taken; tried again for three days */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        TextContentDto: {
            /** @description What the citizen reads; 1 to 4,096 characters. */
            body: string;
            /** @description Shows a preview of the first link. */
            previewUrl?: boolean;
        };
        ImageContentDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
            /** @description Text below the picture; at most 1,024 characters. */
            caption?: string;
        };
        VideoContentDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
            /** @description Text below the film; at most 1,024 characters. */
            caption?: string;
        };
        AudioContentDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
            /** @description Shown as a voice message; needs OGG with OPUS, mono. The only kind that is reported as `played`. */
            voice?: boolean;
        };
        DocumentContentDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
            /** @description Name under which it is saved, with its ending; at most 240 characters unless configured otherwise. */
            filename?: string;
            /** @description Text below the file; at most 1,024 characters. */
            caption?: string;
        };
        StickerContentDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
        };
        LocationContentDto: {
            /** @description Degrees, -90 to 90. */
            latitude: number;
            /** @description Degrees, -180 to 180. */
            longitude: number;
            /** @description What is there. */
            name?: string;
            /** @description Where it is; WhatsApp shows it only below a name. */
            address?: string;
        };
        CardNameDto: {
            /** @description The whole name as it is shown. */
            formatted: string;
            /** @description At least one of the parts below must be there. */
            first?: string;
            last?: string;
            middle?: string;
            prefix?: string;
            suffix?: string;
        };
        CardPhoneDto: {
            /** @description As it is shown. */
            phone: string;
            /** @description Such as `WORK` or `HOME`. */
            type?: string;
            /** @description Digits of the same number at WhatsApp; with it the card offers to write to the number. */
            waId?: string;
        };
        CardEmailDto: {
            email: string;
            /** @description Such as `WORK` or `HOME`. */
            type?: string;
        };
        CardAddressDto: {
            street?: string;
            city?: string;
            state?: string;
            zip?: string;
            country?: string;
            /** @description Two letters, such as `GB`. */
            countryCode?: string;
            /** @description Such as `WORK` or `HOME`. */
            type?: string;
        };
        CardWorkDto: {
            company?: string;
            department?: string;
            title?: string;
        };
        CardUrlDto: {
            url: string;
            /** @description Such as `WORK` or `HOME`. */
            type?: string;
        };
        ContactCardDto: {
            name: components["schemas"]["CardNameDto"];
            phones?: components["schemas"]["CardPhoneDto"][];
            emails?: components["schemas"]["CardEmailDto"][];
            addresses?: components["schemas"]["CardAddressDto"][];
            work?: components["schemas"]["CardWorkDto"];
            urls?: components["schemas"]["CardUrlDto"][];
            /** @description `YYYY-MM-DD` */
            birthday?: string;
        };
        ReactionContentDto: {
            /**
             * @description A message that the citizen wrote in the last 30 days (`msg_…`).
             * @example msg_01jc000000e008000000000000
             */
            messageId: string;
            /** @description One emoji; an empty text takes the reaction back. */
            emoji: string;
        };
        MediaSourceDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
        };
        DocumentSourceDto: {
            /**
             * Format: uri
             * @description Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in.
             * @example https://example.org/a
             */
            link?: string;
            /**
             * @description A file of the media library (`med_…`), instead of `link`.
             * @example med_01jc000000e008000000000000
             */
            mediaId?: string;
            /** @description Name under which it is saved, with its ending; at most 240 characters unless configured otherwise. */
            filename?: string;
        };
        HeaderDto: {
            /** @description A line of at most 60 characters. */
            text?: string;
            image?: components["schemas"]["MediaSourceDto"];
            video?: components["schemas"]["MediaSourceDto"];
            document?: components["schemas"]["DocumentSourceDto"];
        };
        ReplyDto: {
            /** @description Comes back with the tap and is not shown; at most 256 characters, each once. */
            id: string;
            /** @description At most 20 characters, each once. */
            title: string;
        };
        ButtonsContentDto: {
            header?: components["schemas"]["HeaderDto"];
            /** @description What the citizen reads; at most 1,024 characters. */
            body: string;
            /** @description A small line below; at most 60 characters. */
            footer?: string;
            /** @description 1 to 3 buttons. */
            buttons: components["schemas"]["ReplyDto"][];
        };
        TextHeaderDto: {
            /** @description A line of at most 60 characters. */
            text: string;
        };
        ListRowDto: {
            /** @description Comes back with the choice; at most 200 characters, each once in the list. */
            id: string;
            /** @description At most 24 characters. */
            title: string;
            /** @description At most 72 characters. */
            description?: string;
        };
        ListSectionDto: {
            /** @description At most 24 characters; needed where there is more than one section. */
            title?: string;
            /** @description At most 10 rows in all sections together. */
            rows: components["schemas"]["ListRowDto"][];
        };
        ListContentDto: {
            header?: components["schemas"]["TextHeaderDto"];
            /** @description What the citizen reads; at most 4,096 characters. */
            body: string;
            /** @description A small line below; at most 60 characters. */
            footer?: string;
            /** @description Label of the button that opens the list; at most 20 characters. */
            button: string;
            /** @description 1 to 10 sections. */
            sections: components["schemas"]["ListSectionDto"][];
        };
        LinkButtonContentDto: {
            header?: components["schemas"]["HeaderDto"];
            /** @description What the citizen reads; at most 1,024 characters. */
            body: string;
            /** @description A small line below; at most 60 characters. */
            footer?: string;
            /** @description Label of the button; at most 20 characters. */
            title: string;
            /**
             * Format: uri
             * @description What the button opens, `https://…`.
             * @example https://example.org/a
             */
            url: string;
        };
        FlowContentDto: {
            header?: components["schemas"]["HeaderDto"];
            /** @description What the citizen reads; at most 1,024 characters. */
            body: string;
            /** @description A small line below; at most 60 characters. */
            footer?: string;
            /** @description Meta's id of the flow; or `flowName`. */
            flowId?: string;
            /** @description Name of the flow in the WhatsApp Business account; instead of `flowId`. */
            flowName?: string;
            /** @description Label of the button, without emoji; at most 30 characters unless configured otherwise. */
            title: string;
            /** @description Comes back with the answer: what tells you which case it belongs to. */
            token?: string;
            /** @description Sends the draft of the flow, for trying it. */
            isDraft?: boolean;
            /**
             * @description `navigate` (default) opens a screen; `data_exchange` asks your endpoint which.
             * @enum {string}
             */
            action?: "navigate" | "data_exchange";
            /** @description The screen that opens first; left out, the first of the flow. */
            screen?: string;
            /** @description What that screen is filled with */
            data?: {
                [key: string]: unknown;
            };
        };
        RequestContentDto: {
            /** @description At most 1,024 characters. */
            body: string;
        };
        SavedAddressDto: {
            /** @description Comes back when the citizen chooses it. */
            id: string;
            /** @description Its parts, such as `name`, `address`, `in_pin_code`. */
            value: {
                [key: string]: string;
            };
        };
        AddressRequestContentDto: {
            header?: components["schemas"]["HeaderDto"];
            /** @description What the citizen reads; at most 1,024 characters. */
            body: string;
            /** @description A small line below; at most 60 characters. */
            footer?: string;
            /**
             * @description `IN`
             * @enum {string}
             */
            country: "IN";
            /** @description What the form is filled with, such as `name`, `phone_number`, `in_pin_code`. */
            values?: {
                [key: string]: string;
            };
            /** @description Addresses to choose from. */
            savedAddresses?: components["schemas"]["SavedAddressDto"][];
            /** @description What was wrong with the last answer, by the name of its part. */
            errors?: {
                [key: string]: string;
            };
        };
        CarouselHeaderDto: {
            image?: components["schemas"]["MediaSourceDto"];
            video?: components["schemas"]["MediaSourceDto"];
        };
        LinkDto: {
            /** @description At most 20 characters. */
            title: string;
            /**
             * Format: uri
             * @description What the button opens, `https://…`.
             * @example https://example.org/a
             */
            url: string;
        };
        CarouselCardDto: {
            /** @description A picture or a film. */
            header: components["schemas"]["CarouselHeaderDto"];
            /** @description At most 160 characters on at most three lines. */
            body?: string;
            /** @description Either a button that opens an address… */
            link?: components["schemas"]["LinkDto"];
            /** @description …or buttons that answer. */
            buttons?: components["schemas"]["ReplyDto"][];
        };
        CarouselContentDto: {
            /** @description Text above the cards; at most 1,024 characters. */
            body: string;
            /** @description 2 to 10 cards, shown in this order. */
            cards: components["schemas"]["CarouselCardDto"][];
        };
        TemplateHeaderDto: {
            image?: components["schemas"]["MediaSourceDto"];
            video?: components["schemas"]["MediaSourceDto"];
            document?: components["schemas"]["DocumentSourceDto"];
            location?: components["schemas"]["LocationContentDto"];
        };
        TemplateButtonDto: {
            /** @description Place of the button in the template, from 0. */
            index: number;
            /** @description Of a quick reply: what comes back with the tap; left out, its label. */
            payload?: string;
            /** @description Of a button that opens a flow: comes back with the answer. */
            flowToken?: string;
            /** @description Of a button that opens a flow: what its first screen is filled with */
            flowData?: {
                [key: string]: unknown;
            };
        };
        TemplateCardDto: {
            /** @description The card's own variables; that of its link at place 1 is `button.1`. */
            variables?: {
                [key: string]: string;
            };
            /** @description A picture or a film. */
            header?: components["schemas"]["CarouselHeaderDto"];
            buttons?: components["schemas"]["TemplateButtonDto"][];
        };
        TemplateContentDto: {
            /** @description Name of an approved template; `GET /v1/templates` lists them. */
            name: string;
            /**
             * @description Such as `en` or `en_GB`; left out, the language of the message or of the contact is taken.
             * @example en
             */
            language?: string;
            /**
             * @description One text per variable: by its name, or "1", "2", … for numbered ones. `header.1` is that of a header, `button.0` the
             *     end of the address, or the code to copy, of the button at that place. A one-time code is named once.
             */
            variables?: {
                [key: string]: string;
            };
            /** @description The picture, film, file or place of the header. */
            header?: components["schemas"]["TemplateHeaderDto"];
            /** @description What a tap on a quick reply says, and the token of a flow. */
            buttons?: components["schemas"]["TemplateButtonDto"][];
            /** @description Each card of a carousel, in order. */
            cards?: components["schemas"]["TemplateCardDto"][];
            /**
             * Format: date-time
             * @description When the limited-time offer ends.
             * @example 2026-11-22T09:30:00Z
             */
            offerExpiresAt?: string;
        };
        OverrideQuietHoursDto: {
            /** @description Why people are woken, for the audit log; 3 to 500 characters. */
            reason: string;
        };
        SendMessageDto: {
            /** @description A picture: JPEG or PNG up to 5 MB. */
            image?: components["schemas"]["ImageContentDto"];
            /** @description A film: MP4 or 3GP up to 16 MB. */
            video?: components["schemas"]["VideoContentDto"];
            /** @description Sound: AAC, AMR, MP3, M4A or OGG with OPUS up to 16 MB. */
            audio?: components["schemas"]["AudioContentDto"];
            /** @description A file: PDF, text or office document up to 100 MB. */
            document?: components["schemas"]["DocumentContentDto"];
            /** @description A sticker: WebP up to 100 KB, animated up to 500 KB. */
            sticker?: components["schemas"]["StickerContentDto"];
            /** @description A place on the map. */
            location?: components["schemas"]["LocationContentDto"];
            /** @description 1 to 257 cards of whom to get in touch with. */
            contacts?: components["schemas"]["ContactCardDto"][];
            /** @description An emoji on something that the citizen wrote. */
            reaction?: components["schemas"]["ReactionContentDto"];
            /** @description A question with up to three buttons to answer it. */
            buttons?: components["schemas"]["ButtonsContentDto"];
            /** @description A question with a list of up to ten answers. */
            list?: components["schemas"]["ListContentDto"];
            /** @description A text with a button that opens an address. */
            linkButton?: components["schemas"]["LinkButtonContentDto"];
            /** @description A form inside WhatsApp. */
            flow?: components["schemas"]["FlowContentDto"];
            /** @description Asks where the citizen is. */
            locationRequest?: components["schemas"]["RequestContentDto"];
            /** @description Asks for the citizen's phone number. */
            contactRequest?: components["schemas"]["RequestContentDto"];
            /** @description Asks for a postal address; in India only. */
            addressRequest?: components["schemas"]["AddressRequestContentDto"];
            /** @description Two to ten cards side by side, each with a picture or a film. */
            carousel?: components["schemas"]["CarouselContentDto"];
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
            text?: components["schemas"]["TextContentDto"] & (components["schemas"]["TextContentDto"] | string);
            /**
             * @description A message that the citizen wrote (`msg_…`): this one is shown as the answer to it, and leaves from its number.
             * @example msg_01jc000000e008000000000000
             */
            replyTo?: string;
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
             * @description Not before this time; at most 90 days ahead. A time with its offset, or what the clocks of a place will show:
             *     `{ "local": "2026-03-29T09:30", "timeZone": "Europe/Berlin" }`. A local time that clocks skip in spring is the moment
             *     of the change; of one that they show twice in autumn it is the first.
             * @example 2026-11-22T09:30:00Z
             */
            sendAt?: string | {
                local: string;
                timeZone: string;
            };
            /**
             * Format: date-time
             * @description Not after this time, written like `sendAt`; left out, `ttlSeconds` or the purpose decides, else three days.
             * @example 2026-11-22T09:30:00Z
             */
            expiresAt?: string | {
                local: string;
                timeZone: string;
            };
            /** @description Seconds for which it is worth sending, from the moment at which it may leave; instead of `expiresAt`. */
            ttlSeconds?: number;
            /** @description Sends it also in the quiet hours of the agency. Needs the permission `messages:override-quiet-hours`. */
            overrideQuietHours?: components["schemas"]["OverrideQuietHoursDto"];
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
            /** @description When it may leave, if that is later: the time that you named, or the end of the quiet hours. */
            sendAt?: string;
            /** @description Your own name for it. */
            reference?: string;
        };
        SendBatchDto: {
            /** @description 1 to 1,000 messages, each as for `POST /v1/messages`. A wrong one is refused alone, at its place in `results`. */
            messages: components["schemas"]["SendMessageDto"][];
        };
        ItemErrorDto: {
            /** @description Each field at fault, by its path inside the message */
            errors?: {
                field?: string;
                code?: string;
                message?: string;
            }[];
            type: string;
            title: string;
            /** @description What the same message alone would have been answered with. */
            status: number;
            /** @description Stable code, the same as for one message. */
            code: string;
            detail: string;
            /** @description Seconds after which the same message may be accepted. */
            retryAfterSeconds?: number;
        };
        BatchItemDto: {
            /** @description Place of the message in the request, from 0. */
            index: number;
            /** @description `msg_…` of an accepted message. */
            id?: string;
            /** @description `accepted`; missing when it was refused. */
            state?: string;
            /** @description When it was committed. */
            acceptedAt?: string;
            /** @description When it may leave, if that is later. */
            sendAt?: string;
            /** @description Your own name for it. */
            reference?: string;
            /** @description An earlier message of this batch says the same for the same purpose to the same recipient. Both are sent. */
            repeats?: number;
            /** @description Why it was refused; missing when it was accepted. */
            error?: components["schemas"]["ItemErrorDto"];
        };
        BatchAcceptedDto: {
            /** @description How many messages are stored and will be sent. */
            accepted: number;
            /** @description How many were refused. */
            rejected: number;
            results: components["schemas"]["BatchItemDto"][];
        };
        CancelMessagesDto: {
            /** @description 1 to 1,000 ids of messages (`msg_…`). One that stands here twice is cancelled once. */
            ids: string[];
        };
        CancelledItemDto: {
            /** @description Place of the id in the request, from 0. */
            index: number;
            /** @description `msg_…` */
            id: string;
            /** @description `cancelled`; missing when it could not be. */
            state?: string;
            /** @description Why it is not cancelled: `not-found` or `not-cancellable`. */
            error?: components["schemas"]["ItemErrorDto"];
        };
        MessagesCancelledDto: {
            /** @description How many of the ids are cancelled now, those included that were before. */
            cancelled: number;
            /** @description How many could not be cancelled. */
            refused: number;
            results: components["schemas"]["CancelledItemDto"][];
        };
        FailureDto: {
            /** @description WhatsApp's error code, or one of Belfry. */
            code: string;
            /** @description N, P, Q, S, T, D, M, R, C or A as in docs/errors-from-whatsapp.md; `own` when Belfry ended it. */
            class: string;
            /** @description Its name at WhatsApp. */
            title: string;
            /** @description What happened, in plain words. */
            reason: string;
            /** @description What to do about it. */
            remedy: string;
            /** @description WhatsApp's error code. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
            providerCode?: number;
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
            /** @description `text`, `template`, `image` …: the field under which the content was given; or what came in. */
            kind: string;
            /**
             * @description What it says: `{ "type": "text", "text": { … } }`, named after its kind; docs/webhooks-from-whatsapp.md lists what
             *     each kind that comes in has. Missing once the person was erased.
             */
            content?: Record<string, never>;
            /** @description The message of the citizen that it answers or reacts to, as `msg_…`. */
            replyTo?: string;
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
            /** @description `text`, `template`, `image` …: the field under which the content was given; or what came in. */
            kind: string;
            /**
             * @description What it says: `{ "type": "text", "text": { … } }`, named after its kind; docs/webhooks-from-whatsapp.md lists what
             *     each kind that comes in has. Missing once the person was erased.
             */
            content?: Record<string, never>;
            /** @description The message of the citizen that it answers or reacts to, as `msg_…`. */
            replyTo?: string;
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
            /** @description When the citizen deleted it for everybody; a reason to look whether it must be deleted here. */
            revokedAt?: string;
            /** @description When the citizen first corrected it; the correction is a message of its own. */
            editedAt?: string;
            /** @description What it went through, oldest first. */
            timeline: components["schemas"]["TimelineStepDto"][];
        };
        MarkReadDto: {
            /** @description Shows also that somebody writes an answer. */
            typing?: boolean;
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
            /** @description What proves it: a form, a recording, the wording shown */
            evidence?: string | {
                [key: string]: unknown;
            };
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
            /** @description What proves it: a form, a recording, the wording shown */
            evidence?: string | {
                [key: string]: unknown;
            };
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
            /**
             * @description Whether the quiet hours of the agency hold its messages
             * @enum {string}
             */
            quietHours: "agency" | "exempt";
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
            /**
             * @description Whether its messages wait for the end of the quiet hours of the agency, or leave at any time (by category: `exempt` for alerts and one-time codes)
             * @enum {string}
             */
            quietHours?: "agency" | "exempt";
        };
        RenderedButtonDto: {
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
            buttons: components["schemas"]["RenderedButtonDto"][];
            /**
             * @description Meta's id of the WhatsApp Business account
             * @example 1029384756
             */
            wabaId: string;
            /**
             * Format: date-time
             * @description When Meta last listed it; null for a draft
             */
            syncedAt: string | null;
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
        TemplateLanguageDto: {
            /** @example tpl_01jb6000000000000000000000 */
            id: string;
            /** @example en */
            language: string;
            /** @example APPROVED */
            status: string;
            /** @example in_review */
            review: string | null;
            /** @example GREEN */
            quality: string | null;
            /** @description Meta's word for why it was rejected */
            rejectedReason: string | null;
            /** Format: date-time */
            pausedUntil: string | null;
        };
        TemplateNameDto: {
            /** @example clinic_reminder */
            name: string;
            /** @example 1029384756 */
            wabaId: string;
            /** @example UTILITY */
            category: string;
            /**
             * @description The text of its first language
             * @example Hello {{first_name}} …
             */
            body: string;
            /** Format: date-time */
            changedAt: string;
            languages: components["schemas"]["TemplateLanguageDto"][];
        };
        TemplateNamePageDto: {
            data: components["schemas"]["TemplateNameDto"][];
            /** @description Pass as `after` for the next page */
            next: string | null;
        };
        WrittenHeaderDto: {
            /**
             * @description What stands above the text
             * @example text
             * @enum {string}
             */
            format: "text" | "image" | "video" | "document" | "location";
            /**
             * @description At most 60 characters and one variable
             * @example Clinic visit
             */
            text?: string;
            /** @description Of a sample file: the handle that Meta gave for its upload; reviewers see it */
            handle?: string;
        };
        WrittenButtonDto: {
            /**
             * @description Up to 10 in all: 2 url, 1 each of phone, copy-code, flow, voice-call, request-contact-info
             * @enum {string}
             */
            type: "quick-reply" | "url" | "phone" | "copy-code" | "flow" | "voice-call" | "request-contact-info";
            /** @description At most 25 characters; WhatsApp writes those of codes itself */
            text?: string;
            /**
             * @description May end in `{{1}}`
             * @example https://health.example/visits/{{1}}
             */
            url?: string;
            /** @description A whole address for a url with `{{1}}`; a code of at most 15 for copy-code */
            example?: string;
            /**
             * @description With + and at most 20 characters
             * @example +441632960001
             */
            phone?: string;
            /** @description Meta's id of the flow */
            flowId?: string;
            /** @description The screen of the flow that opens first */
            flowScreen?: string;
        };
        WrittenVariableDto: {
            /**
             * @description As between the braces
             * @example first_name
             */
            name: string;
            /**
             * @description Invented; reviewers at WhatsApp see it
             * @example Fatima
             */
            example: string;
            /** @description Whether its values are personal data */
            isPersonal: boolean;
            /**
             * @description What goes there, for colleagues
             * @example The given name
             */
            meaning?: string;
            /**
             * @description Suggested where a value is missing
             * @example resident
             */
            fallback?: string;
        };
        WrittenCardDto: {
            /** @description image or video */
            header: components["schemas"]["WrittenHeaderDto"];
            /** @description At most 160 characters */
            body?: string;
            /** @description 1 or 2 */
            buttons?: components["schemas"]["WrittenButtonDto"][];
        };
        WrittenOfferDto: {
            /**
             * @description At most 16 characters
             * @example Until Friday
             */
            text: string;
            /** @description Whether WhatsApp shows how much time is left */
            hasExpiration: boolean;
        };
        WrittenCodeAppDto: {
            /** @example gov.example.app */
            packageName: string;
            /**
             * @description 11 characters
             * @example K8a/AINcGX7
             */
            signatureHash: string;
        };
        WrittenCodeDto: {
            /**
             * @description How the code gets into the form
             * @enum {string}
             */
            delivery: "copy-code" | "one-tap" | "zero-tap";
            /** @description Adds: for your security, do not share this code */
            addSecurityRecommendation: boolean;
            /**
             * @description Adds when it expires: 1 to 90 minutes
             * @example 10
             */
            expiresInMinutes?: number;
            /** @example Copy code */
            buttonText?: string;
            /** @example Fill in */
            autofillText?: string;
            /** @description Needed for zero-tap: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/zero-tap-authentication-templates */
            zeroTapTermsAccepted?: boolean;
            /** @description 1 to 5, for one-tap and zero-tap */
            apps?: components["schemas"]["WrittenCodeAppDto"][];
        };
        WrittenTemplateDto: {
            /**
             * @description Meta may make a utility template marketing
             * @example UTILITY
             * @enum {string}
             */
            category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
            header?: components["schemas"]["WrittenHeaderDto"];
            /**
             * @description At most 1024 characters; empty for one-time codes
             * @example Hello {{first_name}}, we expect you on {{day}} at the clinic.
             */
            body: string;
            /**
             * @description At most 60 characters, no variables
             * @example City Health
             */
            footer?: string;
            buttons?: components["schemas"]["WrittenButtonDto"][];
            /** @description One for each variable of header, text and cards */
            variables?: components["schemas"]["WrittenVariableDto"][];
            /** @description 2 to 10, made alike */
            cards?: components["schemas"]["WrittenCardDto"][];
            /** @description Marketing only */
            offer?: components["schemas"]["WrittenOfferDto"];
            /** @description For AUTHENTICATION, in place of all words */
            code?: components["schemas"]["WrittenCodeDto"];
            /** @description Not delivered within so many seconds, Meta drops the message; -1 is thirty days */
            ttlSeconds?: number;
        };
        CreateTemplateDto: {
            /**
             * @description The same in all its languages: a to z, 0 to 9, _
             * @example clinic_reminder
             */
            name: string;
            /**
             * @description One of those of Meta
             * @example en
             */
            language: string;
            content: components["schemas"]["WrittenTemplateDto"];
            /** @description Meta's id of the WhatsApp Business account; without, that of the agency's number */
            wabaId?: string;
        };
        TemplateRejectionDto: {
            /**
             * @description Meta's word
             * @example INVALID_FORMAT
             */
            reason: string | null;
            /** @description Why, in plain words */
            words: string;
            /** @description What to do */
            remedy: string;
            /** @description The reviewers' own words */
            advice: string | null;
        };
        TemplateVersionDto: {
            /** @example 2 */
            version: number;
            content: components["schemas"]["WrittenTemplateDto"];
            /** @description A person or a key; null as WhatsApp listed it */
            writtenBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        TemplateActorDto: {
            /**
             * @description user, api_key, or system for what WhatsApp decided
             * @example user
             */
            kind: string;
            /** @example usr_01jb6000000000000000000000 */
            id: string | null;
        };
        TemplateEventDto: {
            /**
             * @description drafted, review_asked, sent_back, approved, submitted, refused, status, category, quality, listed, archived, restored, deleted
             * @example submitted
             */
            kind: string;
            /** @example 2 */
            version: number;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["TemplateActorDto"];
            /** @description By kind: status, reason, advice, until, from, to, words */
            detail: {
                [key: string]: (string | number) | null;
            };
        };
        TemplateDetailsDto: {
            /** @example tpl_01jb6000000000000000000000 */
            id: string;
            /** @example clinic_reminder */
            name: string;
            /** @example en */
            language: string;
            /** @example UTILITY */
            category: string;
            /**
             * @description Meta's status, or DRAFT
             * @example APPROVED
             */
            status: string;
            /** @description Of the version that waits: draft, in_review, sent_back, approved */
            review: string | null;
            /** @description Why it was sent back */
            reviewReason: string | null;
            /** @description Why an approved version is not with WhatsApp; it is tried again each minute */
            submitProblem: string | null;
            /** @description The version that is sent; of a draft, its newest */
            currentVersion: number;
            /** @description The version that waits */
            draftVersion: number | null;
            rejection: components["schemas"]["TemplateRejectionDto"] | null;
            /**
             * Format: date-time
             * @description When WhatsApp tries it again
             */
            pausedUntil: string | null;
            /** @description GREEN, YELLOW, RED, UNKNOWN: what people who got it did */
            quality: string | null;
            /** @description WhatsApp has announced that it becomes this category */
            nextCategory: string | null;
            /** Format: date-time */
            nextCategoryAt: string | null;
            /**
             * Format: date-time
             * @description Archived here, it is not sent
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description Deleted, its name cannot be used again until then
             */
            nameLockedUntil: string | null;
            /**
             * Format: date-time
             * @description When WhatsApp was last asked
             */
            syncedAt: string | null;
            /** @example 1029384756 */
            wabaId: string;
            /** @description Newest first; none is ever overwritten */
            versions: components["schemas"]["TemplateVersionDto"][];
            /** @description Oldest first */
            events: components["schemas"]["TemplateEventDto"][];
        };
        LintTemplateDto: {
            /**
             * @description The same in all its languages: a to z, 0 to 9, _
             * @example clinic_reminder
             */
            name: string;
            /** @example en */
            language: string;
            content: components["schemas"]["WrittenTemplateDto"];
        };
        TemplateFindingDto: {
            /**
             * @description Stable
             * @example variable-at-end
             */
            code: string;
            /**
             * @description An error keeps it from being submitted
             * @enum {string}
             */
            severity: "error" | "warning";
            /**
             * @description Path in the content
             * @example body
             */
            place: string;
            /** @example The text ends with the variable day. */
            message: string;
            /** @example Put words after it; a full stop is not enough. */
            advice: string;
            /** @description What the message names, for translations */
            values: {
                [key: string]: string | number;
            };
        };
        TemplateFindingsDto: {
            /** @description Errors first */
            data: components["schemas"]["TemplateFindingDto"][];
        };
        PreviewDraftDto: {
            /** @example en */
            language: string;
            content: components["schemas"]["WrittenTemplateDto"];
            /** @description Without, the examples stand in their places */
            variables?: {
                [key: string]: string;
            };
        };
        PreviewCardDto: {
            /** @example IMAGE */
            headerFormat: string;
            body: string;
            buttons: components["schemas"]["RenderedButtonDto"][];
        };
        TemplatePreviewDto: {
            /** @example en */
            language: string;
            /**
             * @description TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION
             * @example TEXT
             */
            headerFormat: string | null;
            header?: string;
            /** @example Hello Fatima, we expect you on Saturday at the clinic. */
            body: string;
            footer?: string;
            buttons: components["schemas"]["RenderedButtonDto"][];
            cards: components["schemas"]["PreviewCardDto"][];
            /** @description The words of an offer that ends */
            offer?: string;
        };
        WriteTemplateVersionDto: {
            /** @description The newest version that you have seen; another since is kept */
            baseVersion: number;
            content: components["schemas"]["WrittenTemplateDto"];
        };
        AddTemplateLanguageDto: {
            /**
             * @description Begins with the words of this one, to be translated
             * @example ar
             */
            language: string;
        };
        CopyTemplateDto: {
            /**
             * @description The same in all its languages: a to z, 0 to 9, _
             * @example clinic_reminder
             */
            name: string;
        };
        PreviewTemplateDto: {
            /**
             * @description The contact's; without it, or where there is none of it, this template's own
             * @example en
             */
            language?: string;
            /** @description Without, the examples stand in their places */
            variables?: {
                [key: string]: string;
            };
        };
        DecideTemplateDto: {
            /** @example 2 */
            version: number;
        };
        SendBackTemplateDto: {
            /** @example 2 */
            version: number;
            /**
             * @description What the writer should change
             * @example Say which papers to bring.
             */
            reason: string;
        };
        FetchMediaDto: {
            /**
             * @description https at a public address; no redirect is followed. At most 100 MB
             * @example https://city.example/opening-hours.png
             */
            url: string;
            /** @description What it shows, for those who cannot see it */
            altText?: string | null;
        };
        MediaDto: {
            /** @example med_01jb6000000000000000000000 */
            id: string;
            /**
             * @description `receiving` (still on its way), `scanning` (waits for the virus scanner), `clean`, `quarantined` (the scanner objects), `refused` (see `refusal`)
             * @example clean
             * @enum {string}
             */
            state: "receiving" | "scanning" | "clean" | "quarantined" | "refused" | "removed";
            /**
             * @description Why it was refused or quarantined
             * @example null
             */
            refusal: string | null;
            /**
             * @example uploaded
             * @enum {string}
             */
            origin: "uploaded" | "fetched" | "received";
            /**
             * @description What it can be sent as
             * @example image
             * @enum {string|null}
             */
            kind: "image" | "video" | "audio" | "document" | "sticker" | null;
            /**
             * @description By its content, whatever it is called
             * @example image/png
             */
            mimeType: string | null;
            /**
             * @description Bytes, as kept: pictures are drawn anew
             * @example 48211
             */
            sizeBytes: number | null;
            /**
             * @description Of the bytes as kept, hexadecimal
             * @example 5d41…
             */
            sha256: string | null;
            /**
             * @description Pixels
             * @example 1200
             */
            width: number | null;
            /**
             * @description Pixels
             * @example 630
             */
            height: number | null;
            /**
             * @description May be sent as a voice message: OGG with one voice in Opus
             * @example false
             */
            isVoice: boolean;
            /** @example opening-hours.png */
            name: string | null;
            /** @description What it shows, for those who cannot see it */
            altText: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the scanner passed or stopped it
             */
            scannedAt: string | null;
            /**
             * Format: date-time
             * @description To within an hour
             */
            lastSentAt: string | null;
            /**
             * @description The message that a citizen sent it with
             * @example null
             */
            messageId: string | null;
            /** @description Where it can be fetched for a few minutes without a key; null unless `clean` and of the library */
            url: string | null;
        };
        MediaPageDto: {
            data: components["schemas"]["MediaDto"][];
            /** @description Pass as `after` for the next page */
            next: string | null;
        };
        MediaCopyDto: {
            /**
             * @description The number for which WhatsApp has it
             * @example num_01jb6000000000000000000000
             */
            numberId: string;
            /**
             * Format: date-time
             * @description After thirty days it is uploaded anew when it is needed
             */
            expiresAt: string;
        };
        MediaUseDto: {
            /**
             * @example template
             * @enum {string}
             */
            usedBy: "template" | "campaign" | "reply-rule";
            /** @example tpl_01jb6000000000000000000000 */
            id: string;
        };
        MediaDetailsDto: {
            /** @example med_01jb6000000000000000000000 */
            id: string;
            /**
             * @description `receiving` (still on its way), `scanning` (waits for the virus scanner), `clean`, `quarantined` (the scanner objects), `refused` (see `refusal`)
             * @example clean
             * @enum {string}
             */
            state: "receiving" | "scanning" | "clean" | "quarantined" | "refused" | "removed";
            /**
             * @description Why it was refused or quarantined
             * @example null
             */
            refusal: string | null;
            /**
             * @example uploaded
             * @enum {string}
             */
            origin: "uploaded" | "fetched" | "received";
            /**
             * @description What it can be sent as
             * @example image
             * @enum {string|null}
             */
            kind: "image" | "video" | "audio" | "document" | "sticker" | null;
            /**
             * @description By its content, whatever it is called
             * @example image/png
             */
            mimeType: string | null;
            /**
             * @description Bytes, as kept: pictures are drawn anew
             * @example 48211
             */
            sizeBytes: number | null;
            /**
             * @description Of the bytes as kept, hexadecimal
             * @example 5d41…
             */
            sha256: string | null;
            /**
             * @description Pixels
             * @example 1200
             */
            width: number | null;
            /**
             * @description Pixels
             * @example 630
             */
            height: number | null;
            /**
             * @description May be sent as a voice message: OGG with one voice in Opus
             * @example false
             */
            isVoice: boolean;
            /** @example opening-hours.png */
            name: string | null;
            /** @description What it shows, for those who cannot see it */
            altText: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the scanner passed or stopped it
             */
            scannedAt: string | null;
            /**
             * Format: date-time
             * @description To within an hour
             */
            lastSentAt: string | null;
            /**
             * @description The message that a citizen sent it with
             * @example null
             */
            messageId: string | null;
            /** @description Where it can be fetched for a few minutes without a key; null unless `clean` and of the library */
            url: string | null;
            copies: components["schemas"]["MediaCopyDto"][];
            /** @description What stands on it; it cannot be removed before */
            uses: components["schemas"]["MediaUseDto"][];
        };
        ChangeMediaDto: {
            /** @description What it shows, for those who cannot see it; null takes it away */
            altText: string | null;
        };
        MediaLinkDto: {
            /** @example https://belfry.example/media/AZ… */
            url: string;
            /** Format: date-time */
            expiresAt: string;
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
             * @description What a person, a key, a department or an agency is called now. Only people are told; the entry itself holds the id.
             * @example Amina Yusuf
             */
            name?: string;
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
            /**
             * @description What a person, a key, a department or an agency is called now. Only people are told; the entry itself holds the id.
             * @example Amina Yusuf
             */
            name?: string;
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
        AuditDetailDto: {
            /**
             * @description What the entry commits to; null where there is nothing, or where it was erased with a person. Changes have `from` and `to`, for the whole or for each field; what was not there before, or is no longer, is left out.
             * @example {
             *       "dailyQuota": {
             *         "from": 1000,
             *         "to": 5000
             *       }
             *     }
             */
            detail: {
                [key: string]: unknown;
            } | null;
        };
        NumberCodeDto: {
            /** @enum {string} */
            method: "sms" | "voice";
            /** Format: date-time */
            requestedAt: string;
        };
        BusinessProfileDto: {
            about: string | null;
            address: string | null;
            description: string | null;
            email: string | null;
            websites: string[];
            /** @example GOVT */
            vertical: string | null;
            /** @description Where WhatsApp has the picture; set with `pictureMediaId` */
            pictureUrl: string | null;
        };
        NumberTokenDto: {
            /**
             * @description As Meta last answered
             * @enum {string}
             */
            state: "valid" | "expired" | "invalid" | "unknown";
            /** Format: date-time */
            checkedAt: string | null;
            /**
             * Format: date-time
             * @description Null when it does not expire, or when that is not known
             */
            expiresAt: string | null;
        };
        NumberProblemDto: {
            /** @example register */
            step: string;
            /**
             * @description Stable
             * @example pin-wrong
             */
            code: string;
            /** @description In plain words, with what to do */
            text: string;
            /** Format: date-time */
            at: string;
        };
        NumberDto: {
            /** @example num_01jb6000000000000000000000 */
            id: string;
            /**
             * @description Meta's id of the number
             * @example 331020410093245
             */
            phoneNumberId: string;
            /**
             * @description Meta's id of the WhatsApp Business account
             * @example 215589313241560
             */
            wabaId: string;
            /** @example ptf_01jb6000000000000000000000 */
            portfolioId: string;
            /** @enum {string} */
            mode: "live" | "sandbox";
            /** @example +44 1632 960001 */
            displayPhoneNumber: string;
            /**
             * @description The name that citizens see
             * @example City Health Department
             */
            verifiedName: string;
            /**
             * @description Only a connected number sends
             * @enum {string}
             */
            state: "added" | "code-requested" | "code-verified" | "registered" | "connected";
            /**
             * @description What is to be done next; null when the number is connected
             * @enum {string|null}
             */
            nextStep: "request-code" | "verify-code" | "register" | null;
            /** @description The code that was asked for last */
            code: components["schemas"]["NumberCodeDto"] | null;
            /**
             * @description Codes asked for within the last hour; Meta takes a few and does not say how many
             * @example 1
             */
            codesAsked: number;
            /**
             * Format: date-time
             * @description When the same request brings another code; null: now
             */
            codeFreeAt: string | null;
            /**
             * @description Registrations that Meta still takes within 72 hours
             * @example 9
             */
            registrationsLeft: number;
            /**
             * Format: date-time
             * @description When the next registration is possible, if none is left
             */
            registrationsFreeAt: string | null;
            /** @description Whether its two-step PIN is kept here, sealed */
            hasPin: boolean;
            /**
             * @description Meta's status
             * @example CONNECTED
             */
            status: string | null;
            /**
             * @description Meta's decision about the display name
             * @example APPROVED
             */
            nameStatus: string | null;
            /** @description A display name that was asked for and is not in force yet */
            requestedName: string | null;
            /**
             * @description Approved: register again to use it
             * @example PENDING_REVIEW
             */
            requestedNameStatus: string | null;
            /**
             * @description GREEN, YELLOW, RED or UNKNOWN
             * @example GREEN
             */
            quality: string | null;
            /**
             * @description STANDARD or HIGH
             * @example STANDARD
             */
            throughput: string | null;
            /** @example 80 */
            messagesPerSecond: number;
            /**
             * @description How many people may be written to in 24 hours; shared by the numbers of a portfolio
             * @example TIER_2K
             */
            messagingLimit: string | null;
            /** @description Whether it is an official business account */
            isOfficial: boolean | null;
            /** @description Whether Belfry hears the webhooks of its account */
            hearsWebhooks: boolean | null;
            /** @description Why nothing is sent from it at the moment */
            heldReason: string | null;
            /** Format: date-time */
            heldUntil: string | null;
            /** @description Why bulk messages of it wait and transactional ones go at a tenth of the pace */
            bulkHeldReason: string | null;
            /** Format: date-time */
            bulkHeldUntil: string | null;
            /** @description As Meta last told it */
            profile: components["schemas"]["BusinessProfileDto"] | null;
            token: components["schemas"]["NumberTokenDto"];
            problem: components["schemas"]["NumberProblemDto"] | null;
            /**
             * Format: date-time
             * @description When Meta was last asked
             */
            refreshedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        NumberListDto: {
            data: components["schemas"]["NumberDto"][];
            /** @description Always null: an agency has few numbers */
            next: string | null;
        };
        RequestCodeDto: {
            /**
             * @description A text message, or a call that reads the code out
             * @enum {string}
             */
            method: "sms" | "voice";
            /**
             * @description Language of the text or call
             * @example en_US
             */
            language: string;
        };
        VerifyCodeDto: {
            /**
             * @description The six digits that came to the number
             * @example 123-456
             */
            code: string;
        };
        RegisterDto: {
            /**
             * @description Two-step PIN: one of your choice, or the one that the number has. Left out: the one kept here.
             * @example 482913
             */
            pin?: string;
        };
        DisplayNameDto: {
            /**
             * @description WhatsApp reviews it
             * @example City Health Department
             */
            name: string;
        };
        PutOwnProfileDto: {
            /**
             * @description One line under the name
             * @example City Health Department
             */
            about?: string;
            /** @example 14 Unity Road */
            address?: string;
            /** @example Appointments and alerts */
            description?: string;
            /** @example info@health.example.org */
            email?: string;
            /**
             * @example [
             *       "https://health.example.org/"
             *     ]
             */
            websites?: string[];
            /**
             * @description Kind of business; agencies are GOVT, or HEALTH or EDU
             * @enum {string}
             */
            vertical?: "OTHER" | "AUTO" | "BEAUTY" | "APPAREL" | "EDU" | "ENTERTAIN" | "EVENT_PLAN" | "FINANCE" | "GROCERY" | "GOVT" | "HOTEL" | "HEALTH" | "NONPROFIT" | "PROF_SERVICES" | "RETAIL" | "TRAVEL" | "RESTAURANT" | "ALCOHOL" | "ONLINE_GAMBLING" | "PHYSICAL_GAMBLING" | "OTC_DRUGS";
            /**
             * @description A JPEG or PNG of the media library, which becomes the picture of the profile
             * @example med_01jc000000e008000000000000
             */
            pictureMediaId?: string;
        };
        /** @enum {string} */
        NumberHistoryField: "quality" | "messaging-limit" | "status" | "name-status" | "throughput";
        NumberChangeDto: {
            field: components["schemas"]["NumberHistoryField"];
            /** @example GREEN */
            value: string;
            /** Format: date-time */
            at: string;
        };
        PeopleLimitDto: {
            /**
             * @description Counted by all numbers of the portfolio
             * @example 1240
             */
            used: number;
            /**
             * @description Of these, written to first by this agency
             * @example 310
             */
            yours: number;
            /**
             * @description Null: no limit, or none known. https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits
             * @example 10000
             */
            limit: number | null;
            /**
             * @description Numbers known here that share the limit
             * @example 4
             */
            numbers: number;
        };
        PaceDto: {
            /**
             * @description Messages a second that it sends at most now; below `granted` for a while after Meta refused some
             * @example 80
             */
            now: number;
            /**
             * @description Messages a second that Meta grants
             * @example 80
             */
            granted: number;
            /** @description Messages that are due; counted up to 100,000 */
            waiting: number;
            /**
             * Format: date-time
             * @description Since when the oldest of them is due
             */
            oldestDueAt: string | null;
        };
        DriftDto: {
            /**
             * @description verified-name, status, quality, webhooks, profile.about …
             * @example verified-name
             */
            field: string;
            /**
             * @description As it was known here
             * @example City Health Department
             */
            ours: string;
            /**
             * @description As Meta says; empty: nothing
             * @example City Clinic
             */
            theirs: string;
        };
        NumberHealthDto: {
            /** @enum {string} */
            risk: "high" | "medium" | "low" | "none";
            /** @description token-unusable, disconnected, held, deaf, quality-low, restricted, bulk-held, name-declined, token-ends-soon, quality-medium, drift, not-asked; the gravest first */
            reasons: string[];
            /**
             * Format: date-time
             * @description Since when quality is what it is; null: not known
             */
            qualitySince: string | null;
            /** @description Of the last 30 days, oldest first, with what stood before them */
            history: components["schemas"]["NumberChangeDto"][];
            people: components["schemas"]["PeopleLimitDto"];
            pace: components["schemas"]["PaceDto"];
            /**
             * Format: date-time
             * @description When the newest webhook about the number came; null: none yet
             */
            lastWebhookAt: string | null;
            /** @description Until somebody has looked at it */
            drift: components["schemas"]["DriftDto"][];
            /** Format: date-time */
            driftFoundAt: string | null;
        };
        ChangePinDto: {
            /**
             * @description Six digits; the old PIN is not asked for
             * @example 739104
             */
            pin: string;
        };
        ShortLinkDto: {
            /** @example 4O4YGZEG3RIVE9 */
            code: string;
            /** @example Report a leak */
            prefilledMessage: string;
            /**
             * @description What the QR code holds; it stays valid when the text is changed
             * @example https://wa.me/message/4O4YGZEG3RIVE9
             */
            url: string;
        };
        ShortLinkListDto: {
            data: components["schemas"]["ShortLinkDto"][];
            /** @description Always null: WhatsApp tells all of them at once */
            next: string | null;
        };
        SaveShortLinkDto: {
            /**
             * @description Stands in the chat already when a person opens the link. At most 140 characters: https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes
             * @example Report a leak
             */
            prefilledMessage: string;
        };
        BlockedUserDto: {
            /** @description The contact, when the agency knows the person */
            contactId: string | null;
            /**
             * @description All but the last digits hidden
             * @example +44•••••••123
             */
            phone: string | null;
            /** @description Business-scoped user id */
            userId: string | null;
        };
        BlockedUserListDto: {
            data: components["schemas"]["BlockedUserDto"][];
            next: string | null;
        };
        PersonToBlockDto: {
            /**
             * @description In E.164 form
             * @example +447700900123
             */
            to?: string;
            /**
             * @description Business-scoped user id
             * @example GB.13491208655302741918
             */
            userId?: string;
            /**
             * @description A contact of the agency
             * @example con_01jc000000e008000000000000
             */
            contactId?: string;
        };
        BlockUsersDto: {
            /** @description Up to 100 at once */
            people: components["schemas"]["PersonToBlockDto"][];
        };
        BlockOutcomeDto: {
            /** @description Place in the request, from 0 */
            index: number;
            isDone: boolean;
            /**
             * @description Why not. WhatsApp blocks only who wrote to the number within 24 hours.
             * @enum {string|null}
             */
            code: "no-recent-message" | "list-full" | "person-unknown" | "provider-refused" | null;
            /** @description Meta's own words */
            text: string | null;
        };
        BlockOutcomeListDto: {
            data: components["schemas"]["BlockOutcomeDto"][];
            /** @description Always null */
            next: string | null;
        };
        CommandDto: {
            /** @example waste */
            name: string;
            /** @example When the bins are emptied */
            description: string;
        };
        StartersDto: {
            /**
             * @example [
             *       "Report a leak"
             *     ]
             */
            prompts: string[];
            commands: components["schemas"]["CommandDto"][];
        };
        PutCommandDto: {
            /**
             * @description One word, without the slash
             * @example waste
             */
            name: string;
            /** @example When the bins are emptied */
            description: string;
        };
        PutStartersDto: {
            /**
             * @example [
             *       "Report a leak",
             *       "Opening hours"
             *     ]
             */
            prompts: string[];
            commands: components["schemas"]["PutCommandDto"][];
        };
        PlatformNumberDto: {
            /** @example agy_01jb6000000000000000000000 */
            agencyId: string;
            /** @example num_01jb6000000000000000000000 */
            id: string;
            /** @example ptf_01jb6000000000000000000000 */
            portfolioId: string;
            /** @example +44 1632 960001 */
            displayPhoneNumber: string;
            /** @example City Health Department */
            verifiedName: string;
            /** @enum {string} */
            mode: "live" | "sandbox";
            /** @example connected */
            state: string;
            /** @enum {string} */
            risk: "high" | "medium" | "low" | "none";
            /** @description Why, the gravest first; as in the health of a number */
            reasons: string[];
            /** @example GREEN */
            quality: string | null;
            /** @example TIER_2K */
            messagingLimit: string | null;
            /** @example 80 */
            messagesPerSecond: number;
            /** Format: date-time */
            tokenExpiresAt: string | null;
            /**
             * Format: date-time
             * @description When Meta was last asked
             */
            refreshedAt: string | null;
        };
        PlatformNumberListDto: {
            /** @description The one that most deserves a look first */
            data: components["schemas"]["PlatformNumberDto"][];
            /** @description Always null */
            next: string | null;
        };
        PortfolioDto: {
            /** @example ptf_01jb6000000000000000000000 */
            id: string;
            /**
             * @description Meta's id
             * @example 902114387751200
             */
            metaId: string;
            /** @example City government */
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        PortfolioListDto: {
            data: components["schemas"]["PortfolioDto"][];
            /** @description Always null */
            next: string | null;
        };
        PortfolioOfNumberDto: {
            /**
             * @description Meta's id of the business portfolio
             * @example 902114387751200
             */
            metaId: string;
            /** @example City government */
            name: string;
        };
        LinkNumberDto: {
            portfolio: components["schemas"]["PortfolioOfNumberDto"];
            /** @description Meta's id of the WhatsApp Business account */
            wabaId: string;
            /** @description Meta's id of the number */
            phoneNumberId?: string;
            /**
             * @description Country calling code
             * @example 44
             */
            countryCode?: string;
            /**
             * @description The number without it, digits only
             * @example 7700900123
             */
            nationalNumber?: string;
            /**
             * @description Display name, which WhatsApp reviews
             * @example City Health Department
             */
            verifiedName?: string;
            /** @description Stored sealed, never shown again */
            accessToken: string;
            /**
             * @description live when left out
             * @enum {string}
             */
            mode?: "live" | "sandbox";
        };
        EmbeddedSignupDto: {
            /** @description Lives 30 seconds and works once */
            code: string;
            wabaId: string;
            phoneNumberId: string;
            /** @description Meta's id of the business portfolio */
            businessId: string;
        };
        PutProfileDto: {
            /**
             * @description One line under the name
             * @example City Health Department
             */
            about?: string;
            /** @example 14 Unity Road */
            address?: string;
            /** @example Appointments and alerts */
            description?: string;
            /** @example info@health.example.org */
            email?: string;
            /**
             * @example [
             *       "https://health.example.org/"
             *     ]
             */
            websites?: string[];
            /**
             * @description Kind of business; agencies are GOVT, or HEALTH or EDU
             * @enum {string}
             */
            vertical?: "OTHER" | "AUTO" | "BEAUTY" | "APPAREL" | "EDU" | "ENTERTAIN" | "EVENT_PLAN" | "FINANCE" | "GROCERY" | "GOVT" | "HOTEL" | "HEALTH" | "NONPROFIT" | "PROF_SERVICES" | "RETAIL" | "TRAVEL" | "RESTAURANT" | "ALCOHOL" | "ONLINE_GAMBLING" | "PHYSICAL_GAMBLING" | "OTC_DRUGS";
        };
        ParkedWebhookDto: {
            /** @description `whk_…` */
            id: string;
            /** @description `unknown-number`, `unreadable`, or the words of the last failure. */
            reason: string;
            receivedAt: string;
            /** @description How often it was tried. */
            attempts: number;
            /** @description Size of the body; 0 once it was deleted. */
            bytes: number;
            /** @description What it is about: `messages`, `account_update` … */
            fields: string[];
            /** @description Meta's ids of the numbers that it names. */
            numbers: string[];
            /** @description Meta's ids of the accounts that it names. */
            accounts: string[];
            /** @description How many messages of citizens are in it. */
            messages: number;
            /** @description How many statuses of messages are in it. */
            statuses: number;
        };
        ParkedWebhookPageDto: {
            data: components["schemas"]["ParkedWebhookDto"][];
            /** @description Pass as `after` for the next page; null on the last. */
            next: string | null;
        };
        NewsDto: {
            /** @description `nws_…` */
            id: string;
            /** @description The field of the webhook; docs/webhooks-from-whatsapp.md lists them all. */
            field: string;
            /** @description Meta's word for what happened, e.g. `ACCOUNT_RESTRICTION`. */
            event: string;
            /** @description 0 for information, 1 worth a look, 2 somebody must act. */
            weight: number;
            /** @description What it says, by name. Nothing about citizens. */
            detail: {
                [key: string]: unknown;
            };
            /** @description `num_…`, when it names one number by its id. */
            numberId?: string;
            /** @description The WhatsApp Business account. */
            wabaId?: string;
            /** @description When it happened, by Meta's clock where it says so. */
            happenedAt: string;
            /** @description When it was understood here. */
            heardAt: string;
        };
        NewsPageDto: {
            data: components["schemas"]["NewsDto"][];
            /** @description Pass as `after` for the next page; null on the last. */
            next: string | null;
        };
        NeedDto: {
            /**
             * @description What waits; new kinds may appear
             * @example keys-expiring
             */
            kind: string;
            /** @example 2 */
            count: number;
            /**
             * @description The page of the console where it is dealt with, when there is one
             * @example /developers/keys
             */
            to?: string;
        };
        TodayDto: {
            /** @example 1280 */
            accepted: number;
            /**
             * @description Taken over by WhatsApp; includes those that went further
             * @example 1275
             */
            sent: number;
            /** @example 1100 */
            delivered: number;
            /** @example 640 */
            read: number;
            /** @example 5 */
            failed: number;
            /** @example 87 */
            received: number;
        };
        HomeDto: {
            /** @description Only what the person may see, and only where something waits */
            needsYou: components["schemas"]["NeedDto"][];
            /** @description Since midnight in the agency's time zone */
            today: components["schemas"]["TodayDto"];
        };
        SignInDto: {
            /**
             * @description The address under which the person was invited
             * @example admin@health.example
             */
            email: string;
            /** @description The password, as it was chosen */
            password: string;
        };
        SecondStepDueDto: {
            /** @description Names this sign-in in the next request */
            challengeId: string;
            /** @description Any one of these finishes the sign-in */
            methods: ("passkey" | "totp" | "recovery-code")[];
            /**
             * Format: date-time
             * @description After this the sign-in begins again
             */
            expiresAt: string;
        };
        SessionDto: {
            /** @description To be sent as `Authorization: Bearer` */
            accessToken: string;
            /**
             * Format: date-time
             * @description When the access token ends; refresh before
             */
            expiresAt: string;
            /**
             * @description After so many seconds without a request the session is over
             * @example 900
             */
            idleSeconds: number;
            /**
             * Format: date-time
             * @description When the session is over even if it is in use
             */
            endsAt: string;
            /** @description A second step is mandatory and this person has none: only their own account is open until they add one */
            mustEnrol?: boolean;
        };
        FinishSignInDto: {
            /** @description What the step before answered */
            challengeId: string;
            /**
             * @description The six digits of the authenticator app
             * @example 492039
             */
            code?: string;
            /**
             * @description One of the recovery codes; each works once
             * @example k7m2p-9xw4d
             */
            recoveryCode?: string;
            /** @description What the browser answered (`PublicKeyCredential.toJSON()`), see https://www.w3.org/TR/webauthn-3/ */
            passkey?: {
                [key: string]: unknown;
            };
        };
        SecondStepPasskeyDto: {
            /** @description What the step before answered */
            challengeId: string;
        };
        PasskeyOptionsDto: {
            /** @description For `navigator.credentials.get`: `PublicKeyCredentialRequestOptionsJSON` */
            options: {
                [key: string]: unknown;
            };
        };
        PasskeyChallengeDto: {
            /** @description Names this challenge in the next request */
            challengeId: string;
            /** @description For the browser's `navigator.credentials`, as JSON of WebAuthn */
            options: {
                [key: string]: unknown;
            };
        };
        PasskeySignInDto: {
            /** @description What the step before answered */
            challengeId: string;
            /** @description What the browser answered (`PublicKeyCredential.toJSON()`), see https://www.w3.org/TR/webauthn-3/ */
            response: {
                [key: string]: unknown;
            };
        };
        InvitationDto: {
            /** @example inv_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example ada@health.example */
            email: string;
            name: string | null;
            roles: string[];
            /** @description The person; null for the command line */
            invitedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description The link works until then
             */
            expiresAt: string;
        };
        InvitationPageDto: {
            /** @description Those that wait to be accepted, newest first; expired ones too */
            data: components["schemas"]["InvitationDto"][];
            /** @description Always null: all of them fit on one page */
            next: string | null;
        };
        CreateInvitationDto: {
            /** @example ada@health.example */
            email: string;
            /**
             * @description What you call the person; they choose their own name
             * @example Ada
             */
            name?: string;
            /**
             * @description Roles that the person gets by accepting
             * @example [
             *       "editor"
             *     ]
             */
            roles: string[];
        };
        OpenedInvitationDto: {
            agencyName: string;
            email: string;
            roles: string[];
            /** Format: date-time */
            expiresAt: string;
            /** @description False for somebody who has an account: they accept, and sign in as always */
            needsPassword: boolean;
        };
        AcceptInvitationDto: {
            /** @example Ada Okoye */
            name?: string;
            /** @description 12 to 200 characters */
            password?: string;
        };
        JoinedDto: {
            /** @description Always true: the roles are given; sign in to use them */
            signInRequired: boolean;
        };
        HeldRoleDto: {
            /** @enum {string} */
            role: "platform_admin" | "platform_auditor" | "platform_support" | "agency_admin" | "editor" | "approver" | "alert_officer" | "agent" | "developer" | "auditor" | "privacy_officer";
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description Null while it is held without an end
             */
            until: string | null;
        };
        PersonDto: {
            /** @example usr_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            name: string;
            email: string;
            roles: components["schemas"]["HeldRoleDto"][];
            /** @description Whether a second step is set up */
            mfa: boolean;
            /** Format: date-time */
            lastSignInAt: string | null;
            /** Format: date-time */
            disabledAt: string | null;
        };
        PersonPageDto: {
            /** @description By name */
            data: components["schemas"]["PersonDto"][];
            /** @description Always null: all people fit on one page */
            next: string | null;
        };
        ChangeRolesDto: {
            /**
             * @description All roles that the person holds from now on; others end
             * @example [
             *       "editor",
             *       "agent"
             *     ]
             */
            roles: string[];
        };
        DepartmentDto: {
            /** @example dep_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example Clinics */
            name: string;
            /** @description Messages a day; null: no quota */
            dailyQuota: number | null;
            /** @description Messages a calendar month; null: no quota */
            monthlyQuota: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            archivedAt: string | null;
        };
        DepartmentPageDto: {
            /** @description By name, archived ones last */
            data: components["schemas"]["DepartmentDto"][];
            /** @description Always null: all departments fit on one page */
            next: string | null;
        };
        CreateDepartmentDto: {
            /** @example Clinics */
            name: string;
            /** @description Messages a day by the clock of the agency */
            dailyQuota?: number | null;
            /** @description Messages a calendar month */
            monthlyQuota?: number | null;
        };
        ChangeDepartmentDto: {
            /** @example Clinics */
            name?: string;
            /** @description Messages a day by the clock of the agency; null: no quota */
            dailyQuota?: number | null;
            /** @description Messages a calendar month; null: no quota */
            monthlyQuota?: number | null;
        };
        UsageDayDto: {
            /**
             * Format: date
             * @example 2026-11-22
             */
            day: string;
            /** @example 120 */
            n: number;
        };
        DepartmentUsageDto: {
            today: number;
            /** @description In this calendar month */
            month: number;
            dailyQuota: number | null;
            monthlyQuota: number | null;
            /** @description The last 31 days by the clock of the agency that have any */
            days: components["schemas"]["UsageDayDto"][];
        };
        ApiKeyDto: {
            /** @example key_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example Appointment reminders */
            name: string;
            /** @enum {string} */
            mode: "live" | "sandbox";
            /**
             * @description How the key begins; not secret
             * @example bf_live_4fGh7kLm
             */
            prefix: string;
            /** @example dep_01k9q3z5t8e7zv2r4m6w8x0y1a */
            departmentId: string;
            scopes: string[];
            /** @description Empty: from everywhere */
            ipAllowList: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description The person; null for the command line */
            createdBy: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Within seconds
             */
            lastUsedAt: string | null;
            /**
             * @description The network
             * @example 203.0.113.0/24
             */
            lastUsedFrom: string | null;
            /** @description Calls in the last seven days (UTC), today included */
            calls7Days: number;
        };
        ApiKeyPageDto: {
            /** @description Newest first */
            data: components["schemas"]["ApiKeyDto"][];
            next: string | null;
        };
        CreateApiKeyDto: {
            /** @example Appointment reminders */
            name: string;
            /** @example dep_01jc000000e008000000000000 */
            departmentId: string;
            /**
             * @description `sandbox` keys reach the sandbox number only
             * @enum {string}
             */
            mode: "live" | "sandbox";
            /** @description Of messages:send, messages:override-quiet-hours, messages:read, contacts:write, contacts:read, consents:write, consents:read, purposes:write, purposes:read, templates:read, templates:write, media:read, media:write, audit:read */
            scopes: string[];
            /**
             * @description Addresses and networks from which it works; none: from everywhere
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            ipAllowList?: string[];
            /**
             * Format: date-time
             * @description At most a year ahead
             * @example 2026-11-22T09:30:00Z
             */
            expiresAt: string;
        };
        CreatedApiKeyDto: {
            /** @example key_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example Appointment reminders */
            name: string;
            /** @enum {string} */
            mode: "live" | "sandbox";
            /**
             * @description How the key begins; not secret
             * @example bf_live_4fGh7kLm
             */
            prefix: string;
            /** @example dep_01k9q3z5t8e7zv2r4m6w8x0y1a */
            departmentId: string;
            scopes: string[];
            /** @description Empty: from everywhere */
            ipAllowList: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description The person; null for the command line */
            createdBy: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Within seconds
             */
            lastUsedAt: string | null;
            /**
             * @description The network
             * @example 203.0.113.0/24
             */
            lastUsedFrom: string | null;
            /** @description Calls in the last seven days (UTC), today included */
            calls7Days: number;
            /** @description Shown only now */
            secret: string;
        };
        ChangeApiKeyDto: {
            name?: string;
            /** @description An empty list: from everywhere */
            ipAllowList?: string[];
        };
        RotateApiKeyDto: {
            /** @description How long the old key works on */
            overlapHours: number;
        };
        RotatedApiKeyDto: {
            /** @example key_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example Appointment reminders */
            name: string;
            /** @enum {string} */
            mode: "live" | "sandbox";
            /**
             * @description How the key begins; not secret
             * @example bf_live_4fGh7kLm
             */
            prefix: string;
            /** @example dep_01k9q3z5t8e7zv2r4m6w8x0y1a */
            departmentId: string;
            scopes: string[];
            /** @description Empty: from everywhere */
            ipAllowList: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description The person; null for the command line */
            createdBy: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description Within seconds
             */
            lastUsedAt: string | null;
            /**
             * @description The network
             * @example 203.0.113.0/24
             */
            lastUsedFrom: string | null;
            /** @description Calls in the last seven days (UTC), today included */
            calls7Days: number;
            /** @description Shown only now */
            secret: string;
            /**
             * Format: date-time
             * @description When the old key stops working
             */
            oldExpiresAt: string;
        };
        CallCountDto: {
            /** @example 118 */
            succeeded: number;
            /** @example 2 */
            failed: number;
        };
        RecentCallsDto: {
            /** @example 118 */
            succeeded: number;
            /** @example 2 */
            failed: number;
            /** @description The same for each of the 24 hours, the longest ago first */
            hours: components["schemas"]["CallCountDto"][];
        };
        CallbackDto: {
            /** @example cbk_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @description Null: of the messages of every department */
            departmentId: string | null;
            /** @example https://appointments.health.example/belfry */
            url: string;
            /** @example Appointment system */
            description: string;
            events: ("message.accepted" | "message.suppressed" | "message.cancelled" | "message.expired" | "message.in_doubt" | "message.unconfirmed" | "message.sent" | "message.failed" | "message.delivered" | "message.read" | "message.played" | "message.received")[];
            /**
             * @description `failing`: calls fail since `failingSince`, and are tried again. `off`: nothing is called
             * @enum {string}
             */
            state: "active" | "failing" | "off";
            /**
             * @description Who turned it off: a person; the system, which answered 410; or five days without a success
             * @enum {string|null}
             */
            offReason: "person" | "gone" | "failing" | null;
            /** Format: date-time */
            offAt: string | null;
            /** Format: date-time */
            failingSince: string | null;
            /** Format: date-time */
            lastSuccessAt: string | null;
            /**
             * @description `v1a`: Ed25519. `v1`: HMAC-SHA256 with a shared secret
             * @enum {string}
             */
            signature: "v1a" | "v1";
            /**
             * @description Verifies signatures of `v1a`; no secret. Null for `v1`
             * @example whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
             */
            publicKey: string | null;
            /**
             * Format: date-time
             * @description Until then calls are also signed with the secret before the last rotation
             */
            previousSecretUntil: string | null;
            /** @description Callbacks that are due or wait for their next attempt */
            waiting: number;
            /** @description Attempts of the last 24 hours */
            recent: components["schemas"]["RecentCallsDto"];
            /** Format: date-time */
            createdAt: string;
        };
        CallbackListDto: {
            /** @description Oldest first; an agency has at most 100 */
            data: components["schemas"]["CallbackDto"][];
            next: string | null;
        };
        CreateCallbackDto: {
            /**
             * @description https at port 443 and a public address; redirects are not followed
             * @example https://appointments.health.example/belfry
             */
            url: string;
            /**
             * @description Hears of the messages of this department and of those that belong to none. Without: of all
             * @example dep_01jc000000e008000000000000
             */
            departmentId?: string;
            /** @example Appointment system */
            description?: string;
            /**
             * @description At least one of message.accepted, message.suppressed, message.cancelled, message.expired, message.in_doubt, message.unconfirmed, message.sent, message.failed, message.delivered, message.read, message.played, message.received
             * @example [
             *       "message.delivered",
             *       "message.failed",
             *       "message.received"
             *     ]
             */
            events: string[];
            /**
             * @description `v1a` (Ed25519) unless the receiver can only do HMAC, `v1`
             * @enum {string}
             */
            signature?: "v1a" | "v1";
        };
        ReplayProgressDto: {
            /** @example cbr_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** Format: date-time */
            startedAt: string;
            /** @description Callbacks that were put back into the queue */
            total: number;
            /** @description Of them, those that still wait */
            waiting: number;
            /** @description Of them, those that were delivered since */
            delivered: number;
        };
        CallbackDetailsDto: {
            /** @example cbk_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @description Null: of the messages of every department */
            departmentId: string | null;
            /** @example https://appointments.health.example/belfry */
            url: string;
            /** @example Appointment system */
            description: string;
            events: ("message.accepted" | "message.suppressed" | "message.cancelled" | "message.expired" | "message.in_doubt" | "message.unconfirmed" | "message.sent" | "message.failed" | "message.delivered" | "message.read" | "message.played" | "message.received")[];
            /**
             * @description `failing`: calls fail since `failingSince`, and are tried again. `off`: nothing is called
             * @enum {string}
             */
            state: "active" | "failing" | "off";
            /**
             * @description Who turned it off: a person; the system, which answered 410; or five days without a success
             * @enum {string|null}
             */
            offReason: "person" | "gone" | "failing" | null;
            /** Format: date-time */
            offAt: string | null;
            /** Format: date-time */
            failingSince: string | null;
            /** Format: date-time */
            lastSuccessAt: string | null;
            /**
             * @description `v1a`: Ed25519. `v1`: HMAC-SHA256 with a shared secret
             * @enum {string}
             */
            signature: "v1a" | "v1";
            /**
             * @description Verifies signatures of `v1a`; no secret. Null for `v1`
             * @example whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
             */
            publicKey: string | null;
            /**
             * Format: date-time
             * @description Until then calls are also signed with the secret before the last rotation
             */
            previousSecretUntil: string | null;
            /** @description Callbacks that are due or wait for their next attempt */
            waiting: number;
            /** @description Attempts of the last 24 hours */
            recent: components["schemas"]["RecentCallsDto"];
            /** Format: date-time */
            createdAt: string;
            /** @description The last replay */
            replay: components["schemas"]["ReplayProgressDto"] | null;
        };
        ChangeCallbackDto: {
            /** @example https://appointments.health.example/belfry */
            url?: string;
            description?: string;
            /**
             * @description At least one of message.accepted, message.suppressed, message.cancelled, message.expired, message.in_doubt, message.unconfirmed, message.sent, message.failed, message.delivered, message.read, message.played, message.received
             * @example [
             *       "message.delivered",
             *       "message.failed",
             *       "message.received"
             *     ]
             */
            events?: string[];
        };
        RotateCallbackSecretDto: {
            /** @description How long calls carry both signatures */
            overlapHours: number;
        };
        CallbackSecretDto: {
            /** @enum {string} */
            signature: "v1a" | "v1";
            /** @description What the receiver verifies with: the public key (`whpk_…`) of `v1a`, the shared secret (`whsec_…`) of `v1` */
            secret: string;
            /** @description The same before the last rotation, while it still counts */
            previousSecret: string | null;
        };
        CallbackAttemptDto: {
            /** @example cba_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /**
             * @description `webhook-id` of the call
             * @example evt_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            eventId: string;
            /** @enum {string} */
            event: "message.accepted" | "message.suppressed" | "message.cancelled" | "message.expired" | "message.in_doubt" | "message.unconfirmed" | "message.sent" | "message.failed" | "message.delivered" | "message.read" | "message.played" | "message.received" | "callback.test";
            /** @description Null for a test */
            messageId: string | null;
            /** @description From 1; a replay begins anew */
            attempt: number;
            /**
             * @description The last attempt of the schedule
             * @example 10
             */
            attempts: number;
            /** Format: date-time */
            at: string;
            /** @description Milliseconds */
            durationMs: number;
            /**
             * @description Only a 2xx is success
             * @enum {string}
             */
            outcome: "succeeded" | "failed";
            /** @description Null when no answer came */
            status: number | null;
            /**
             * @description Why no answer came
             * @enum {string|null}
             */
            fault: "address-not-allowed" | "name-not-found" | "connection-refused" | "tls-failed" | "timeout" | "connection-lost" | null;
            /**
             * Format: date-time
             * @description When it is tried next
             */
            nextAt: string | null;
        };
        CallbackAttemptPageDto: {
            /** @description Newest first; kept 30 days unless the platform says otherwise */
            data: components["schemas"]["CallbackAttemptDto"][];
            next: string | null;
        };
        CallbackRequestDto: {
            /** @description Where the endpoint is now */
            url: string;
            headers: {
                [key: string]: string;
            };
            /** @description JSON as it was sent; without the words of a person who was erased since */
            body: string;
        };
        CallbackAnswerDto: {
            contentType: string | null;
            /** @description The first 4 KB */
            body: string | null;
        };
        CallbackAttemptDetailsDto: {
            /** @example cba_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /**
             * @description `webhook-id` of the call
             * @example evt_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            eventId: string;
            /** @enum {string} */
            event: "message.accepted" | "message.suppressed" | "message.cancelled" | "message.expired" | "message.in_doubt" | "message.unconfirmed" | "message.sent" | "message.failed" | "message.delivered" | "message.read" | "message.played" | "message.received" | "callback.test";
            /** @description Null for a test */
            messageId: string | null;
            /** @description From 1; a replay begins anew */
            attempt: number;
            /**
             * @description The last attempt of the schedule
             * @example 10
             */
            attempts: number;
            /** Format: date-time */
            at: string;
            /** @description Milliseconds */
            durationMs: number;
            /**
             * @description Only a 2xx is success
             * @enum {string}
             */
            outcome: "succeeded" | "failed";
            /** @description Null when no answer came */
            status: number | null;
            /**
             * @description Why no answer came
             * @enum {string|null}
             */
            fault: "address-not-allowed" | "name-not-found" | "connection-refused" | "tls-failed" | "timeout" | "connection-lost" | null;
            /**
             * Format: date-time
             * @description When it is tried next
             */
            nextAt: string | null;
            request: components["schemas"]["CallbackRequestDto"];
            answer: components["schemas"]["CallbackAnswerDto"];
            /** @description Every attempt to tell of this event, newest first */
            all: components["schemas"]["CallbackAttemptDto"][];
        };
        TestSentDto: {
            /**
             * @description Its attempt is found with `?eventId=`
             * @example evt_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            eventId: string;
        };
        ReplayDto: {
            /** @description Ids of events (`evt_…`), delivered or not */
            ids?: string[];
            /**
             * Format: date-time
             * @description What happened from then on
             * @example 2026-11-22T09:30:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description and before then
             * @example 2026-11-22T09:30:00Z
             */
            to?: string;
            /** @description With `from` and `to`: also what was delivered. Without: what was given up */
            withDelivered?: boolean;
            /** @description Only count; nothing goes out */
            countOnly?: boolean;
        };
        ReplayStartedDto: {
            /** @description Null when it was only counted */
            id: string | null;
            /** @description How many callbacks go out again, or would */
            count: number;
        };
        AgencyDto: {
            /** @example agy_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example city-health */
            slug: string;
            /** @example City Health */
            name: string;
            /** @example Health Department of the City of Harbour */
            legalName: string | null;
            /**
             * @description ISO 3166-1, two letters
             * @example KE
             */
            country: string | null;
            /** @example en */
            defaultLanguage: string;
            /** @example Africa/Nairobi */
            timeZone: string;
            /**
             * @description Whose addresses may be invited; empty when any may
             * @example [
             *       "health.gov.example"
             *     ]
             */
            emailDomains: string[];
            /**
             * @description Days for which the content of a message is kept after its final state
             * @example 365
             */
            retentionDays: number;
            /** @enum {string} */
            status: "trial" | "live" | "suspended" | "closed";
            /** @description Why it is suspended or closed */
            statusReason: string | null;
            /** Format: date-time */
            statusAt: string;
            /** Format: date-time */
            createdAt: string;
        };
        ChangeAgencyDto: {
            /** @example City Health */
            name?: string;
            /**
             * @description As in the register; null: none
             * @example Health Department of the City of Harbour
             */
            legalName?: string | null;
            /**
             * @description ISO 3166-1, two capital letters; null: none
             * @example KE
             */
            country?: string | null;
            /**
             * @description Of its messages, where nothing else says
             * @example en
             */
            defaultLanguage?: string;
            /**
             * @description An IANA name
             * @example Africa/Nairobi
             */
            timeZone?: string;
            /**
             * @description Only addresses of these domains are invited. An empty list lets any in.
             * @example [
             *       "health.gov.example"
             *     ]
             */
            emailDomains?: string[];
            /** @description Days for which the content of a message is kept */
            retentionDays?: number;
        };
        QuietHoursDto: {
            /**
             * @description Null when messages are sent at any time.
             * @example 22:00
             */
            from: string | null;
            /** @example 08:00 */
            to: string | null;
            /**
             * @description Days on which they begin
             * @example [
             *       "mon",
             *       "tue",
             *       "wed",
             *       "thu",
             *       "fri",
             *       "sat",
             *       "sun"
             *     ]
             */
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        };
        SetQuietHoursDto: {
            /**
             * @description Time of day at which they begin, by the clocks of the agency's time zone.
             * @example 22:00
             */
            from: string;
            /**
             * @description Time of day at which they end; earlier than `from`, it is that of the next day. `24:00` is the end of the day.
             * @example 08:00
             */
            to: string;
            /**
             * @description Days on which they begin: mon, tue, wed, thu, fri, sat, sun. Left out, every day.
             * @example [
             *       "mon",
             *       "tue",
             *       "wed",
             *       "thu",
             *       "fri",
             *       "sat",
             *       "sun"
             *     ]
             */
            days?: string[];
        };
        TrialGuestDto: {
            /** @example gst_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /**
             * @description All but the last digits hidden
             * @example +44•••••••123
             */
            phone: string;
            name: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        TrialGuestPageDto: {
            data: components["schemas"]["TrialGuestDto"][];
            /** @description Always null: the list is short */
            next: string | null;
        };
        AddTrialGuestDto: {
            /** @example +447700900123 */
            phone: string;
            /** @example Amina, test phone */
            name?: string;
        };
        GoLiveProgressDto: {
            done: number;
            of: number;
        };
        GoLiveCommentDto: {
            text: string;
            /** Format: date-time */
            at: string;
            /**
             * @description Somebody of the platform
             * @example usr_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            by: string;
        };
        GoLiveTaskDto: {
            /** @enum {string} */
            key: "agency-details" | "department" | "number-connected" | "display-name" | "template-approved" | "purpose" | "test-message" | "second-admin" | "admin-second-factor" | "api-key-used" | "callback-answered" | "webhook-seen" | "agreement" | "privacy-notice";
            /** @enum {string} */
            status: "done" | "to-do" | "waiting-whatsapp" | "waiting-us" | "needs-change";
            /** @description True when a person says that it is done; the others tick themselves */
            manual: boolean;
            /** @description True when an agency may go live without it */
            optional: boolean;
            /**
             * @description Who can do it
             * @enum {string}
             */
            who: "agency_admin" | "developer" | "platform_admin";
            /** Format: date-time */
            doneAt?: string;
            /** @example usr_01k9q3z5t8e7zv2r4m6w8x0y1a */
            doneBy?: string;
            /**
             * @description Where in the console it is done
             * @example /settings
             */
            link: string;
            comments: components["schemas"]["GoLiveCommentDto"][];
        };
        GoLiveSectionDto: {
            /** @enum {string} */
            key: "your-agency" | "your-number" | "your-messages" | "your-people" | "technical" | "agreement";
            tasks: components["schemas"]["GoLiveTaskDto"][];
        };
        GoLiveRequestDto: {
            /** @example glr_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @enum {string} */
            state: "requested" | "sent-back" | "withdrawn" | "approved";
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** @description Who has approved, at most two */
            approvedBy: string[];
            /** @description What was said of the request as a whole */
            comments: components["schemas"]["GoLiveCommentDto"][];
        };
        GoLiveDto: {
            /**
             * @description `approved`: by the first of two people
             * @enum {string}
             */
            status: "trial" | "requested" | "sent-back" | "approved" | "live" | "suspended" | "closed";
            progress: components["schemas"]["GoLiveProgressDto"];
            sections: components["schemas"]["GoLiveSectionDto"][];
            /** @description The newest request */
            request?: components["schemas"]["GoLiveRequestDto"];
        };
        SayTaskDto: {
            /** @description Whether it is done */
            done: boolean;
        };
        PipelineGoLiveDto: {
            /**
             * @description `approved-once`: by the first of two people
             * @enum {string}
             */
            state: "requested" | "approved-once" | "sent-back" | "withdrawn" | "approved";
            /** Format: date-time */
            requestedAt: string;
        };
        AgencyInPipelineDto: {
            /** @example agy_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example city-health */
            slug: string;
            /** @example City Health */
            name: string;
            /** @enum {string} */
            status: "trial" | "live" | "suspended" | "closed";
            /**
             * Format: date-time
             * @description Since when it has this status
             */
            statusAt: string;
            /** @description Departments that are not archived */
            departments: number;
            /** @description Phone numbers */
            numbers: number;
            /** @description People who hold a role now */
            people: number;
            /** @description The newest request to go live */
            goLive: components["schemas"]["PipelineGoLiveDto"] | null;
            /** Format: date-time */
            createdAt: string;
        };
        AgencyPageDto: {
            data: components["schemas"]["AgencyInPipelineDto"][];
            /** @description Pass as `after` for the next page */
            next: string | null;
        };
        FirstAdminDto: {
            /** @example ada@health.gov.example */
            email: string;
            /** @example Ada Okoye */
            name?: string;
        };
        CreateAgencyDto: {
            /** @example City Health */
            name: string;
            /**
             * @description Short name, for addresses and commands. It stays.
             * @example city-health
             */
            slug: string;
            /**
             * @description As it stands in the register
             * @example Health Department of the City of Harbour
             */
            legalName?: string;
            /**
             * @description ISO 3166-1, two capital letters
             * @example KE
             */
            country?: string;
            /**
             * @description Of its messages, where nothing else says
             * @example en
             */
            defaultLanguage: string;
            /**
             * @description An IANA name
             * @example Africa/Nairobi
             */
            timeZone: string;
            /**
             * @description Only addresses of these domains are invited. An empty list lets any in.
             * @example [
             *       "health.gov.example"
             *     ]
             */
            emailDomains?: string[];
            /** @description Days for which the content of a message is kept */
            retentionDays?: number;
            /** @description Is invited by mail as an administrator of the agency */
            firstAdmin?: components["schemas"]["FirstAdminDto"];
        };
        ReasonDto: {
            /**
             * @description Shown to the agency's people
             * @example The contract has ended.
             */
            reason: string;
        };
        CommentDto: {
            /**
             * @description The task that it is about
             * @enum {string}
             */
            task: "agency-details" | "department" | "number-connected" | "display-name" | "template-approved" | "purpose" | "test-message" | "second-admin" | "admin-second-factor" | "api-key-used" | "callback-answered" | "webhook-seen" | "agreement" | "privacy-notice";
            /** @example The legal name must be the one of the register. */
            text: string;
        };
        SendBackDto: {
            /**
             * @description What has to change
             * @example Please see the two comments.
             */
            comment: string;
        };
        RequestBreakGlassDto: {
            /**
             * @description The agency to enter
             * @example agy_01jc000000e008000000000000
             */
            agencyId: string;
            /**
             * @description Stands in the agency's own log
             * @example Case 4711: messages stay queued
             */
            reason: string;
            minutes: number;
        };
        BreakGlassDto: {
            /** @example brk_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @example agy_01k9q3z5t8e7zv2r4m6w8x0y1a */
            agencyId: string;
            reason: string;
            minutes: number;
            /**
             * @description `lapsed`: nobody approved it within four hours
             * @enum {string}
             */
            state: "requested" | "open" | "over" | "closed" | "lapsed";
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            approvedBy: string | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** Format: date-time */
            until: string | null;
            /** Format: date-time */
            closedAt: string | null;
        };
        BreakGlassPageDto: {
            data: components["schemas"]["BreakGlassDto"][];
            /** @description Pass as `after` for the next page */
            next: string | null;
        };
        SwitchDto: {
            /** @example swi_01k9q3z5t8e7zv2r4m6w8x0y1a */
            id: string;
            /** @enum {string} */
            scope: "platform" | "agency" | "number" | "template" | "campaign" | "api-key";
            /** @example num_01k9q3z5t8e7zv2r4m6w8x0y1a */
            targetId: string;
            /** @example Wrong date in the text */
            reason: string;
            /** @description Whether it stops messages now */
            isOn: boolean;
            /** @description `system` for a command of whoever runs Belfry */
            stoppedBy: string;
            /** Format: date-time */
            stoppedAt: string;
            liftedBy: string | null;
            /** Format: date-time */
            liftedAt: string | null;
        };
        SwitchPageDto: {
            data: components["schemas"]["SwitchDto"][];
            /** @description Pass as `after` for the next page */
            next: string | null;
        };
        StopDto: {
            /**
             * @description What is stopped: everything of the agency, or one of its parts
             * @enum {string}
             */
            scope: "agency" | "number" | "template" | "campaign" | "api-key";
            /**
             * @description Id of the number, template, campaign or API key; left out for the scope `agency`
             * @example num_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            targetId?: string;
            /**
             * @description Why; it stands in the log and beside the switch
             * @example Wrong date in the text
             */
            reason: string;
        };
        StopPlatformDto: {
            /**
             * @description Why; it stands in the log and beside the switch
             * @example Incident 7
             */
            reason: string;
        };
        LaneDto: {
            /** @enum {string} */
            lane: "alert" | "reply" | "transactional" | "bulk";
            /**
             * Format: date-time
             * @description `null` when nothing waits
             */
            oldestDueAt: string | null;
            /**
             * @description Age of the oldest message that is due, in seconds
             * @example 0
             */
            oldestDueSeconds: number;
        };
        LanesDto: {
            data: components["schemas"]["LaneDto"][];
            /** @description Always `null`: there are four lanes */
            next: string | null;
        };
        PreferencesDto: {
            /**
             * @description Colours of the console
             * @enum {string}
             */
            theme?: "system" | "light" | "dark";
            /**
             * @description How close lines stand
             * @enum {string}
             */
            density?: "regular" | "compact";
            /** @description Whether single keys do something */
            shortcuts?: boolean;
            /**
             * @description IANA name; times are shown in it
             * @example Europe/Lisbon
             */
            timeZone?: string;
        };
        FactorsDto: {
            /** @description Whether the person has a password */
            password: boolean;
            /** @description Whether an authenticator app is in use */
            totp: boolean;
            /** @description How many passkeys there are */
            passkeys: number;
            /** @description How many recovery codes were not used yet */
            recoveryCodesLeft: number;
        };
        OwnAgencyDto: {
            /**
             * @description For the header `Belfry-Agency`
             * @example agy_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            id: string;
            /**
             * @description Its name in addresses
             * @example health
             */
            slug: string;
            /**
             * @description Its name
             * @example City Health
             */
            name: string;
            /**
             * @description Suspended agencies can only be read
             * @enum {string}
             */
            status: "trial" | "live" | "suspended";
            /** @description The platform itself, which runs all agencies */
            isPlatform: boolean;
        };
        MembershipDto: {
            /** @description Where */
            agency: components["schemas"]["OwnAgencyDto"];
            /**
             * @description The roles held there now
             * @example [
             *       "agency_admin"
             *     ]
             */
            roles: string[];
            /**
             * @description What these roles allow
             * @example [
             *       "messages:read"
             *     ]
             */
            permissions: string[];
            /**
             * Format: date-time
             * @description When this ends by itself, as for platform staff who entered by break-glass
             */
            until?: string;
        };
        ProfileDto: {
            /**
             * @description The person
             * @example usr_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            id: string;
            /**
             * @description Where mails go and what signs in
             * @example admin@health.example
             */
            email: string;
            /**
             * @description As others see it
             * @example Ada Administrator
             */
            name: string;
            /**
             * @description Chosen language, or null
             * @example en
             */
            language: string | null;
            /** @description How the person likes the console */
            preferences: components["schemas"]["PreferencesDto"];
            /** @description A second step must be added before anything else is open */
            mustEnrol: boolean;
            /**
             * Format: date-time
             * @description Until when dangerous acts are open to this session, or null
             */
            steppedUpUntil: string | null;
            /** @description What the person can prove themselves with */
            factors: components["schemas"]["FactorsDto"];
            /** @description Where the person belongs, and as what */
            memberships: components["schemas"]["MembershipDto"][];
        };
        EditProfileDto: {
            /**
             * @description As others see it
             * @example Ada Administrator
             */
            name?: string;
            /**
             * @description Language of the console and of mails
             * @example en
             */
            language?: string;
            /** @description What is left out stays as it is */
            preferences?: components["schemas"]["PreferencesDto"];
        };
        ChangePasswordDto: {
            /** @description The password until now */
            currentPassword: string;
            /** @description The new one, of at least 12 characters */
            newPassword: string;
        };
        StepUpPasskeyDto: {
            /** @description From `POST /v1/me/step-up/options` */
            challengeId: string;
            /** @description What the browser answered, as JSON of WebAuthn */
            response: {
                [key: string]: unknown;
            };
        };
        StepUpDto: {
            /** @description The password */
            password?: string;
            /**
             * @description The six digits of the authenticator app
             * @example 492039
             */
            code?: string;
            /** @description The answer of a passkey */
            passkey?: components["schemas"]["StepUpPasskeyDto"];
        };
        TotpSecretDto: {
            /**
             * @description For people who type it
             * @example JBSWY3DPEHPK3PXP
             */
            secret: string;
            /**
             * @description For the QR code
             * @example otpauth://totp/…
             */
            uri: string;
        };
        ConfirmTotpDto: {
            /**
             * @description The six digits that the app shows now
             * @example 492039
             */
            code: string;
        };
        RecoveryCodesDto: {
            /**
             * @description Ten codes, each good once. Shown now and never again
             * @example [
             *       "k7m2p-9xw4d"
             *     ]
             */
            recoveryCodes: string[];
        };
        PasskeyDto: {
            /**
             * @description The passkey
             * @example psk_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            id: string;
            /**
             * @description Given by the person
             * @example Office laptop
             */
            name: string;
            /**
             * Format: date-time
             * @description When it was added
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last signed in, or null
             */
            lastUsedAt: string | null;
            /** @description Kept by a service of its maker, so that it outlives the device */
            backedUp: boolean;
        };
        PasskeyListDto: {
            /** @description All of them, the oldest first */
            data: components["schemas"]["PasskeyDto"][];
        };
        NewPasskeyDto: {
            /** @description From `POST /v1/me/passkeys/options` */
            challengeId: string;
            /**
             * @description So that the person knows it again
             * @example Office laptop
             */
            name: string;
            /** @description What the browser answered (`PublicKeyCredential.toJSON()`) */
            response: {
                [key: string]: unknown;
            };
        };
        AddedPasskeyDto: {
            /**
             * @description The passkey
             * @example psk_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            id: string;
            /**
             * @description Given by the person
             * @example Office laptop
             */
            name: string;
            /**
             * Format: date-time
             * @description When it was added
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last signed in, or null
             */
            lastUsedAt: string | null;
            /** @description Kept by a service of its maker, so that it outlives the device */
            backedUp: boolean;
            /** @description With the first second step: ten codes, each good once. Shown now and never again */
            recoveryCodes?: string[];
        };
        OwnSessionDto: {
            /**
             * @description The session
             * @example ses_01k9q3z5t8e7zv2r4m6w8x0y1a
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was opened
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Last use, to the minute
             */
            lastUsedAt: string;
            /**
             * @description What the browser says it is
             * @example Firefox on Linux
             */
            device: string | null;
            /**
             * @description The network it was opened from
             * @example 203.0.113.0/24
             */
            network: string | null;
            /** @description The session that asks */
            current: boolean;
        };
        OwnSessionListDto: {
            /** @description Open sessions, the last used first */
            data: components["schemas"]["OwnSessionDto"][];
        };
        RequestRecoveryDto: {
            /**
             * @description The address of the account
             * @example admin@health.example
             */
            email: string;
        };
        FinishRecoveryDto: {
            /** @description The new password, of at least 12 characters */
            newPassword: string;
        };
        SsoDto: {
            /** @description Whether single sign-on is set up; if not, the rest is null or empty */
            configured: boolean;
            /** @example https://id.health.example.gov */
            issuer: string | null;
            /** @example belfry */
            clientId: string | null;
            /** @description Whether a secret is stored */
            hasClientSecret: boolean;
            /** @example groups */
            groupsClaim: string | null;
            /**
             * @example {
             *       "admins": "agency_admin"
             *     }
             */
            groupRoles: {
                [key: string]: string;
            };
            /**
             * @example [
             *       "health.example.gov"
             *     ]
             */
            emailDomains: string[];
            /** Format: date-time */
            changedAt: string | null;
        };
        PutSsoDto: {
            /**
             * @description Address of the directory, exactly as it calls itself
             * @example https://id.health.example.gov
             */
            issuer: string;
            /** @example belfry */
            clientId: string;
            /** @description Kept sealed and never shown. Left out, the stored one stays. */
            clientSecret?: string;
            /**
             * @description The claim of the ID token that lists the groups (`groups`)
             * @example groups
             */
            groupsClaim?: string;
            /**
             * @description Which role a group gives
             * @example {
             *       "belfry-admins": "agency_admin"
             *     }
             */
            groupRoles: {
                [key: string]: string;
            };
            /** @description Domains of the addresses of people who may come this way */
            emailDomains: string[];
        };
        StartSsoDto: {
            /**
             * @description The short name of the agency
             * @example city-health
             */
            agency: string;
        };
        SsoStartDto: {
            /** @description Where the browser goes to sign in */
            redirectTo: string;
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
            /** @description The bound that the value broke: characters, entries, or a least or greatest value */
            limit?: number;
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
            /** @description `permission-missing`, `lane-reserved`, `agency-suspended`, `key-stopped` */
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
            /** @description `opt-in-missing`, `consent-missing`, `consent-withdrawn`, `objected`, `suppressed`, `window-closed`, `template-not-approved`, `template-parameters`, `purpose-unknown`, `not-quotable`, `trial-guests-only`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `trial-limit`, `quota-exceeded`, `backpressure` */
            429: {
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
    sendBatch: {
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
                "application/json": components["schemas"]["SendBatchDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAcceptedDto"];
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
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused` */
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
    cancelMessages: {
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
                "application/json": components["schemas"]["CancelMessagesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesCancelledDto"];
                };
            };
            /** @description `invalid-request`, `idempotency-key-invalid`, `malformed-json` */
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
            /** @description `idempotency-key-reused` */
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
    markMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkReadDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`, `malformed-json` */
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
            /** @description `not-markable` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-refused` */
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
    createTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `template-exists`, `template-name-locked`, `template-account-missing` */
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
    listTemplateNames: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Part of the name */
                name?: string;
                /** @description Of at least one language; DRAFT for what WhatsApp does not have */
                status?: string;
                /** @description in_review: what waits for approval here */
                review?: string;
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
                    "application/json": components["schemas"]["TemplateNamePageDto"];
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
    lintTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LintTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateFindingsDto"];
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
    previewDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewDraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewDto"];
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
    getTemplate: {
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
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
    deleteTemplate: {
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
            /** @description `template-state`, `template-account-missing` */
            409: {
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
    writeTemplateVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTemplateVersionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `template-changed`, `template-state` */
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
    addTemplateLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTemplateLanguageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `template-exists`, `template-name-locked` */
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
    copyTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `template-exists`, `template-name-locked` */
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
    previewTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewDto"];
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
    archiveTemplate: {
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
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
    restoreTemplate: {
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
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
    submitTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `template-changed`, `template-state`, `template-edit-limit` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template-lint` */
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
    approveTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `second-person-needed` */
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
            /** @description `template-changed`, `template-state`, `template-account-missing` */
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
    rejectTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDetailsDto"];
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
            /** @description `second-person-needed` */
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
            /** @description `template-changed`, `template-state` */
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
    listMedia: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                kind?: "image" | "video" | "audio" | "document" | "sticker";
                state?: "receiving" | "scanning" | "clean" | "quarantined" | "refused";
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
                    "application/json": components["schemas"]["MediaPageDto"];
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
    addMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description At most 100 MB; what each kind may have is in docs/media.md
                     */
                    file: string;
                    /** @description What it shows, for those who cannot see it */
                    altText?: string;
                } | components["schemas"]["FetchMediaDto"];
                "application/json": {
                    /**
                     * Format: binary
                     * @description At most 100 MB; what each kind may have is in docs/media.md
                     */
                    file: string;
                    /** @description What it shows, for those who cannot see it */
                    altText?: string;
                } | components["schemas"]["FetchMediaDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaDetailsDto"];
                };
            };
            /** @description `invalid-request`, `body-unreadable` */
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
            /** @description `media-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-refused`, `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-truncated`, `media-empty`, `media-form-refused`, `media-infected`, `media-url-not-fetched` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-storage-unavailable` */
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
    getMedia: {
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
                    "application/json": components["schemas"]["MediaDetailsDto"];
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
    removeMedia: {
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
            /** @description `media-in-use` */
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
    changeMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMediaDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaDetailsDto"];
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
    getMediaLink: {
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
                    "application/json": components["schemas"]["MediaLinkDto"];
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
            /** @description `media-not-clean` */
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
    list: {
        parameters: {
            query?: {
                /** @description Exact type */
                type?: string;
                /** @description First part of the type */
                category?: "auth" | "access" | "apikey" | "agency" | "contact" | "template" | "media" | "message" | "campaign" | "alert" | "consent" | "suppression" | "privacy" | "data" | "webhook_in" | "webhook_out" | "control" | "crypto" | "audit" | "system";
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
    getEntry: {
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
                    "application/json": components["schemas"]["AuditEntryDto"];
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
    getDetail: {
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
                    "application/json": components["schemas"]["AuditDetailDto"];
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
    listNumbers: {
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
                    "application/json": components["schemas"]["NumberListDto"];
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
    getNumber: {
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
                    "application/json": components["schemas"]["NumberDto"];
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
    requestCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-requests-exhausted`, `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    verifyCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-wrong`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pin-wrong`, `pin-missing`, `number-not-verified`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `registrations-exhausted`, `pin-locked`, `pin-too-fast`, `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    changeName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisplayNameDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `display-name-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    getBusinessProfile: {
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
                    "application/json": components["schemas"]["BusinessProfileDto"];
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
    putProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutOwnProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessProfileDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `profile-refused`, `media-wrong-kind`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    refresh: {
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
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    getNumberHealth: {
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
                    "application/json": components["schemas"]["NumberHealthDto"];
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
    deregister: {
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
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `number-not-registered`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `registrations-exhausted`, `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    changePin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePinDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `number-not-registered`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    subscribe: {
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
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    acknowledgeDrift: {
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
                    "application/json": components["schemas"]["NumberDto"];
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
    listShortLinks: {
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
                    "application/json": components["schemas"]["ShortLinkListDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    createShortLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveShortLinkDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShortLinkDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `short-link-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    changeShortLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveShortLinkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShortLinkDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `short-link-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    deleteShortLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `short-link-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    listBlockedUsers: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
            };
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
                    "application/json": components["schemas"]["BlockedUserListDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    blockUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockUsersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockOutcomeListDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    unblockUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockUsersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockOutcomeListDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    getStarters: {
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
                    "application/json": components["schemas"]["StartersDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    putStarters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutStartersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartersDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `starters-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    listAllNumbers: {
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
                    "application/json": components["schemas"]["PlatformNumberListDto"];
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
    listPortfolios: {
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
                    "application/json": components["schemas"]["PortfolioListDto"];
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
    listNumbersOfAgency: {
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
                    "application/json": components["schemas"]["NumberListDto"];
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
    linkNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkNumberDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `number-in-use`, `number-not-in-account`, `number-taken`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    embeddedSignup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddedSignupDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `signup-code-expired`, `signup-code-used`, `number-not-in-account`, `number-taken`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    getNumberOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
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
                    "application/json": components["schemas"]["NumberDto"];
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
    requestCodeOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-requests-exhausted`, `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    verifyCodeOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `code-wrong`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    registerOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pin-wrong`, `pin-missing`, `number-not-verified`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `registrations-exhausted`, `pin-locked`, `pin-too-fast`, `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    changeNameOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisplayNameDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `display-name-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    getProfileOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
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
                    "application/json": components["schemas"]["BusinessProfileDto"];
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
    putProfileOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessProfileDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `profile-refused`, `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    refreshOfAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agencyId: string;
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
                    "application/json": components["schemas"]["NumberDto"];
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
            /** @description `number-step-not-due`, `number-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token-invalid`, `token-lacks-permission`, `account-locked`, `account-restricted`, `provider-id-unknown`, `provider-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-rate-limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-unreachable`, `provider-silent`, `provider-fault` */
            502: {
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
    listParkedWebhooks: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ParkedWebhookPageDto"];
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
    replayWebhook: {
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
            /** @description `webhook-emptied` */
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
    dismissWebhook: {
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
    listPlatformNews: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["NewsPageDto"];
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
    listNews: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Only of this number and its account */
                numberId?: string;
                /** @description 1 for what is worth a look, 2 for what somebody must act on */
                weight?: number;
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
                    "application/json": components["schemas"]["NewsPageDto"];
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
    open: {
        parameters: {
            query?: {
                /** @description Topics, comma-separated: messages, agency, numbers, people, audit. Default: all that you may hear. */
                topics?: string;
            };
            header?: {
                /** @description The id of the last event that arrived */
                "Last-Event-ID"?: string;
            };
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
                    "text/event-stream": string;
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
            /** @description `too-many-streams` */
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
    getHome: {
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
                    "application/json": components["schemas"]["HomeDto"];
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
            /** @description The password is right; a second step is due */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStepDueDto"];
                };
            };
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
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishSignInDto"];
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
            /** @description `code-wrong` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge-expired` */
            410: {
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
    getSecondStepPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondStepPasskeyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptionsDto"];
                };
            };
            /** @description `challenge-expired` */
            410: {
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
    openPasskeySignIn: {
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
                    "application/json": components["schemas"]["PasskeyChallengeDto"];
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
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInDto"];
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
            /** @description `code-wrong` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge-expired` */
            410: {
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
    refreshSession: {
        parameters: {
            query?: never;
            header: {
                "Belfry-CSRF": "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description `session-ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-site-request` */
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
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description `1`, needed without an access token */
                "Belfry-CSRF"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; the cookie is taken away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `cross-site-request` */
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
    listInvitations: {
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
                    "application/json": components["schemas"]["InvitationPageDto"];
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
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationDto"];
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
            /** @description `already-member`, `invitation-open`, `separation-of-duties` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email-domain` */
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
    resendInvitation: {
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
                    "application/json": components["schemas"]["InvitationDto"];
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
            /** @description `invitation-closed` */
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
    revokeInvitation: {
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
            /** @description `invitation-closed` */
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
    showInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["OpenedInvitationDto"];
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
            /** @description `invitation-expired`, `invitation-used` */
            410: {
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationDto"];
            };
        };
        responses: {
            /** @description The person has an account: sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedDto"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
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
            /** @description `sign-in-failed` */
            401: {
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
            /** @description `separation-of-duties` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-expired`, `invitation-used` */
            410: {
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
    listPeople: {
        parameters: {
            query?: {
                /** @description Who held which role at that moment (now) */
                on?: string;
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
                    "application/json": components["schemas"]["PersonPageDto"];
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
    getPerson: {
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
                    "application/json": components["schemas"]["PersonDto"];
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
    changeRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRolesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto"];
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
            /** @description `own-roles`, `step-up-required` */
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
            /** @description `last-admin`, `separation-of-duties` */
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
    endPerson: {
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
                    "application/json": components["schemas"]["PersonDto"];
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
            /** @description `own-roles`, `step-up-required` */
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
            /** @description `last-admin` */
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
    listDepartments: {
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
                    "application/json": components["schemas"]["DepartmentPageDto"];
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
    createDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepartmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDto"];
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
            /** @description `department-name-taken` */
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
    changeDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDepartmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDto"];
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
            /** @description `department-name-taken`, `department-archived` */
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
    archiveDepartment: {
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
                    "application/json": components["schemas"]["DepartmentDto"];
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
            /** @description `department-has-keys`, `department-archived` */
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
    getUsage: {
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
                    "application/json": components["schemas"]["DepartmentUsageDto"];
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
    listApiKeys: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ApiKeyPageDto"];
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
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
            /** @description `department-archived` */
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
    getApiKey: {
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
                    "application/json": components["schemas"]["ApiKeyDto"];
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
    revokeApiKey: {
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
    changeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeApiKeyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
            /** @description `key-ended` */
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
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateApiKeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedApiKeyDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
            /** @description `key-ended`, `key-rotated`, `department-archived` */
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
    listCallbacks: {
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
                    "application/json": components["schemas"]["CallbackListDto"];
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
    createCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCallbackDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetailsDto"];
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
            /** @description `department-archived`, `too-many-callbacks` */
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
    getCallback: {
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
                    "application/json": components["schemas"]["CallbackDetailsDto"];
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
    removeCallback: {
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
    changeCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCallbackDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetailsDto"];
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
    enableCallback: {
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
                    "application/json": components["schemas"]["CallbackDetailsDto"];
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
    disableCallback: {
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
                    "application/json": components["schemas"]["CallbackDetailsDto"];
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
    rotateCallbackSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateCallbackSecretDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDetailsDto"];
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
    getCallbackSecret: {
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
                    "application/json": components["schemas"]["CallbackSecretDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
    listCallbackAttempts: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                outcome?: "succeeded" | "failed";
                event?: "message.accepted" | "message.suppressed" | "message.cancelled" | "message.expired" | "message.in_doubt" | "message.unconfirmed" | "message.sent" | "message.failed" | "message.delivered" | "message.read" | "message.played" | "message.received" | "callback.test";
                /** @description Attempts to tell of this event */
                eventId?: string;
            };
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
                    "application/json": components["schemas"]["CallbackAttemptPageDto"];
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
    getCallbackAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                attempt: string;
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
                    "application/json": components["schemas"]["CallbackAttemptDetailsDto"];
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
    testCallback: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestSentDto"];
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
            /** @description `callback-off` */
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
    replayCallbacks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayStartedDto"];
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
            /** @description `callback-off` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `replay-too-large` */
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
    getAgency: {
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
                    "application/json": components["schemas"]["AgencyDto"];
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
    changeAgency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAgencyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyDto"];
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
    getQuietHours: {
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
                    "application/json": components["schemas"]["QuietHoursDto"];
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
    setQuietHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetQuietHoursDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuietHoursDto"];
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
    removeQuietHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    listTrialGuests: {
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
                    "application/json": components["schemas"]["TrialGuestPageDto"];
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
    addTrialGuest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTrialGuestDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialGuestDto"];
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
            /** @description `guest-known`, `too-many-guests` */
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
    removeTrialGuest: {
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
    getGoLive: {
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
                    "application/json": components["schemas"]["GoLiveDto"];
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
    sayTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: "agency-details" | "department" | "number-connected" | "display-name" | "template-approved" | "purpose" | "test-message" | "second-admin" | "admin-second-factor" | "api-key-used" | "callback-answered" | "webhook-seen" | "agreement" | "privacy-notice";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayTaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDto"];
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
            /** @description `task-automatic` */
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
    requestGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDto"];
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
            /** @description `go-live-incomplete`, `go-live-requested`, `agency-status` */
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
    withdrawGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description `go-live-not-requested` */
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
    listAgencies: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Only agencies in this status. */
                status?: "trial" | "live" | "suspended" | "closed";
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
                    "application/json": components["schemas"]["AgencyPageDto"];
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
    createAgency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAgencyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyDto"];
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
            /** @description `slug-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email-domain` */
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
    getPlatformAgency: {
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
                    "application/json": components["schemas"]["AgencyDto"];
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
    changePlatformAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAgencyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyDto"];
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
    suspendAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
            /** @description `agency-status` */
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
    reactivateAgency: {
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
                    "application/json": components["schemas"]["AgencyDto"];
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
            /** @description `agency-status` */
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
    closeAgency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
            /** @description `agency-status` */
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
    getAgencyGoLive: {
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
                    "application/json": components["schemas"]["GoLiveDto"];
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
    commentGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDto"];
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
            /** @description `go-live-not-requested` */
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
    approveGoLive: {
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
                    "application/json": components["schemas"]["GoLiveDto"];
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
            /** @description `permission-missing`, `step-up-required`, `own-request`, `second-person-needed` */
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
            /** @description `go-live-not-requested`, `go-live-incomplete` */
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
    sendBackGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDto"];
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
            /** @description `go-live-not-requested` */
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
    listBreakGlass: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["BreakGlassPageDto"];
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
    requestBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestBreakGlassDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
    approveBreakGlass: {
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
                    "application/json": components["schemas"]["BreakGlassDto"];
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
            /** @description `permission-missing`, `step-up-required`, `own-request` */
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
            /** @description `break-glass-decided` */
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
    closeBreakGlass: {
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
                    "application/json": components["schemas"]["BreakGlassDto"];
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
            /** @description `break-glass-decided` */
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
    listSwitches: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Only those that stop messages now, or only those that were lifted. */
                state?: "on" | "lifted";
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
                    "application/json": components["schemas"]["SwitchPageDto"];
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
    stop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchDto"];
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
            /** @description `permission-missing` */
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
            /** @description `already-stopped` */
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
    lift: {
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
                    "application/json": components["schemas"]["SwitchDto"];
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
            /** @description `permission-missing` */
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
            /** @description `already-lifted` */
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
    listPlatformSwitches: {
        parameters: {
            query?: {
                /** @description Most entries of the page (50) */
                limit?: number;
                /** @description `next` of the page before */
                after?: string;
                /** @description Only those that stop messages now, or only those that were lifted. */
                state?: "on" | "lifted";
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
                    "application/json": components["schemas"]["SwitchPageDto"];
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
    stopPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopPlatformDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchDto"];
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
            /** @description `permission-missing` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-stopped` */
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
    liftPlatform: {
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
                    "application/json": components["schemas"]["SwitchDto"];
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
            /** @description `permission-missing`, `step-up-required`, `second-person-needed` */
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
            /** @description `already-lifted` */
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
    listLanes: {
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
                    "application/json": components["schemas"]["LanesDto"];
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
    getMe: {
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
                    "application/json": components["schemas"]["ProfileDto"];
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
    editMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDto"];
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description Changed */
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
            /** @description `proof-wrong` */
            403: {
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
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpDto"];
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
            /** @description No valid key or token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `proof-wrong` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge-expired` */
            410: {
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
    getStepUpOptions: {
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
                    "application/json": components["schemas"]["PasskeyChallengeDto"];
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
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecretDto"];
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
            /** @description `step-up-required` */
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
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
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
            /** @description `step-up-required` */
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
            /** @description `last-factor` */
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
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotpDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
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
            /** @description `proof-wrong` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `totp-not-begun` */
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
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
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
            /** @description `step-up-required` */
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
    listPasskeys: {
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
                    "application/json": components["schemas"]["PasskeyListDto"];
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
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedPasskeyDto"];
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
            /** @description `challenge-expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey-refused` */
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
    getNewPasskeyOptions: {
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
                    "application/json": components["schemas"]["PasskeyChallengeDto"];
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
            /** @description `step-up-required` */
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
    removePasskey: {
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
            /** @description Removed */
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
            /** @description `step-up-required` */
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
            /** @description `last-factor` */
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
    listSessions: {
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
                    "application/json": components["schemas"]["OwnSessionListDto"];
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
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
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
    endSession: {
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
            /** @description Ended */
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
    requestRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestRecoveryDto"];
            };
        };
        responses: {
            /** @description If there is such an account, a mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description `recovery-unavailable` */
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
    finishRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the link of the mail */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishRecoveryDto"];
            };
        };
        responses: {
            /** @description The new password works */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `reset-expired` */
            410: {
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
    getSso: {
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
                    "application/json": components["schemas"]["SsoDto"];
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
    putSso: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutSsoDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SsoDto"];
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
            /** @description `permission-missing`, `step-up-required` */
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
    deleteSso: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description `permission-missing`, `step-up-required` */
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
    start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSsoDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SsoStartDto"];
                };
            };
            /** @description `sso-unavailable` */
            404: {
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
            /** @description `sso-provider-unreachable` */
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
    finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Onwards to the console */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
