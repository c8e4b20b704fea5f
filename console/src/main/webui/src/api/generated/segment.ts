// Made by `npm run api` from the description of segment-service.
export interface paths {
    "/profile-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, the latest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Import profiles from a file
         * @description The answer comes when the file has been taken in; its merge into the profiles goes on after it. Readers
         *     see the profiles as they were before, or all of the file. What would take away more than usual ends as
         *     FAILED with `questions`, until the file is sent again with `confirm`.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile-imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an import of a file would do, without doing it
         * @description Takes what createImport takes, and reads all of the file. Nothing is kept of it.
         */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import, while it runs and after */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Stop an import that is running
         * @description It ends as CANCELED and leaves everything as it was. It stays in the list.
         */
        delete: operations["cancelImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile-imports/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines and values that were not imported, and why
         * @description At most 100,000 are kept; the import counts all.
         */
        get: operations["listImportRejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile-imports/{id}/rejections.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as CSV
         * @description In UTF-8, for spreadsheets.
         */
        get: operations["exportImportRejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles in order of their ids */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All fields by name, with type, fill, distinct values and how far they look like e-mail
         * @description `lastFilledAt` is when a file last had a value for the field, and `importsWithout` how many files came since
         *     that had no column for it: a field that got another name at its source keeps what was true then.
         */
        get: operations["listFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/fields/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One field */
        get: operations["getField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say what a field is for
         * @description `OPT_OUT`: whoever has it true, or anything in it that does not plainly say no, is opted out from then on,
         *     those included who are there already. `EMAIL`: its values are addresses that opt-outs hold for. Taking a
         *     role away ends no opt-out. `If-Match` names the field's ETag, or the `version` that the list has, in double
         *     quotes.
         */
        patch: operations["editField"];
        trace?: never;
    };
    "/profiles/fields/{name}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The most frequent values of a field, with how many profiles have each
         * @description Exact for up to 200,000 profiles, from a sample of about so many beyond. Administrators see all values.
         *     Contributors see those that at least two profiles share, and none of a field whose values tell who
         *     people are: addresses, or four of five values different.
         */
        get: operations["listFieldValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One profile with all its attributes */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        /**
         * Erase a profile for good
         * @description Removes the profile, its memberships and its place in lists. What is kept are keyed fingerprints of the
         *     id and of the addresses, by which imports recognise and reject it, also under another id; and that the
         *     person opted out, if so. Erasing again, or what is not there, is no error; what cannot be an id is.
         */
        delete: operations["eraseProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/{profileId}/opt-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Opt a person out, or end that
         * @description Also for a person who has no profile here now. What an administrator enters is ended by an administrator
         *     only. What others with the same address said is not ended by `false`: the answer tells.
         */
        put: operations["enterOptOut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refreshes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refreshes */
        get: operations["listRefreshes"];
        put?: never;
        /**
         * Start a refresh of all active segments
         * @description Refreshes run one after the other. The same key again is answered with the same refresh. A segment whose
         *     rule does not fit the profiles any more keeps the members that it had; the refresh ends with warnings then,
         *     and `failures` says which segment and which field it is.
         */
        post: operations["startRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refreshes/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When refreshes start by themselves */
        get: operations["getRefreshSchedule"];
        /**
         * Choose when refreshes start by themselves
         * @description When clocks change, no refresh is lost and none doubled: a time that is skipped is taken right after the
         *     gap, one that comes twice is taken the first time. What changes nothing makes no version.
         */
        put: operations["editRefreshSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refreshes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refresh */
        get: operations["getRefresh"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Segments
         * @description With what a list shows: size, last change, how many exports send it, what the caller may do.
         */
        get: operations["listSegments"];
        put?: never;
        /** Make a segment; it has members after the next refresh */
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listSegmentAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/audit-events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file for spreadsheets, all of it */
        get: operations["downloadSegmentAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of segments, one JSON object per line
         * @description Each profile that is in at least one of the segments comes once, in byte order of the ids, with those
         *     of the segments that it is in and those of the fields that it has. `optedOut` says whether the person, or
         *     anybody with the same address, has opted out by now: nobody may be sent who has. All lines are of one refresh. The
         *     header X-Member-Count says how many lines come; when anything goes wrong underway, the connection
         *     breaks. Go on after the last line with `after`. With `optOutKeyOf` each line tells an `optOutKey` of the address
         *     in that field: opaque, the same however the address is written; by it is asked later who opted out.
         */
        get: operations["streamMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count who a rule chooses right now, without a refresh
         * @description With a sample profile, of which administrators alone see the values as they are.
         */
        post: operations["previewSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One segment */
        get: operations["getSegment"];
        put?: never;
        post?: never;
        /** Remove a segment, unless segments or exports use it */
        delete: operations["removeSegment"];
        options?: never;
        head?: never;
        /**
         * Edit, deactivate or activate a segment
         * @description An edit that changes nothing makes no version and no audit event. Where exports over connections that are
         *     not shared with contributors send the segment, or one made of it, administrators alone change who is in it
         *     (`POST /segments/{id}/preview` says so, and what would change).
         */
        patch: operations["editSegment"];
        trace?: never;
    };
    "/segments/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate a segment
         * @description The copy is active and has members after the next refresh. The body may be left out.
         */
        post: operations["duplicateSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an edit would change, and who uses the segment
         * @description Takes what `PATCH /segments/{id}` takes, and changes nothing: members before and after the next refresh, who
         *     would join and leave, also in segments made of it that exports send; which exports send them and over which
         *     connections; and whether the caller may make the edit.
         */
        post: operations["previewSegmentEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One member of the segment, as of the last refresh
         * @description Administrators see its values. For contributors they are masked: of a word the first letter stays, of
         *     numbers and dates the form, and true and false.
         */
        get: operations["getSegmentSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{id}/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The size of a segment at each refresh, oldest first
         * @description At most 1,000 points. Where there were more refreshes, each point stands for as many of them: the size
         *     is that of the last one, joined and left are of all of them.
         */
        get: operations["listSegmentSizes"];
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
        /** @description All of the rules hold */
        AllRule: {
            all: components["schemas"]["Rule"][];
        };
        /** @description At least one of the rules holds */
        AnyRule: {
            any: components["schemas"]["Rule"][];
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
        /** @enum {string} */
        By: "FIELD" | "ADMINISTRATOR" | "ADDRESS";
        Change: {
            from: string | null;
            to: string | null;
        };
        /** @enum {string} */
        Code: "COLUMN_LEFT_OUT" | "FIELD_RENAMED" | "BECAME_TEXT" | "AMBIGUOUS" | "NOTATION_TAKEN" | "TIME_ZONE_TAKEN" | "ID_FILLS_FIELD" | "COLUMN_MISSING";
        /**
         * @description A field of profiles compared with a value. withinDays: not in the future, and at most so many days ago;
         *     olderThanDays: longer ago. Days of a date field are those of the segment's time zone; date-times count in
         *     spans of 24 hours.
         */
        ConditionRule: {
            /** @description Its name, as GET /profiles/fields lists it */
            field: string;
            op: components["schemas"]["Operator"];
            /** @description None for exists and missing, two in a list for between with the smaller one first, a list for in and notIn, a whole number of days for withinDays and olderThanDays, else one */
            value?: string | number | boolean | components["schemas"]["RuleValues"];
        };
        /** @enum {string} */
        Confirmation: "REMOVES_PROFILES" | "REMOVES_ADDRESSES" | "EMPTIES_FIELDS" | "LINES_IN_CELLS";
        /** @enum {string} */
        DayOfWeek: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
        /**
         * @example {
         *       "displayName": "Customers in Milan, without tests"
         *     }
         */
        DuplicateRequest: {
            displayName?: string | null;
        };
        EditPreview: {
            /** Format: int64 */
            profiles: number;
            /** @description Of the segment first, then of those made of it that exports send */
            changes: components["schemas"]["MembersChange"][];
            /** @description The segments made of it, and the exports that send any of them */
            usedBy: components["schemas"]["SegmentUse"][];
            /** @description false when export-service does not say which exports there are */
            exportsKnown: boolean;
            /** @description Whether the caller may make the edit now */
            permitted: boolean;
            /** @description Why not, and what to do */
            detail?: string;
        };
        /** @description Every profile there is */
        EverybodyRule: {
            /** @enum {boolean} */
            everybody: true;
        };
        FailedSegment: {
            id: components["schemas"]["UUID"];
            /** Format: int64 */
            version: number;
            field?: string;
            detail: string;
        };
        Field: {
            name: string;
            type: components["schemas"]["FieldType"];
            /** Format: double */
            filled: number;
            /** Format: int64 */
            distinctEstimate: number;
            /** Format: double */
            email: number;
            role?: components["schemas"]["FieldRole"];
            suggestedRole?: components["schemas"]["FieldRole"];
            lastFilledAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            importsWithout: number;
            /**
             * Format: int64
             * @description Of its role; an edit names it in `If-Match`, in double quotes
             */
            version: number;
        };
        /**
         * @example {
         *       "role": "OPT_OUT"
         *     }
         */
        FieldPatch: {
            role?: components["schemas"]["FieldRole"] | null;
        };
        /** @enum {string} */
        FieldRole: "EMAIL" | "OPT_OUT";
        /** @enum {string} */
        FieldType: "string" | "number" | "boolean" | "date" | "datetime";
        FieldValue: {
            value: components["schemas"]["RuleValue"];
            /** Format: int64 */
            profiles: number;
        };
        FieldValues: {
            items: components["schemas"]["FieldValue"][];
            /** Format: int64 */
            profiles: number;
            estimated: boolean;
        };
        FireTime: {
            local: components["schemas"]["OffsetDateTime"];
            utc: components["schemas"]["Instant"];
        };
        GivenRole: {
            field: string;
            role: components["schemas"]["FieldRole"];
        };
        /** @enum {string} */
        ImportMode: "upsert" | "replace";
        ImportPreview: {
            charset: string;
            separator?: string;
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            inserted: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            removed: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            rejectedValues: number;
            columns: components["schemas"]["PreviewedColumn"][];
            remarks: components["schemas"]["Remark"][];
            rejections: components["schemas"]["Rejection"][];
            questions: components["schemas"]["Question"][];
        };
        ImportResponse: {
            id: components["schemas"]["UUID"];
            status: components["schemas"]["ImportStatus"];
            mode: components["schemas"]["ImportMode"];
            /** Format: int64 */
            receivedBytes: number;
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            inserted: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            removed: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            rejectedValues: number;
            charset?: string;
            separator?: string;
            remarks: components["schemas"]["Remark"][];
            questions: components["schemas"]["Question"][];
            /** Format: int64 */
            optedOut: number;
            /** Format: int64 */
            optOutsEnded: number;
            /** Format: int64 */
            optOutsUnreadable: number;
            roles: components["schemas"]["GivenRole"][];
            startedAt: components["schemas"]["Instant"];
            startedBy: components["schemas"]["Person"];
            finishedAt?: components["schemas"]["Instant"];
            detail?: string;
        };
        /** @enum {string} */
        ImportStatus: "RUNNING" | "SUCCESSFUL" | "FAILED" | "CANCELED";
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Kind: "SEGMENT" | "EXPORT";
        /** @description The ids that a static segment was given: given = known + unknown + duplicates */
        ListedProfiles: {
            /**
             * Format: int64
             * @description Ids as they were given last
             */
            given: number;
            /**
             * Format: int64
             * @description Different ids of profiles that there are now
             */
            known: number;
            /**
             * Format: int64
             * @description Different ids of which there is no profile; they count when one comes
             */
            unknown: number;
            /**
             * Format: int64
             * @description Ids that came before on the list, written in whatever way
             */
            duplicates: number;
        };
        MembersChange: {
            id: components["schemas"]["UUID"];
            displayName: string;
            /**
             * Format: int64
             * @description Members now, by the refreshes so far
             */
            before: number;
            /**
             * Format: int64
             * @description Members after the next refresh, by the profiles as they are now; none when it is inactive then
             */
            after: number;
            /** Format: int64 */
            joined: number;
            /** Format: int64 */
            left: number;
        };
        /** @description The rule does not hold */
        NotRule: {
            not: components["schemas"]["Rule"];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T12:15:50-04:00
         */
        OffsetDateTime: string;
        /** @enum {string} */
        Operator: "eq" | "ne" | "in" | "notIn" | "gt" | "gte" | "lt" | "lte" | "between" | "contains" | "startsWith" | "endsWith" | "exists" | "missing" | "before" | "after" | "withinDays" | "olderThanDays";
        /**
         * @example {
         *       "optedOut": true,
         *       "reason": "Asked by phone on 3 March, ticket 4711"
         *     }
         */
        OptOutEntry: {
            optedOut: boolean;
            reason: string;
        };
        OptOutReason: {
            by: components["schemas"]["By"];
            field?: string;
            otherProfileId?: string;
            since: components["schemas"]["Instant"];
            reason?: string;
        };
        OptOutStanding: {
            profileId: string;
            optedOut: boolean;
            optOuts: components["schemas"]["OptOutReason"][];
        };
        PageAuditEvent: {
            items: components["schemas"]["AuditEvent"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageField: {
            items: components["schemas"]["Field"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageImportResponse: {
            items: components["schemas"]["ImportResponse"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageProfile: {
            items: components["schemas"]["Profile"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageRefreshResponse: {
            items: components["schemas"]["Refresh"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageRejection: {
            items: components["schemas"]["Rejection"][];
            /**
             * Format: uri-reference
             * @description Where the rest is; absent on the last page
             */
            next?: string;
        };
        PageSegmentResponse: {
            items: components["schemas"]["Segment"][];
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
        Preview: {
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            profiles: number;
            profileIds: string[];
            sample?: components["schemas"]["SampleProfile"];
        };
        /**
         * @example {
         *       "rule": {
         *         "field": "city",
         *         "op": "eq",
         *         "value": "Milan"
         *       }
         *     }
         */
        PreviewRequest: {
            rule: components["schemas"]["Rule"];
            /** @example Europe/Rome */
            timeZone?: string | null;
        };
        PreviewedColumn: {
            name: string;
            field: string;
            type: components["schemas"]["FieldType"];
            newField: boolean;
            role?: components["schemas"]["FieldRole"];
            /** Format: int64 */
            filled: number;
            samples: unknown[];
        };
        Profile: {
            profileId: string;
            attributes: Record<string, never>;
            updatedAt: components["schemas"]["Instant"];
            optedOut?: boolean;
            optOuts?: components["schemas"]["OptOutReason"][];
        };
        Question: {
            confirm: components["schemas"]["Confirmation"];
            detail: string;
        };
        /** @enum {string} */
        Reason: "MISSING_ID" | "INVALID_ID" | "DUPLICATE_ID" | "WRONG_TYPE" | "WRONG_COLUMN_COUNT" | "REPEATED_HEADER" | "INVALID_TEXT" | "INVALID_FIELD" | "UNREADABLE_LINE" | "NOT_FLAT" | "ERASED";
        Refresh: {
            id: components["schemas"]["UUID"];
            status: components["schemas"]["RefreshStatus"];
            requestedAt: components["schemas"]["Instant"];
            trigger: components["schemas"]["RefreshTrigger"];
            requestedBy?: components["schemas"]["Person"];
            startedAt?: components["schemas"]["Instant"];
            finishedAt?: components["schemas"]["Instant"];
            detail?: string;
            segments?: components["schemas"]["RefreshedSegment"][];
            failures?: components["schemas"]["FailedSegment"][];
        };
        RefreshSchedule: {
            kind: components["schemas"]["ScheduleKind"];
            times?: string[];
            days?: components["schemas"]["DayOfWeek"][];
            timeZone?: string;
            nextFireTimes: components["schemas"]["FireTime"][];
            /** Format: int64 */
            version: number;
            updatedAt?: components["schemas"]["Instant"];
            /** @description For administrators only */
            updatedBy?: components["schemas"]["Person"];
        };
        /** @enum {string} */
        RefreshStatus: "RUNNING" | "SUCCESSFUL" | "COMPLETED_WITH_WARNINGS" | "FAILED";
        /** @enum {string} */
        RefreshTrigger: "ON_DEMAND" | "SCHEDULED";
        RefreshedSegment: {
            id: components["schemas"]["UUID"];
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            size: number;
            /** Format: int64 */
            joined: number;
            /** Format: int64 */
            left: number;
        };
        Rejection: {
            /** Format: int64 */
            line: number;
            field?: string;
            reason: components["schemas"]["Reason"];
            detail: string;
        };
        Remark: {
            code: components["schemas"]["Code"];
            column?: string;
            detail: string;
        };
        /**
         * @description Which profiles are meant. A missing value fulfils missing, ne and notIn, and nothing else; so does `not` of
         *     whatever a missing value does not fulfil. Texts are compared exactly, composed (NFC). Segments are united
         *     with any, intersected with all, subtracted with all and not. At most 500 parts, 20 levels deep. A rule that
         *     comes to everybody is refused unless it says `{"everybody":true}`.
         * @example {
         *       "all": [
         *         {
         *           "field": "country",
         *           "op": "eq",
         *           "value": "IT"
         *         },
         *         {
         *           "not": {
         *             "field": "orders",
         *             "op": "missing"
         *           }
         *         }
         *       ]
         *     }
         */
        Rule: components["schemas"]["AllRule"] | components["schemas"]["AnyRule"] | components["schemas"]["NotRule"] | components["schemas"]["SegmentRule"] | components["schemas"]["EverybodyRule"] | components["schemas"]["ConditionRule"];
        /** @description None for exists and missing, two in a list for between with the smaller one first, a list for in and notIn, a whole number of days for withinDays and olderThanDays, else one */
        RuleValue: string | number | boolean | components["schemas"]["RuleValues"];
        RuleValues: components["schemas"]["SingleRuleValue"][];
        SampleProfile: {
            profileId: string;
            /** @description Whether values are made unreadable: administrators alone see what they are */
            masked: boolean;
            /** @description The values that the profile has, by the names of their fields */
            attributes: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        ScheduleKind: "OFF" | "DAILY" | "WEEKLY";
        /**
         * @example {
         *       "kind": "DAILY",
         *       "times": [
         *         "06:30",
         *         "18:30"
         *       ],
         *       "timeZone": "Europe/Rome"
         *     }
         */
        ScheduleRequest: {
            kind: components["schemas"]["ScheduleKind"];
            times?: string[] | null;
            days?: components["schemas"]["DayOfWeek"][] | null;
            timeZone?: string | null;
        };
        Segment: {
            id: components["schemas"]["UUID"];
            displayName: string;
            kind: components["schemas"]["SegmentKind"];
            /** @description Absent in static segments */
            rule?: components["schemas"]["Rule"];
            /** @description What became of the ids of a static segment; left out in lists of segments */
            listed?: components["schemas"]["ListedProfiles"];
            status: components["schemas"]["SegmentStatus"];
            /** @description Whose days count in conditions on the age of a date */
            timeZone: string;
            /** Format: int64 */
            version: number;
            /**
             * Format: int64
             * @description Members at the last refresh; absent before the first
             */
            size?: number;
            /** @description When the last refresh took its snapshot */
            refreshedAt?: components["schemas"]["Instant"];
            /** @description When the last refresh by which anybody joined or left took its snapshot */
            membersChangedAt?: components["schemas"]["Instant"];
            /** @description Why the last refresh could not compute it; absent when it could */
            failure?: components["schemas"]["SegmentFailure"];
            /**
             * Format: int32
             * @description How many exports send it; absent when that is not known
             */
            exports?: number;
            /** @description What the caller may do with it, as far as their role and the segment itself say. Two things are found out when it is done, because export-service is asked: with EDIT a contributor may not change who is in it where exports over connections that are not shared send it (403 `segment-not-shared`; ask before with `POST /segments/{id}/preview`), and nobody removes what is in use (409 `segment-in-use`) */
            permissions: components["schemas"]["SegmentPermission"][];
            createdAt: components["schemas"]["Instant"];
            createdBy: components["schemas"]["Person"];
            updatedAt: components["schemas"]["Instant"];
            updatedBy: components["schemas"]["Person"];
        };
        SegmentFailure: {
            at: components["schemas"]["Instant"];
            field?: string;
            detail: string;
        };
        /** @enum {string} */
        SegmentKind: "RULE" | "STATIC";
        /**
         * @example {
         *       "displayName": "Customers in Rome",
         *       "rule": {
         *         "field": "city",
         *         "op": "eq",
         *         "value": "Roma"
         *       }
         *     }
         */
        SegmentPatch: {
            displayName?: string | null;
            rule?: components["schemas"]["Rule"] | null;
            profileIds?: string[] | null;
            status?: components["schemas"]["SegmentStatus"] | null;
            /** @description null for that of the installation */
            timeZone?: string | null;
        };
        /** @enum {string} */
        SegmentPermission: "EDIT" | "REMOVE";
        /**
         * @example {
         *       "displayName": "Customers in Milan",
         *       "rule": {
         *         "field": "city",
         *         "op": "eq",
         *         "value": "Milan"
         *       }
         *     }
         */
        SegmentRequest: {
            displayName: string;
            rule?: components["schemas"]["Rule"] | null;
            profileIds?: string[] | null;
            /** @example Europe/Rome */
            timeZone?: string | null;
        };
        /** @description The profile is in another segment, by its id, whether that one is active or not */
        SegmentRule: {
            segment: components["schemas"]["UUID"];
        };
        SegmentSizes: {
            items: components["schemas"]["SizePoint"][];
        };
        /** @enum {string} */
        SegmentStatus: "ACTIVE" | "INACTIVE";
        SegmentUse: {
            kind: components["schemas"]["Kind"];
            id: components["schemas"]["UUID"];
            displayName: string;
            /** @description The name of the connection that an export sends over */
            connection?: string;
        };
        SingleRuleValue: string | number | boolean;
        SizePoint: {
            at: components["schemas"]["Instant"];
            /** Format: int64 */
            size: number;
            /** Format: int64 */
            joined: number;
            /** Format: int64 */
            left: number;
        };
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
    listImports: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["PageImportResponse"];
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
    createImport: {
        parameters: {
            query?: {
                /** @description What the file is written in, like windows-1252, cp850 or utf-16le; a byte order mark in the file outweighs it */
                charset?: string;
                /** @description What is meant though it is more than usual: one of the values of `questions` */
                confirm?: string[];
                /** @description A column that holds the people's addresses */
                email?: string[];
                /** @description How many lines the file has without the header and blank ones; a file with more or fewer is refused */
                expectedLines?: number;
                /** @description A word for false, beyond the common ones */
                false?: string[];
                /** @description The column that has the profile's id */
                idColumn?: string;
                /** @description How the file writes numbers and days, as a language tag like it or en-US */
                locale?: string;
                /** @description column=field, for a column that is to fill a field of another name; column= to leave it out; #4=field for a column by its place */
                map?: string[];
                /** @description upsert adds and changes the profiles of the file; replace takes the file for the whole truth and removes the others */
                mode?: "upsert" | "replace";
                /** @description A word that stands for no value, like NULL or \N */
                null?: string[];
                /** @description A column that says whether people opted out */
                optOut?: string[];
                /** @description What stands between the cells of CSV: one character, or comma, semicolon, tab or pipe */
                separator?: string;
                /** @description Lines before the names of the columns */
                skipLines?: unknown;
                /** @description Of times without an offset, like Europe/Rome; UTC without it */
                timeZone?: string;
                /** @description A word for true, beyond the common ones */
                true?: string[];
                /** @description column=type, for a column whose type is not to be guessed: string, number, boolean, date or datetime */
                types?: string[];
                /** @description Whether a field becomes text when a value does not fit its type; else that value is left out */
                widen?: boolean;
            };
            header?: {
                /** @description When the body is compressed */
                "Content-Encoding"?: "gzip";
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Taken in; the import goes on at Location */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
            /** @description `import-interrupted`: the file broke off, or came too slowly */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description `conflict`: somebody has stopped the import */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `unusable-file`: the file cannot be imported, with the line and the cure; `validation-failed`: a parameter; `idempotency-key-reused` */
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
    previewImport: {
        parameters: {
            query?: {
                /** @description What the file is written in, like windows-1252, cp850 or utf-16le; a byte order mark in the file outweighs it */
                charset?: string;
                /** @description What is meant though it is more than usual: one of the values of `questions` */
                confirm?: string[];
                /** @description A column that holds the people's addresses */
                email?: string[];
                /** @description How many lines the file has without the header and blank ones; a file with more or fewer is refused */
                expectedLines?: number;
                /** @description A word for false, beyond the common ones */
                false?: string[];
                /** @description The column that has the profile's id */
                idColumn?: string;
                /** @description How the file writes numbers and days, as a language tag like it or en-US */
                locale?: string;
                /** @description column=field, for a column that is to fill a field of another name; column= to leave it out; #4=field for a column by its place */
                map?: string[];
                /** @description upsert adds and changes the profiles of the file; replace takes the file for the whole truth and removes the others */
                mode?: "upsert" | "replace";
                /** @description A word that stands for no value, like NULL or \N */
                null?: string[];
                /** @description A column that says whether people opted out */
                optOut?: string[];
                /** @description What stands between the cells of CSV: one character, or comma, semicolon, tab or pipe */
                separator?: string;
                /** @description Lines before the names of the columns */
                skipLines?: unknown;
                /** @description Of times without an offset, like Europe/Rome; UTC without it */
                timeZone?: string;
                /** @description A word for true, beyond the common ones */
                true?: string[];
                /** @description column=type, for a column whose type is not to be guessed: string, number, boolean, date or datetime */
                types?: string[];
                /** @description Whether a field becomes text when a value does not fit its type; else that value is left out */
                widen?: boolean;
            };
            header?: {
                /** @description When the body is compressed */
                "Content-Encoding"?: "gzip";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What would happen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description `import-interrupted`: the file broke off, or came too slowly */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `unusable-file`: the file cannot be imported, with the line and the cure; `validation-failed`: a parameter */
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
    getImport: {
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
                    "application/json": components["schemas"]["ImportResponse"];
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
    cancelImport: {
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
            /** @description Stopped */
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
            /** @description `conflict`: it is over already */
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
    listImportRejections: {
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
                    "application/json": components["schemas"]["PageRejection"];
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
    exportImportRejections: {
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
    listProfiles: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
                /** @description The beginning of an id, or exactly one of the profile's text values */
                q?: string;
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
                    "application/json": components["schemas"]["PageProfile"];
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
    listFields: {
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
                    "application/json": components["schemas"]["PageField"];
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
    getField: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has already. */
                "If-None-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
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
    editField: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["FieldPatch"];
                "application/json": components["schemas"]["FieldPatch"];
            };
        };
        responses: {
            /** @description The field */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFieldValues: {
        parameters: {
            query?: {
                limit?: number;
                /** @description Part of the value as text, whatever the case */
                q?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldValues"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description `personal-values`: for administrators only; `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: no profile has such a field */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id in its one form: composed (NFC), nothing invisible in it, no spaces around it */
                profileId: unknown;
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
                    "application/json": components["schemas"]["Profile"];
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
    eraseProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id in its one form: composed (NFC), nothing invisible in it, no spaces around it */
                profileId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    enterOptOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id in its one form: composed (NFC), nothing invisible in it, no spaces around it */
                profileId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptOutEntry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptOutStanding"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRefreshes: {
        parameters: {
            query?: {
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                limit?: number;
                /** @description Requested not before */
                since?: components["schemas"]["Instant"];
                /** @description With a minus before it the latest first */
                sort?: "requestedAt" | "-requestedAt";
                /** @description With one of these; may be repeated */
                status?: components["schemas"]["RefreshStatus"][];
                trigger?: components["schemas"]["RefreshTrigger"];
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
                    "application/json": components["schemas"]["PageRefreshResponse"];
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
    startRefresh: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs, or waits for its turn */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refresh"];
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
    getRefreshSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has already. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshSchedule"];
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
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    editRefreshSchedule: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read, or `*` for whatever is there. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleRequest"];
            };
        };
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshSchedule"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            428: components["responses"]["PreconditionRequired"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRefresh: {
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
                    "application/json": components["schemas"]["Refresh"];
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
    listSegments: {
        parameters: {
            query?: {
                /** @description true: those that take part in refreshes; false: the others */
                active?: boolean;
                /** @description Where the page before ended: take it from its `next`. Left out for the first page. */
                after?: string;
                kind?: components["schemas"]["SegmentKind"];
                limit?: number;
                /** @description Part of the display name, whatever the case */
                q?: string;
                /** @description With a minus before it backwards */
                sort?: "displayName" | "-displayName" | "createdAt" | "-createdAt";
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
                    "application/json": components["schemas"]["PageSegmentResponse"];
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
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentRequest"];
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
                    "application/json": components["schemas"]["Segment"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
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
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `invalid-rule`: the rule does not fit the profiles */
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
    listSegmentAuditEvents: {
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
    downloadSegmentAuditEvents: {
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
    streamMembers: {
        parameters: {
            query?: {
                /** @description The profile after which to begin */
                after?: string;
                /** @description Names of fields, with commas between them */
                fields?: string[][];
                /** @description The field that each line tells the opt-out key of */
                optOutKeyOf?: string;
                /** @description Ids of segments, with commas between them */
                segments?: components["schemas"]["UUID"][][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members */
            200: {
                headers: {
                    /** @description How many lines come */
                    "X-Member-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description `segment-not-refreshed`, `segment-inactive`, `segment-failed`: its rule does not fit the profiles any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["UriTooLong"];
            /** @description `validation-failed`, `unknown-segment`, `unknown-field` */
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
    previewSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description Who it would choose */
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
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `invalid-rule` */
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
    getSegment: {
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
            /** @description The segment */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
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
    removeSegment: {
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
            /** @description `segment-in-use`: `usedBy` lists what uses it */
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
            /** @description `export-service-unavailable`: nobody knows what uses it */
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
    editSegment: {
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
                "application/merge-patch+json": components["schemas"]["SegmentPatch"];
                "application/json": components["schemas"]["SegmentPatch"];
            };
        };
        responses: {
            /** @description The segment */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            /** @description `segment-not-shared`: `usedBy` lists the exports */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description `validation-failed`, `invalid-rule`: the rule does not fit the profiles */
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
            /** @description `export-service-unavailable`: nobody knows what uses it */
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
    duplicateSegment: {
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
                    "application/json": components["schemas"]["Segment"];
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
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewSegmentEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SegmentPatch"];
                "application/json": components["schemas"]["SegmentPatch"];
            };
        };
        responses: {
            /** @description What it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditPreview"];
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
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `validation-failed`, `invalid-rule` */
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
    getSegmentSample: {
        parameters: {
            query?: {
                /** @description The id of a profile: the one after it, to see another; from the first again after the last */
                after?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleProfile"];
                };
            };
            400: components["responses"]["UnreadableRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description `not-found`: no such segment, or it has no members */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["ValidationFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSegmentSizes: {
        parameters: {
            query?: {
                /** @description Refreshes whose snapshot was not before; all when left out */
                since?: components["schemas"]["Instant"];
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
                    "application/json": components["schemas"]["SegmentSizes"];
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
