-- How fast a run goes, for everybody who looks, whichever replica works on it: requests that the plan needs and that were
-- settled, and the seconds they took, both fading over the last minute. Planned requests: of the phase and of the later ones.
alter table run
  add column phase_requests bigint,
  add column later_requests bigint,
  add column pace_requests  double precision not null default 0,
  add column pace_seconds   double precision not null default 0,
  add column paced_at       timestamptz;

-- Where its work belongs in a trace (W3C traceparent), whoever goes on with it.
alter table run add column trace_parent text;

-- Somebody asked to send again what Autopilot refused before; false again once the run has begun with it.
alter table run add column retry_rejected boolean not null default false;
