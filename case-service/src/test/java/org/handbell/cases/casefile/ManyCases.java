package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fills a desk with invented cases about invented people, written straight into its table.
final class ManyCases {

    static final List<String> SCHOOLS = List.of("oak", "elm", "ash", "yew", "fir");

    private static final Instant BEGAN = Instant.parse("2024-09-02T08:00:00Z");
    private static final String COLUMNS =
            "(case_id, reference, type, severity, routes, subject_id, subject_role, academy_id,"
                    + " targets, state, state_since, opened_at, due_at, unreachable, version)";

    private final JdbcClient jdbc;
    private final Random random;
    private int made;

    ManyCases(JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        this.random = new Random(seed);
    }

    /// The people who decide, of each school and of the trust.
    static List<Person> deciders() {
        var trust =
                Stream.of(
                        person("trust-head", Role.EXECUTIVE_HEAD, ""),
                        person("trust-chair", Role.CHAIR, ""));
        var schools =
                SCHOOLS.stream()
                        .flatMap(school ->
                                Stream.of(Role.HEAD, Role.DSL, Role.DEPUTY_DSL, Role.CHAIR)
                                        .map(role -> person(school + "-" + role, role, school)));
        return Stream.concat(trust, schools).toList();
    }

    private static Person person(String id, Role role, String school) {
        return new Person(
                id,
                "Invented " + id,
                null,
                role,
                school.isEmpty() ? null : school,
                id + "@thornbury.example");
    }

    /// @param about ids of those whom some of the cases are about or were aimed at
    /// @param suggested share of those that wait, in percent
    void add(int number, List<Person> about, int suggested) {
        var rows = new ArrayList<String>();
        for (var i = 0; i < number; i++) {
            rows.add(row(about, suggested));
        }
        jdbc.sql(
                        "insert into cases "
                                + COLUMNS
                                + """
                                 select r[1], r[2], 'CONDUCT', r[3], string_to_array(r[4], '+'), r[5],
                                    r[6], nullif(r[7], ''), string_to_array(r[8], '+'), r[9],
                                    r[10]::timestamptz, r[10]::timestamptz, r[11]::timestamptz,
                                    false, 0
                                from (select string_to_array(line, '|') as r
                                    from unnest(string_to_array(?, chr(10))) as line) as lines
                                """)
                .param(String.join("\n", rows))
                .update();
        jdbc.sql("vacuum analyze cases").update();
    }

    private String row(List<Person> about, int suggested) {
        var opened = BEGAN.plusSeconds(random.nextInt(60_000_000));
        var subject = subject(about);
        return String.join(
                "|",
                "case-" + made,
                reference(made++),
                one(List.of("MEDIUM", "MEDIUM", "HIGH", "CRITICAL")),
                routes(),
                subject.personId(),
                subject.role().name(),
                subject.academyId() == null ? "" : subject.academyId(),
                random.nextInt(20) == 0 ? one(about).personId() : "",
                random.nextInt(100) < suggested
                        ? "SUGGESTED"
                        : one(List.of("ADVISED", "INVESTIGATION")),
                opened.toString(),
                opened.plusSeconds(random.nextInt(400_000)).toString());
    }

    private Person subject(List<Person> deciders) {
        return random.nextInt(25) == 0
                ? one(deciders)
                : person(
                        "staff-" + random.nextInt(800),
                        one(List.of(Role.TEACHER, Role.TEACHER, Role.SUPPORT, Role.GOVERNOR)),
                        one(SCHOOLS));
    }

    private String routes() {
        return Stream.of(Route.DISCIPLINARY, Route.SAFEGUARDING, Route.POLICE)
                .filter(route -> random.nextInt(3) == 0)
                .map(Route::name)
                .sorted()
                .collect(Collectors.joining("+"));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String reference(int number) {
        var letters = CaseNumber.ALPHABET;
        var rest = number;
        var text = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            text.append(letters.charAt(rest % letters.length()));
            rest /= letters.length();
        }
        return text.append('-').append(CaseNumber.LETTERS.charAt(rest)).append('A').toString();
    }
}
