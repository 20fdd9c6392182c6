package org.handbell.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.cases.imports.Faults.Fault;
import org.handbell.cases.people.Agreements;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.People.Academy;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadSimpleTest {

    private static final List<Academy> ACADEMIES =
            List.of(new Academy("hill", "Hillside Academy"), new Academy("dale", "Dale Primary"));
    private static final Member HEAD = member("st-1", Role.HEAD);
    private static final Member OPERATOR = member("op-1", Role.OPERATOR);
    private static final Member CHAIR = member("gv-1", Role.CHAIR);

    private final Faults faults = new Faults();

    static Known known() {
        return new Known(ACADEMIES, List.of(HEAD, OPERATOR, CHAIR), Set.of("pu-1"));
    }

    private static Member member(String id, Role role) {
        var person = new Person(id, "Invented " + id, null, role, "hill", id + "@hill.example");
        return new Member(person, null, 9, null);
    }

    private Incoming read(Map<String, byte[]> files) {
        var upload = new Upload(faults);
        files.forEach(upload::add);
        return new ReadSimple(known(), term -> "term-" + term.length())
                .from(upload.texts(), faults);
    }

    private Incoming read(String file, String text) {
        return read(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> wrong() {
        return faults.shown().stream().map(f -> f.place() + " " + f.rule()).toList();
    }

    @Test
    void aPupilIsReadWithOrWithoutAMarkAtTheBeginning() {
        for (var mark : List.of("", "\uFEFF")) {
            var incoming =
                    read(
                            "pupils.csv",
                            mark
                                    + "id,name,year,academy,form,relative_of\r\npu-9,Zoë O’Neill,9,hill,9B,st-1\r\n");
            assertThat(wrong()).isEmpty();
            assertThat(incoming.entries())
                    .containsExactly(new Pupil("pu-9", "Zoë O’Neill", 9, "9B", "hill", "st-1"));
        }
    }

    @Test
    void aFileOfAnotherEncodingIsNamed() {
        var text = "id,name,year,academy\npu-9,Zoë Field,9,hill\n";
        read(Map.of("pupils.csv", text.getBytes(StandardCharsets.UTF_16)));
        read(Map.of("pupils.csv", text.getBytes(StandardCharsets.UTF_16LE)));
        read(Map.of("pupils.csv", text.getBytes(Charset.forName("windows-1252"))));

        assertThat(wrong())
                .satisfiesExactly(
                        w -> assertThat(w).startsWith("pupils.csv is saved as UTF-16"),
                        w -> assertThat(w).startsWith("pupils.csv is saved as UTF-16"),
                        w ->
                                assertThat(w)
                                        .startsWith(
                                                "pupils.csv, line 2 has a letter that is no UTF-8"));
    }

    @Test
    void eachFaultHasItsFileLineAndColumn() {
        read(
                "pupils.csv",
                """
                id,name,year,academy,relative_of
                pu-1,Ada Field,9,hill,
                pu-1,Bea Field,9,hill,
                pu-2,Cy Field,nine,,
                pu-3,Di 7,19,moor,st-99
                pu 4,Eve Field,=1+1,hill,
                pu-5,Flo Field
                """);

        assertThat(wrong())
                .containsExactly(
                        "pupils.csv, line 6, column year is a formula: paste values only, and save again",
                        "pupils.csv, line 7 has 2 values for 5 columns",
                        "pupils.csv, line 3 says again what an earlier line says, or has its id",
                        "pupils.csv, line 4, column year is no whole number from 0 to 13",
                        "pupils.csv, line 4, column academy is missing: a pupil belongs to one of dale, hill",
                        "pupils.csv, line 5, column year is no whole number from 0 to 13",
                        "pupils.csv, line 5, column academy is none of dale, hill",
                        "pupils.csv, line 5, column relative_of \"st-99\" is no member of staff or governor",
                        "pupils.csv, line 6, column id is no id: letters, digits, dot, hyphen and underscore, at most 64",
                        "pupils.csv, line 6, column year is no whole number from 0 to 13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44927 | is the number by which a spreadsheet keeps a date",
                "03/04/26 | may be read as day first or month first",
                "03/04/2026 | may be read as day first or month first",
                "1.9.2026 | may be read as day first or month first",
                "2026-02-30 | is no date such as 2026-09-01",
                "soon | is no date such as 2026-09-01"
            })
    void aDateOfASpreadsheetIsToldApart(String typed, String rule) {
        read("terms.csv", "name,from,to\nAutumn," + typed + ",2026-12-18\n");

        assertThat(faults.shown())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.place()).isEqualTo("terms.csv, line 2, column from");
                    assertThat(fault.rule()).contains(rule);
                });
    }

    @Test
    void aMissingColumnAndOneThatNobodyKnowsAreNamed() {
        read("staff.csv", "id,name,rôle,email\nst-1,Ada Field,head,\n");

        assertThat(wrong())
                .containsExactly(
                        "staff.csv, line 1, column role is missing",
                        "staff.csv, line 1, column that value is no column of this file; there are"
                                + " academy, email, id, name, phone, role, title");
    }

    @Test
    void aQuoteThatNeverEndsIsNamedByTheLineOnWhichItBegins() {
        read("suppliers.csv", "name,kind\n\"Two\nlines\",catering\nSafe Ltd,\"never ends\nx\n");

        assertThat(faults.shown())
                .containsExactly(
                        new Fault(
                                "suppliers.csv",
                                4,
                                "",
                                "has a quote that never ends, or letters after one"));
    }

    @Test
    void anEmptyFileIsNamed() {
        read("terms.csv", "");

        assertThat(wrong())
                .containsExactly("terms.csv is empty: its first line must name the columns");
    }

    @Test
    void atMostAHundredFaultsAreShownAndTheOthersCounted() {
        read("pupils.csv", "id,name,year,academy\n" + "x,y,z,hill\n".repeat(500));

        assertThat(faults.shown()).hasSize(Faults.SHOWN);
        assertThat(faults.more()).isEqualTo(faults.count() - Faults.SHOWN).isPositive();
    }

    @Test
    void noValueThatMayBeANameIsRepeatedInAFault() {
        read(
                "pupils.csv",
                "id,name,year,academy\nAda Lovelace,Ada Lovelace,Ada Lovelace,Ada Lovelace\n");

        assertThat(wrong()).isNotEmpty().noneMatch(w -> w.contains("Lovelace"));
    }

    @Test
    void staffKeepWhatIsNotInTheFileAndOperatorsAndGovernorsStay() {
        var incoming =
                read(
                        "staff.csv",
                        "id,name,role,academy,email\nst-1,Ada Field,head,hill,ada@hill.example\nst-2,Bo Field,teacher,Dale Primary,\n");

        assertThat(wrong()).isEmpty();
        var members = incoming.members().orElseThrow();
        assertThat(members)
                .extracting(m -> m.person().personId())
                .containsExactly("st-1", "st-2", "op-1", "gv-1");
        assertThat(members.getFirst().digestHour()).isEqualTo(9);
        assertThat(members.get(1).person().academyId()).isEqualTo("dale");
        assertThat(incoming.entries())
                .extracting(RegisterEntry::id)
                .containsExactly("st-1", "st-2", "gv-1");
    }

    @Test
    void anUnknownRoleIsAFaultThatNamesTheKnownOnes() {
        read("staff.csv", "id,name,role\nst-9,Ada Field,wizard\n");

        assertThat(wrong())
                .singleElement()
                .asString()
                .startsWith(
                        "staff.csv, line 2, column role \"wizard\" is none of auditor, chair-of-governors");
    }

    @Test
    void anExceptionComesWithWhoAgreedWhenAndWhy() {
        var incoming =
                read(
                        "exceptions.csv",
                        "clause,staff,pupil,until,why,agreed_by,agreed_on,reason\nE2,st-1,pu-1,2027-07-21,own-child,st-1,2026-09-01,Her daughter\n");

        assertThat(wrong()).isEmpty();
        assertThat(incoming.agreements().values())
                .singleElement()
                .satisfies(agreement -> {
                    assertThat(agreement.kind()).isEqualTo(Agreements.Kind.OWN_CHILD);
                    assertThat(agreement.reason()).isEqualTo("Her daughter");
                });
    }

    @Test
    void anArchiveIsUnpackedAndOneThatIsNoneOrTooLargeIsNamed() throws Exception {
        var ordered = new LinkedHashMap<String, byte[]>();
        ordered.put(
                "a.zip", Zips.of("folder/terms.csv", "name,from,to\nA,2026-09-01,2026-10-01\n"));
        assertThat(read(ordered).entries()).hasSize(1);
        assertThat(wrong()).isEmpty();

        read(Map.of("b.zip", "no zip".getBytes(StandardCharsets.UTF_8)));
        read(Map.of("c.zip", Zips.ofZeroes("terms.csv", Upload.MOST_BYTES + 1)));
        assertThat(wrong())
                .containsExactly(
                        "b.zip is no zip archive, or an empty one",
                        "c.zip unpacks to more than 40 files or 40 MB");
    }
}
