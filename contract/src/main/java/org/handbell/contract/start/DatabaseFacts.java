package org.handbell.contract.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a database says of itself to a service.
///
/// @param version the major number: 18
/// @param role whom the service signed in as
/// @param schemaThere whether the service's schema is there
/// @param mayMakeSchema whether the role may make one
/// @param mayUseSchema whether the role may use the one that is there and make tables in it
/// @param mayUseTables whether the role may write the tables that are there
public record DatabaseFacts(
        int version,
        String role,
        boolean schemaThere,
        boolean mayMakeSchema,
        boolean mayUseSchema,
        boolean mayUseTables) {

    /// The oldest that still gets security fixes. What is used of SQL would run on older ones, but
    /// nobody tried.
    public static final int OLDEST = 15;

    private static final String QUESTION =
            """
            select current_user,
                   n.oid is not null,
                   has_database_privilege(current_database(), 'CREATE'),
                   coalesce(has_schema_privilege(n.oid, 'USAGE'), false)
                       and coalesce(has_schema_privilege(n.oid, 'CREATE'), false),
                   not exists (select 1 from pg_class c
                       where c.relnamespace = n.oid and c.relkind = 'r'
                         and not has_table_privilege(c.oid, 'SELECT,INSERT,UPDATE,DELETE'))
            from (select to_regnamespace(?)::oid as oid) n
            """;

    static DatabaseFacts read(Connection connection, String schema) throws SQLException {
        try (var question = connection.prepareStatement(QUESTION)) {
            question.setString(1, schema);
            try (var row = question.executeQuery()) {
                row.next();
                return new DatabaseFacts(
                        connection.getMetaData().getDatabaseMajorVersion(),
                        row.getString(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5));
            }
        }
    }

    /// @param schema that the service keeps its tables in
    /// @param database by name, for the commands
    public List<Problem> problems(String schema, String database) {
        var problems = new ArrayList<Problem>();
        if (version < OLDEST) {
            problems.add(
                    new Problem(
                            "it is PostgreSQL %d, and Handbell needs %d or newer"
                                    .formatted(version, OLDEST),
                            "upgrade PostgreSQL (pg_upgrade, or dump and restore); Handbell is tested with 18"));
        }
        if (!schemaThere && !mayMakeSchema) {
            problems.add(
                    new Problem(
                            "schema %s is missing, and role %s may not make it"
                                    .formatted(schema, role),
                            "create schema %s authorization \"%s\"; or grant create on database %s to \"%s\";"
                                    .formatted(schema, role, database, role)));
        }
        if (schemaThere && !mayUseSchema) {
            problems.add(
                    new Problem(
                            "role %s may not use schema %s and make tables in it"
                                    .formatted(role, schema),
                            "grant usage, create on schema %s to \"%s\";".formatted(schema, role)));
        }
        if (schemaThere && mayUseSchema && !mayUseTables) {
            problems.add(
                    new Problem(
                            "role %s may not write all tables in schema %s".formatted(role, schema),
                            "the tables belong to another role: sign in as that one, or reassign owned by <that role> to \"%s\";"
                                    .formatted(role)));
        }
        return problems;
    }
}
