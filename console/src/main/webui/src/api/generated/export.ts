// Made by `npm run api` from the description of export-service.
export interface paths {
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports
         * @description Each with its connection, its last run, its next times and what the caller may do with it.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Create an export
         * @description Saving does not run it.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listExportAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/audit-events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file for spreadsheets, all of it */
        get: operations["downloadExportAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/matching-suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest a data matching
         * @description By the names of the fields that the profiles have, in five languages, and of the custom fields that the account has. Nothing is saved.
         */
        post: operations["suggestMatching"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run all exports that have an active schedule
         * @description Those with a connection and a schedule that is not OFF. The answer says which runs were queued, and which
         *     were not and why; a contributor runs those on shared connections.
         */
        post: operations["startAllRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One contact as an export that is not saved would send it
         * @description Nothing is saved or sent. Values are made unreadable for all but administrators.
         */
        post: operations["sampleContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How big an export would be
         * @description For showing it while somebody chooses segments. Nothing is saved.
         */
        post: operations["countAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a run would do now
         * @description Reads the segments and compares them with what was delivered. It sends nothing to the destination.
         */
        post: operations["previewRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the runs of an export
         * @description Newest first, unless `sort` says otherwise.
         */
        get: operations["listRunsOfExport"];
        put?: never;
        /**
         * Run an export
         * @description While a run of the export is waiting, the answer is that run. The body may be left out.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a run
         * @description While it goes on: phase and progress.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a run
         * @description It makes no further request. What was delivered stays, and the next run goes on from there.
         */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/runs/{runId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run
         * @description Events named `progress`, each with the run as reading it gives: one at once, one at every change and at least every 15 seconds. When the run has ended, an event `end` and the end of the stream. Without an `end` event, for example when the token expired, connect again: every event is complete, so nothing was missed.
         */
        get: operations["followRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/runs/{runId}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was not exported by a run, and why
         * @description In order of the profile ids.
         */
        get: operations["listRejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/runs/{runId}/rejections.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a CSV file, whole
         * @description UTF-8, with a header line; safe for spreadsheets.
         */
        get: operations["downloadRejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an export */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /**
         * Remove an export
         * @description With its runs and its ledger. What it put at the destination stays there, unless takeOff is true: then a run
         *     takes it off first, the export is `removing` meanwhile, and gone (404) afterwards.
         */
        delete: operations["removeExport"];
        options?: never;
        head?: never;
        /**
         * Edit an export
         * @description By merge patch. The next run sends what the edit changes.
         */
        patch: operations["editExport"];
        trace?: never;
    };
    "/exports/{id}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Attach a connection
         * @description With another connection than before the export begins anew: nothing was delivered there. At a connection of another type its fields are exchanged for those that mean the same; where one has no counterpart, the problem names it, and `dataMatching` says what is wanted.
         */
        put: operations["attachConnection"];
        post?: never;
        /**
         * Detach the connection
         * @description The export stays, and runs no more until another connection is attached. A run that goes on stops.
         */
        delete: operations["detachConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate an export
         * @description The copy has delivered nothing yet. The body may be left out.
         */
        post: operations["duplicateExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One contact as an export would send it
         * @description Nothing is sent. Values are made unreadable for all but administrators.
         */
        post: operations["sampleExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How big an export is
         * @description As of the last refresh of its segments.
         */
        get: operations["getExportSize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hooks/refresh-completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A refresh of segments has ended
         * @description Queues a run of every export on the system-refresh schedule that exports one of its segments. May be
         *     repeated, and come late or out of order: each refresh has its effect once, and none on an export that a
         *     later refresh has set off already.
         */
        post: operations["announceRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the runs of all exports
         * @description Newest first, unless `sort` says otherwise.
         */
        get: operations["listRuns"];
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
         *       "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"
         *     }
         */
        Attachment: {
            connectionId: components["schemas"]["UUID"];
            dataMatching?: components["schemas"]["FieldMatch"][] | null;
            audienceMode?: components["schemas"]["AudienceMode"] | null;
        };
        /** @enum {string} */
        AudienceMode: "LIST" | "FIELD" | "TAG";
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
        DayOfWeek: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
        /**
         * @example {
         *       "displayName": "Spanish customers"
         *     }
         */
        DuplicateRequest: {
            displayName?: string | null;
        };
        Export: {
            id: components["schemas"]["UUID"];
            displayName: string;
            connectionId?: components["schemas"]["UUID"];
            connection?: components["schemas"]["ExportConnection"];
            segmentIds: string[];
            dataMatching: components["schemas"]["FieldMatch"][];
            optOutField?: string;
            audienceMode: components["schemas"]["AudienceMode"];
            notifyHooks: boolean;
            clearEmptied: boolean;
            removing: boolean;
            schedule: components["schemas"]["ScheduleResponse"];
            lastRun?: components["schemas"]["LastRun"];
            permissions: components["schemas"]["ExportPermission"][];
            /** Format: int64 */
            version: number;
            createdAt: components["schemas"]["Instant"];
            createdBy: components["schemas"]["Person"];
            updatedAt: components["schemas"]["Instant"];
            updatedBy: components["schemas"]["Person"];
            warnings?: string[];
        };
        ExportConnection: {
            id: components["schemas"]["UUID"];
            displayName?: string;
            type?: string;
            status: components["schemas"]["ExportConnectionStatus"];
        };
        /** @enum {string} */
        ExportConnectionStatus: "DRAFT" | "CONNECTED" | "NEEDS_ATTENTION" | "CONSENT_WITHDRAWN" | "UNKNOWN";
        /**
         * @example {
         *       "displayName": "Italian customers, mornings",
         *       "schedule": {
         *         "kind": "SYSTEM_REFRESH"
         *       }
         *     }
         */
        ExportEdit: {
            displayName?: string;
            segmentIds?: string[];
            dataMatching?: components["schemas"]["FieldMatch"][];
            optOutField?: string | null;
            audienceMode?: components["schemas"]["AudienceMode"];
            notifyHooks?: boolean;
            clearEmptied?: boolean;
            schedule?: components["schemas"]["Schedule"] | null;
        };
        /** @enum {string} */
        ExportPermission: "EDIT" | "RUN" | "REMOVE";
        /**
         * @example {
         *       "displayName": "Italian customers",
         *       "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0",
         *       "segmentIds": [
         *         "01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"
         *       ],
         *       "dataMatching": [
         *         {
         *           "target": "Email",
         *           "field": "email"
         *         },
         *         {
         *           "target": "FirstName",
         *           "field": "first_name"
         *         },
         *         {
         *           "target": "integer--Loyalty--Points",
         *           "field": "points"
         *         }
         *       ],
         *       "schedule": {
         *         "kind": "DAILY",
         *         "times": [
         *           "06:30"
         *         ],
         *         "timeZone": "Europe/Rome"
         *       }
         *     }
         */
        ExportRequest: {
            displayName: string;
            connectionId: components["schemas"]["UUID"];
            segmentIds: string[];
            dataMatching: components["schemas"]["FieldMatch"][];
            optOutField?: string | null;
            audienceMode?: components["schemas"]["AudienceMode"] | null;
            notifyHooks?: boolean | null;
            clearEmptied?: boolean | null;
            schedule?: components["schemas"]["Schedule"] | null;
        };
        ExportedSegment: {
            id: components["schemas"]["UUID"];
            displayName: string;
            status?: string;
            /** Format: int64 */
            size?: number;
        };
        FieldMatch: {
            target: string;
            field: string;
        };
        FireTime: {
            local: components["schemas"]["OffsetDateTime"];
            utc: components["schemas"]["Instant"];
        };
        HandledRefresh: {
            refreshId: components["schemas"]["UUID"];
            outcome: components["schemas"]["RefreshOutcome"];
            /** Format: int32 */
            queued: number;
            /** Format: int32 */
            skipped: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        LastRun: {
            id: components["schemas"]["UUID"];
            status: components["schemas"]["RunStatus"];
            reason?: components["schemas"]["StopReason"];
            detail?: string;
            trigger: components["schemas"]["RunTrigger"];
            purpose: components["schemas"]["Purpose"];
            queuedAt: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            finishedAt?: components["schemas"]["Instant"];
            nextAttemptAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            rejected: number;
        };
        MatchingSuggestion: {
            dataMatching: components["schemas"]["FieldMatch"][];
            optOutField?: string;
            custom: components["schemas"]["FieldMatch"][];
        };
        /**
         * @example {
         *       "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"
         *     }
         */
        MatchingSuggestionRequest: {
            connectionId: components["schemas"]["UUID"];
        };
        NotQueued: {
            exportId: components["schemas"]["UUID"];
            displayName: string;
            /** Format: uri */
            type: string;
            detail: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T12:15:50-04:00
         */
        OffsetDateTime: string;
        PageAuditEvent: {
            items: components["schemas"]["AuditEvent"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageExportResponse: {
            items: components["schemas"]["Export"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageRun: {
            items: components["schemas"]["Run"][];
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
        /** @enum {string} */
        Phase: "COMPARE" | "LEAVE" | "UPSERT" | "JOIN";
        Preview: {
            /** Format: int64 */
            profiles: number;
            /** Format: int64 */
            eligible: number;
            rejected: {
                [key: string]: number;
            };
            /** Format: int64 */
            toAdd: number;
            /** Format: int64 */
            toUpdate: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            toRemove: number;
            /** Format: int64 */
            joins: number;
            /** Format: int64 */
            leaves: number;
            /** Format: int64 */
            requests: number;
            /** Format: double */
            minutes: number;
            stop?: components["schemas"]["Stop"];
        };
        Progress: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
            /** Format: double */
            ratePerSecond?: number;
            /** Format: int64 */
            requestsLeft?: number;
            estimatedEnd?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        Purpose: "DELIVER" | "TAKE_OFF" | "ERASE" | "OPT_OUT";
        Queued: {
            exportId: components["schemas"]["UUID"];
            displayName: string;
            runId: components["schemas"]["UUID"];
        };
        /**
         * @example {
         *       "refreshId": "01997f11-3c0a-7d10-a2b4-5e6f708192a3",
         *       "finishedAt": "2026-11-26T05:00:12Z",
         *       "outcome": "SUCCESSFUL",
         *       "segments": [
         *         {
         *           "id": "01997f10-02f1-7a40-8f0c-0b7a5c0d9e11",
         *           "version": 3,
         *           "size": 1250
         *         }
         *       ]
         *     }
         */
        RefreshCompleted: {
            refreshId: components["schemas"]["UUID"];
            startedAt?: components["schemas"]["Instant"] | null;
            finishedAt: components["schemas"]["Instant"];
            outcome: components["schemas"]["RefreshOutcome"];
            segments?: components["schemas"]["RefreshedSegment"][] | null;
        };
        /** @enum {string} */
        RefreshOutcome: "SUCCESSFUL" | "FAILED";
        RefreshedSegment: {
            id: components["schemas"]["UUID"];
            /** Format: int64 */
            version?: number | null;
            /** Format: int64 */
            size?: number | null;
        };
        Rejection: {
            profileId: string;
            reason: components["schemas"]["RejectionReason"];
            text: string;
            otherProfileId?: string;
            field?: string;
        };
        RejectionCount: {
            reason: components["schemas"]["RejectionReason"];
            text: string;
            /** Format: int64 */
            profiles: number;
        };
        /** @enum {string} */
        RejectionReason: "OPTED_OUT" | "NO_EMAIL" | "INVALID_EMAIL" | "DUPLICATE_EMAIL" | "VALUE_DOES_NOT_FIT" | "REFUSED_BY_DESTINATION" | "SUPPRESSED_AT_DESTINATION" | "NOT_CONFIRMED" | "NOT_TAKEN_OFF" | "CHANGED_MEANWHILE";
        Rejections: {
            counts: components["schemas"]["RejectionCount"][];
            items: components["schemas"]["Rejection"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        Run: {
            id: components["schemas"]["UUID"];
            exportId: components["schemas"]["UUID"];
            exportName: string;
            connectionId: components["schemas"]["UUID"];
            /** @description Display name of the connection, as it is now. In lists only; left out there when the connection is gone, or destination-service does not answer and never said it. */
            connectionName?: string;
            trigger: components["schemas"]["RunTrigger"];
            purpose: components["schemas"]["Purpose"];
            requestedBy: components["schemas"]["Person"];
            scheduledFor?: components["schemas"]["Instant"];
            refreshId?: components["schemas"]["UUID"];
            status: components["schemas"]["RunStatus"];
            reason?: components["schemas"]["StopReason"];
            detail?: string;
            phase?: components["schemas"]["Phase"];
            progress: components["schemas"]["Progress"];
            totals: components["schemas"]["Totals"];
            queuedAt: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            finishedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            failures: number;
            nextAttemptAt?: components["schemas"]["Instant"];
            waiting?: components["schemas"]["Waiting"];
            warnings: components["schemas"]["RunWarning"][];
        };
        RunAllAnswer: {
            queued: components["schemas"]["Queued"][];
            notQueued: components["schemas"]["NotQueued"][];
        };
        /** @example {} */
        RunAllRequest: Record<string, never>;
        /**
         * @example {
         *       "confirmRemovals": true
         *     }
         */
        RunRequest: {
            confirmRemovals?: boolean | null;
            confirmGrowth?: boolean | null;
            confirmEmptying?: boolean | null;
            retryRejected?: boolean | null;
        };
        /** @enum {string} */
        RunStatus: "QUEUED" | "PROCESSING" | "SUCCESSFUL" | "COMPLETED_WITH_WARNINGS" | "FAILED_RETRYING" | "FAILED_PERMANENT" | "CANCELED" | "SKIPPED";
        /** @enum {string} */
        RunTrigger: "ON_DEMAND" | "ERASURE" | "SYSTEM_REFRESH" | "SCHEDULED";
        RunWarning: {
            reason: components["schemas"]["WarningReason"];
            segmentId: components["schemas"]["UUID"];
            detail: string;
        };
        Sample: {
            contact?: {
                [key: string]: unknown;
            };
            segments: components["schemas"]["ExportedSegment"][];
            masked: boolean;
            profileId?: string;
            /** Format: int32 */
            looked: number;
            rejected: {
                [key: string]: number;
            };
        };
        /**
         * @example {
         *       "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0",
         *       "segmentIds": [
         *         "01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"
         *       ],
         *       "dataMatching": [
         *         {
         *           "target": "Email",
         *           "field": "email"
         *         },
         *         {
         *           "target": "FirstName",
         *           "field": "first_name"
         *         },
         *         {
         *           "target": "integer--Loyalty--Points",
         *           "field": "points"
         *         }
         *       ]
         *     }
         */
        SampleRequest: {
            connectionId: components["schemas"]["UUID"];
            segmentIds: string[];
            dataMatching: components["schemas"]["FieldMatch"][];
            optOutField?: string | null;
            audienceMode?: components["schemas"]["AudienceMode"] | null;
            notifyHooks?: boolean | null;
        };
        Schedule: {
            kind: components["schemas"]["ScheduleKind"];
            times?: string[] | null;
            days?: components["schemas"]["DayOfWeek"][] | null;
            daysOfMonth?: number[] | null;
            timeZone?: string | null;
        };
        /** @enum {string} */
        ScheduleKind: "SYSTEM_REFRESH" | "DAILY" | "WEEKLY" | "MONTHLY" | "OFF";
        ScheduleResponse: {
            kind: components["schemas"]["ScheduleKind"];
            times?: string[];
            days?: components["schemas"]["DayOfWeek"][];
            daysOfMonth?: number[];
            timeZone?: string;
            nextFireTimes: components["schemas"]["FireTime"][];
        };
        Size: {
            /** Format: int64 */
            profiles?: number;
            /** Format: int64 */
            connectionProfiles?: number;
            /** Format: int64 */
            maxProfiles: number;
            tooMany: boolean;
            /** Format: int64 */
            maxContacts?: number;
            overContract: boolean;
            segments: components["schemas"]["ExportedSegment"][];
        };
        /**
         * @example {
         *       "segmentIds": [
         *         "01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"
         *       ],
         *       "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"
         *     }
         */
        SizeRequest: {
            segmentIds: string[];
            connectionId?: components["schemas"]["UUID"] | null;
            exportId?: components["schemas"]["UUID"] | null;
        };
        Stop: {
            reason: components["schemas"]["StopReason"];
            detail: string;
        };
        /** @enum {string} */
        StopReason: "TOO_MANY_PROFILES" | "CONTACT_LIMIT" | "MASS_REMOVAL" | "MASS_GROWTH" | "EMPTIES_FIELDS" | "OPT_OUT_UNKNOWN" | "NO_EMAIL_ADDRESSES" | "SEGMENT_NOT_REFRESHED" | "SEGMENT_INACTIVE" | "SEGMENT_FAILED" | "SEGMENT_GONE" | "FIELD_GONE" | "FIELD_CHANGED" | "FIELD_NOT_AT_DESTINATION" | "CONNECTION_NOT_READY" | "REFRESH_FAILED" | "MISSED" | "CONNECTION_CLOSED" | "INVALID_API_KEY" | "PLAN_LIMIT" | "WORKERS_LOST" | "DESTINATION_UNAVAILABLE" | "THROTTLED" | "PLATFORM_UNAVAILABLE" | "INTERNAL_ERROR" | "HANDED_OVER" | "STOPPED" | "LEASE_LOST";
        Totals: {
            /** Format: int64 */
            profiles: number;
            /** Format: int64 */
            eligible: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            contactsUpserted: number;
            /** Format: int64 */
            contactsUnchanged: number;
            /** Format: int64 */
            membershipsJoined: number;
            /** Format: int64 */
            membershipsLeft: number;
            /**
             * Format: int64
             * @description Requests made to the destination, repeated ones included. Those of the last seconds of a replica that was lost may be missing.
             */
            requests: number;
        };
        /** Format: uuid */
        UUID: string;
        /** @enum {string} */
        WaitReason: "DESTINATION_SERVICE" | "SEGMENT_SERVICE" | "DESTINATION" | "THROTTLED";
        Waiting: {
            reason: components["schemas"]["WaitReason"];
            detail: string;
            since: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        WarningReason: "LIST_GONE";
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
    listExports: {
        parameters: {
            query?: {
                /** @description true: those that run by themselves, with a connection and a schedule that is not OFF; false: the others */
                active?: boolean;
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                /** @description With one of these connections; may be repeated */
                connectionId?: string[];
                limit?: number;
                /** @description Part of the display name, whatever the case */
                q?: string;
                /** @description With one of these segments; may be repeated */
                segmentId?: string[];
                /** @description With a minus before it: backwards */
                sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
                /** @description Whose last run has one of these; may be repeated */
                status?: components["schemas"]["RunStatus"][];
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
                    "application/json": components["schemas"]["PageExportResponse"];
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
    createExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description `name-taken`, `segment-not-refreshed` */
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
            /** @description `unknown-connection`, `unknown-segment`, `unknown-field`, `invalid-data-matching`, `too-many-profiles`, `validation-failed`: `errors` says where */
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
    listExportAuditEvents: {
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
    downloadExportAuditEvents: {
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
    suggestMatching: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchingSuggestionRequest"];
            };
        };
        responses: {
            /** @description The suggestion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingSuggestion"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `unknown-connection`, `validation-failed` */
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
    startAllRuns: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunAllRequest"] | null;
            };
        };
        responses: {
            /** @description What was queued and what was not */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAllAnswer"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sampleContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleRequest"];
            };
        };
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description `segment-not-refreshed` */
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
            /** @description `unknown-connection`, `unknown-segment`, `unknown-field`, `invalid-data-matching`, `validation-failed` */
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
    countAudience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SizeRequest"];
            };
        };
        responses: {
            /** @description The size */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Size"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `unknown-segment`, `unknown-connection`, `validation-failed` */
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
    previewRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `connection-not-ready`, `segment-not-refreshed`, `segment-inactive`, `segment-failed`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRunsOfExport: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
                /** @description With a minus before it: newest first */
                sort?: "queuedAt" | "-queuedAt";
                status?: components["schemas"]["RunStatus"][];
            };
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["PageRun"];
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
    startRun: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                exportId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunRequest"] | null;
            };
        };
        responses: {
            /** @description Queued; follow the Location */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `connection-not-ready`, `segment-not-refreshed`, `conflict`: it is being removed, or changed meanwhile */
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
            /** @description `too-many-profiles`, `unknown-segment`, `validation-failed`, `idempotency-key-reused` */
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
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
                runId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["Run"];
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
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
                runId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `conflict`: it has ended already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    followRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
                runId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events; the data of each is a `Run` as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": Record<string, never>;
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
    listRejections: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
                reason?: components["schemas"]["RejectionReason"];
            };
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
                runId: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["Rejections"];
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
    downloadRejections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: components["schemas"]["UUID"];
                runId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
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
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExport: {
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
            /** @description The export */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
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
    removeExport: {
        parameters: {
            query?: {
                /** @description Whether to take off first what it put at the destination */
                takeOff?: boolean;
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
            /** @description Being removed; follow the Location */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
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
            /** @description `connection-not-ready`: nothing can be taken off now; `conflict`: erased people are still there */
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
            503: components["responses"]["Unavailable"];
        };
    };
    editExport: {
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
                "application/merge-patch+json": components["schemas"]["ExportEdit"];
                "application/json": components["schemas"]["ExportEdit"];
            };
        };
        responses: {
            /** @description The export */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `name-taken`, `segment-not-refreshed`, `conflict`: it is being removed */
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
            /** @description `unknown-connection`, `unknown-segment`, `unknown-field`, `invalid-data-matching`, `too-many-profiles`, `validation-failed`: `errors` says where */
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
    attachConnection: {
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
                "application/json": components["schemas"]["Attachment"];
            };
        };
        responses: {
            /** @description The export */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `segment-not-refreshed`, `conflict`: it is being removed, or erased people are still there */
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
            /** @description `unknown-connection`, `unknown-segment`, `invalid-data-matching`, `too-many-profiles` */
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
    detachConnection: {
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
            /** @description The export */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `conflict`: it is being removed */
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
    duplicateExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DuplicateRequest"] | null;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `name-taken`, `conflict`: it is being removed */
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
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sampleExport: {
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
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `segment-not-refreshed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExportSize: {
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
                    "application/json": components["schemas"]["Size"];
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
    announceRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshCompleted"];
            };
        };
        responses: {
            /** @description Taken note of */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandledRefresh"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                /** @description Through one of these connections; may be repeated */
                connectionId?: string[];
                /** @description Of one of these exports; may be repeated */
                exportId?: string[];
                limit?: number;
                /** @description Of exports that send one of these segments now; may be repeated */
                segmentId?: string[];
                /** @description Queued not before */
                since?: components["schemas"]["Instant"];
                /** @description With a minus before it: newest first */
                sort?: "queuedAt" | "-queuedAt";
                /** @description One of these; may be repeated */
                status?: components["schemas"]["RunStatus"][];
                /** @description Set off by one of these; may be repeated */
                trigger?: components["schemas"]["RunTrigger"][];
                /** @description Queued before */
                until?: components["schemas"]["Instant"];
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
                    "application/json": components["schemas"]["PageRun"];
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
}
