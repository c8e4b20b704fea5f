#!/bin/sh
# Run once by the image of PostgreSQL, when the data folder is new: the two roles of a service, and its database.
set -eu
. /etc/insights/database/names
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=name="$NAME" --set=owner="$NAME"_owner --set=service="$NAME"_service \
  --set=owner_password="$(cat /etc/insights/database/owner)" --set=service_password="$(cat /etc/insights/database/service)" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"service" login password :'service_password';
create database :"name" owner :"owner";
revoke connect on database :"name" from public;
grant connect, temporary on database :"name" to :"service";
SQL
