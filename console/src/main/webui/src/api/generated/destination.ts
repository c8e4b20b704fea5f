// Made by `npm run api` from the description of destination-service.
export interface paths {
    "/connection-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of destination to choose from, and what each needs */
        get: operations["listConnectionTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connections
         * @description Administrators see all of all, with the number of exports that use each; contributors a summary of the shared ones.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Make a connection
         * @description With a key, the destination is asked about it before anything is saved (once; again, up to twice, where it cannot be reached). Without a key: a draft.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listConnectionAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/audit-events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file for spreadsheets, all of it */
        get: operations["downloadConnectionAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a connection
         * @description Contributors get the summary, of shared connections only.
         */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        /**
         * Remove a connection
         * @description Destroys its key for good, and stops its runs within 5 seconds. While exports use it: 409 connection-in-use with the list of them, until it is decided what becomes of each.
         */
        delete: operations["removeConnection"];
        options?: never;
        head?: never;
        /**
         * Edit a connection
         * @description A JSON merge patch of the version in If-Match. What changes nothing makes no new version. Where a key is stored, another endpoint must accept it before it is saved.
         */
        patch: operations["editConnection"];
        trace?: never;
    };
    "/connections/{id}/api-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Store or replace the API key
         * @description The destination is asked about it before it is saved (once; again, up to twice, where it cannot be reached). Nobody can read it back. The key that is stored already is only tested.
         */
        put: operations["replaceApiKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to the current consent text
         * @description For the first time, after a withdrawal, or to a newer version. A key that is stored already is then proven again; what comes of it is the last check.
         */
        post: operations["agreeToConsent"];
        /**
         * Withdraw the consent
         * @description Every run that uses the connection stops before its next request, within 5 seconds. `If-Match: *` withdraws whatever changed meanwhile.
         */
        delete: operations["withdrawConsent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/{id}/consent-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who agreed to what, and who withdrew it
         * @description Oldest first. Kept for good: the records of removed connections are here too.
         */
        get: operations["listConsentRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/{id}/export-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Become the export user
         * @description Runs act in the caller's name from then on. Needs a sign-in of at most 5 minutes ago.
         */
        put: operations["becomeExportUser"];
        post?: never;
        /**
         * Leave the connection without export user
         * @description No run starts until there is one.
         */
        delete: operations["removeExportUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which fields a data matching may fill
         * @description The standard fields of the type, how a custom one is named, and the custom ones that exist: the destination is asked at most once a minute. Without an answer within 3 seconds, or while the connection is not connected, `customFieldsKnown` is false.
         */
        get: operations["listConnectionFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test the stored key
         * @description Answers what the last check is now; also when it failed.
         */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consent-texts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text to read and agree to before a connection is made */
        get: operations["getCurrentConsentText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consent-texts/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A text that is or was to be agreed to
         * @description The words behind a consent record.
         */
        get: operations["getConsentText"];
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
        /**
         * @example {
         *       "apiKey": "0123456789abcdef0123456789abcdef"
         *     }
         */
        ApiKeyRequest: {
            apiKey: components["schemas"]["Secret"];
        };
        AuditEvent: {
            id: components["schemas"]["UUID"];
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Person"];
            machine: boolean;
            action: string;
            target: string;
            displayName?: string;
            changes: {
                [key: string]: components["schemas"]["Change"];
            };
            requestId?: string;
        };
        Change: {
            from: string | null;
            to: string | null;
        };
        /** @enum {string} */
        CheckOutcome: "ACCEPTED" | "API_KEY_REFUSED" | "THROTTLED" | "UNREACHABLE" | "NOT_THE_DESTINATION" | "TOO_SLOW";
        /**
         * @example {
         *       "sharedWithContributors": true,
         *       "maxContacts": null
         *     }
         */
        ConnectionEdit: {
            displayName?: string;
            /** Format: uri */
            endpoint?: string | null;
            /** Format: int32 */
            rateLimitPerSecond?: number | null;
            /** Format: int32 */
            maxContacts?: number | null;
            sharedWithContributors?: boolean | null;
        };
        ConnectionField: {
            /**
             * @description What a data matching calls it, in exact case
             * @example FirstName
             */
            target: string;
            name: string;
            type: components["schemas"]["FieldType"];
            custom: boolean;
            required: boolean;
            /** @description What belongs into it, in English; absent for custom fields */
            meaning?: string;
        };
        ConnectionFields: {
            items: components["schemas"]["ConnectionField"][];
            /** @description Whether the custom fields that exist are among the items */
            customFieldsKnown: boolean;
            customField: components["schemas"]["CustomFieldForm"];
        };
        /** @enum {string} */
        ConnectionPermission: "USE" | "EDIT" | "REMOVE";
        /**
         * @example {
         *       "type": "AUTOPILOT",
         *       "displayName": "Newsletter",
         *       "apiKey": "0123456789abcdef0123456789abcdef",
         *       "consent": {
         *         "textVersion": 1,
         *         "language": "en",
         *         "agreed": true
         *       }
         *     }
         */
        ConnectionRequest: {
            type: components["schemas"]["ConnectionType"];
            /** @example Newsletter */
            displayName: string;
            /**
             * Format: uri
             * @example https://api2.autopilothq.com/v1
             */
            endpoint?: string | null;
            apiKey?: components["schemas"]["Secret"] | null;
            consent?: components["schemas"]["ConsentRequest"] | null;
            /** Format: int32 */
            rateLimitPerSecond?: number | null;
            /** Format: int32 */
            maxContacts?: number | null;
            sharedWithContributors?: boolean | null;
        };
        ConnectionResponse: {
            id: components["schemas"]["UUID"];
            type: components["schemas"]["ConnectionType"];
            displayName: string;
            /** Format: uri */
            endpoint: string;
            status: components["schemas"]["ConnectionStatus"];
            /** @description What it lacks before a run can start; empty: nothing */
            missing: components["schemas"]["MissingPart"][];
            sharedWithContributors: boolean;
            /** Format: int32 */
            rateLimitPerSecond: number;
            /**
             * Format: int32
             * @description Most contacts that the contract with the destination allows; absent: no such limit
             */
            maxContacts?: number;
            consent?: components["schemas"]["Consent"];
            /** @description Whether there is a newer text to agree to; the consent holds meanwhile */
            consentOutdated: boolean;
            exportUser?: components["schemas"]["ExportUser"];
            lastCheck?: components["schemas"]["LastCheck"];
            /** @description The last four characters of the API key; absent: there is none */
            keyHint?: string;
            /**
             * Format: int32
             * @description How many exports use it; in lists only, and absent there while export-service does not answer
             */
            exportCount?: number;
            /** @description What the caller may do with it */
            permissions: components["schemas"]["ConnectionPermission"][];
            createdAt: components["schemas"]["Instant"];
            createdBy: components["schemas"]["Person"];
            updatedAt: components["schemas"]["Instant"];
            updatedBy: components["schemas"]["Person"];
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        ConnectionStatus: "DRAFT" | "CONNECTED" | "NEEDS_ATTENTION" | "CONSENT_WITHDRAWN";
        ConnectionSummary: {
            id: components["schemas"]["UUID"];
            type: components["schemas"]["ConnectionType"];
            displayName: string;
            status: components["schemas"]["ConnectionStatus"];
            /** @description What it lacks before a run can start; empty: nothing */
            missing: components["schemas"]["MissingPart"][];
            /** @description What the caller may do with it */
            permissions: components["schemas"]["ConnectionPermission"][];
        };
        /** @enum {string} */
        ConnectionType: "AUTOPILOT" | "ORTTO";
        ConnectionTypeResponse: {
            type: components["schemas"]["ConnectionType"];
            name: string;
            description: string;
            /** Format: uri */
            documentation: string;
            /** Format: uri */
            defaultEndpoint: string;
            regions: components["schemas"]["Region"][];
            apiKey: components["schemas"]["KeyShape"];
            /** Format: int32 */
            defaultRateLimitPerSecond: number;
            /** Format: int32 */
            maxProfiles: number;
            /** Format: int32 */
            maxContactsPerRequest: number;
            needs: string[];
        };
        ConnectionView: components["schemas"]["ConnectionResponse"] | components["schemas"]["ConnectionSummary"];
        Consent: {
            /** Format: int32 */
            textVersion: number;
            language: components["schemas"]["Language"];
            textSha256: string;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Person"];
        };
        /** @enum {string} */
        ConsentAction: "AGREED" | "WITHDRAWN";
        ConsentRecord: {
            id: components["schemas"]["UUID"];
            action: components["schemas"]["ConsentAction"];
            /** Format: int32 */
            textVersion: number;
            language: components["schemas"]["Language"];
            textSha256: string;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Person"];
        };
        /**
         * @example {
         *       "textVersion": 1,
         *       "language": "en",
         *       "agreed": true
         *     }
         */
        ConsentRequest: {
            /**
             * Format: int32
             * @example 1
             */
            textVersion: number;
            /** @example en */
            language: components["schemas"]["Language"];
            /** @example true */
            agreed: boolean;
        };
        ConsentText: {
            /** Format: int32 */
            version: number;
            language: components["schemas"]["Language"];
            title: string;
            text: string;
            sha256: string;
        };
        CustomFieldForm: {
            form: string;
            types: components["schemas"]["FieldType"][];
            example: string;
            howTo: string;
        };
        ExportUser: {
            subject: string;
            name: string;
            at: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        Fate: "DETACH" | "REMOVE";
        /** @enum {string} */
        FieldType: "EMAIL" | "STRING" | "INTEGER" | "FLOAT" | "BOOLEAN" | "DATE";
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        KeyShape: {
            pattern: string;
            hint: string;
        };
        /** @enum {string} */
        Language: "en" | "it" | "es";
        LastCheck: {
            at: components["schemas"]["Instant"];
            outcome: components["schemas"]["CheckOutcome"];
            detail: string;
        };
        /** @enum {string} */
        MissingPart: "CONSENT" | "ALLOWED_ENDPOINT" | "API_KEY" | "EXPORT_USER";
        PageAuditEvent: {
            items: components["schemas"]["AuditEvent"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageConnectionTypeResponse: {
            items: components["schemas"]["ConnectionTypeResponse"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageConnectionView: {
            items: components["schemas"]["ConnectionView"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageConsentRecord: {
            items: components["schemas"]["ConsentRecord"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        Person: {
            subject: string;
            name: string;
        };
        Region: {
            name: string;
            /** Format: uri */
            endpoint: string;
        };
        /** Format: password */
        Secret: string;
        /** Format: uuid */
        UUID: string;
        /** @description A problem by RFC 9457. More members are possible. */
        Problem: {
            /**
             * Format: uri
             * @description Which kind it is: stable, to switch on.
             */
            type: string;
            /** @description The kind in words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What to do about it. */
            detail: string;
            /** @description Finds the request in the logs. */
            requestId?: string;
            /** @description The values that are wrong, one by one. */
            errors?: components["schemas"]["FieldError"][];
        };
        /** @description What is wrong with one value of the request. */
        FieldError: {
            /** @description JSON pointer (RFC 6901) into the body, or the name of a parameter or header. */
            pointer: string;
            /** @description What is wrong, and what would be right. */
            detail: string;
        };
    };
    responses: {
        /** @description The address is too long: ask for less at once. There is no body. */
        UriTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request cannot be read: `urn:insights:problem:unreadable-request` */
        UnreadableRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sign in first: `urn:insights:problem:unauthenticated` */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed: `urn:insights:problem:forbidden` */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `urn:insights:problem:not-found` */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot answer in that media type: `urn:insights:problem:not-acceptable` */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description In conflict with what is there: `urn:insights:problem:conflict` */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed by somebody else meanwhile: `urn:insights:problem:stale` */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large: `urn:insights:problem:too-large` */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Media type not supported: `urn:insights:problem:unsupported-media-type` */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some values are not valid: `urn:insights:problem:validation-failed` */
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is needed: `urn:insights:problem:precondition-required` */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests: `urn:insights:problem:too-many-requests` */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong here: `urn:insights:problem:internal-error` */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not available right now: `urn:insights:problem:unavailable` */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The version of what is answered; edits name it in `If-Match`. */
        ETag: string;
        /** @description Where it is from now on: a reference relative to this server. */
        Location: string;
        /** @description After how many seconds to try again. */
        "Retry-After": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listConnectionTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageConnectionTypeResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
                /** @description Part of the display name */
                q?: string;
                /** @description Whether contributors may use it */
                shared?: boolean;
                sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
                /** @description In one of these states */
                status?: components["schemas"]["ConnectionStatus"][];
                /** @description Of one of these types */
                type?: components["schemas"]["ConnectionType"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageConnectionView"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionRequest"];
            };
        };
        responses: {
            /** @description Made; Location has its address */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description `name-taken`, `api-key-in-use` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `consent-required`, `consent-outdated`, `endpoint-not-allowed`, `api-key-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["InternalError"];
            /** @description `destination-unreachable`, `not-the-destination` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination-throttled`, `unavailable` */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination-too-slow` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnectionAuditEvents: {
        parameters: {
            query?: {
                action?: string;
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                /** @description Name or subject of who did it */
                by?: string;
                /** @description Not before */
                from?: components["schemas"]["Instant"];
                limit?: number;
                /** @description true: only what machines did, the other services and the platform; false: only what people did */
                machine?: boolean;
                /** @description Id of what it was done to */
                target?: string;
                /** @description Before */
                to?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAuditEvent"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadConnectionAuditEvents: {
        parameters: {
            query?: {
                action?: string;
                /** @description Name or subject of who did it */
                by?: string;
                /** @description Not before */
                from?: components["schemas"]["Instant"];
                /** @description true: only what machines did, the other services and the platform; false: only what people did */
                machine?: boolean;
                /** @description Id of what it was done to */
                target?: string;
                /** @description Before */
                to?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has already. */
                "If-None-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionView"];
                };
            };
            /** @description It is what the caller has already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeConnection: {
        parameters: {
            query?: {
                /** @description Exports that stay, without connection */
                detach?: string[];
                /** @description What becomes of the exports that are not named */
                exports?: components["schemas"]["Fate"];
                /** @description Exports to remove */
                remove?: string[];
            };
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
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
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `connection-in-use`, with the exports that nothing is decided about */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Stale"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            /** @description `exports-unknown`, `unavailable` */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editConnection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ConnectionEdit"];
                "application/json": components["schemas"]["ConnectionEdit"];
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `name-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `endpoint-not-allowed`, `api-key-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            /** @description `destination-unreachable`, `not-the-destination` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination-throttled`, `unavailable` */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination-too-slow` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceApiKey: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `api-key-in-use`, `changed-meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `consent-required`, `api-key-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            /** @description `destination-unreachable`, `not-the-destination` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination-throttled`, `unavailable` */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination-too-slow` */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeToConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `changed-meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `consent-required`, `consent-outdated` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `consent-not-given` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Stale"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConsentRecords: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageConsentRecord"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    becomeExportUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            /** @description `unauthenticated`, or `fresh-sign-in-required` with the challenge of RFC 9470 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["Stale"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeExportUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["Stale"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConnectionFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionFields"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the destination says of the key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LastCheck"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `api-key-missing`, `changed-meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `consent-required` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCurrentConsentText: {
        parameters: {
            query?: {
                /** @description en, it or es */
                lang?: components["schemas"]["Language"] & unknown;
                /** @description The connection type, whose name is in the text; the first of them when left out */
                type?: components["schemas"]["ConnectionType"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentText"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConsentText: {
        parameters: {
            query?: {
                /** @description en, it or es */
                lang?: components["schemas"]["Language"] & unknown;
                /** @description The connection type, whose name is in the text; the first of them when left out */
                type?: components["schemas"]["ConnectionType"];
            };
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentText"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
