create table connection (
  id uuid primary key,
  type text not null,
  display_name text not null,
  endpoint text not null,
  status text not null,
  shared_with_contributors boolean not null,
  rate_limit_per_second int not null,
  max_contacts int,
  key_hint text,
  consent_text_version int,
  consent_language text,
  consent_text_sha256 text,
  consent_at timestamptz,
  consent_by_subject text,
  consent_by_name text,
  export_user_subject text,
  export_user_name text,
  export_user_at timestamptz,
  last_check_at timestamptz,
  last_check_outcome text,
  last_check_detail text,
  created_at timestamptz not null,
  created_by_subject text not null,
  created_by_name text not null,
  updated_at timestamptz not null,
  updated_by_subject text not null,
  updated_by_name text not null,
  version bigint not null
);

-- Names that differ only in case are one name to a person.
create unique index connection_display_name_key on connection (lower(display_name));

grant select, insert, update, delete on connection to "${service-role}";
