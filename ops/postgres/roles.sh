#!/bin/bash
# Runs once, when the database server is made: a database and a role for each service that has one,
# and neither may enter the other's.
set -eu
for service in cases notification; do
    password=$(cat "/run/secrets/${service}_password")
    psql -v ON_ERROR_STOP=1 -v password="$password" -d postgres -U "${POSTGRES_USER:-postgres}" <<SQL
create role $service login password :'password';
create database $service owner $service;
revoke all on database $service from public;
SQL
done
psql -v ON_ERROR_STOP=1 -d postgres -U "${POSTGRES_USER:-postgres}" \
    -c 'revoke connect on database postgres, template1 from public'
