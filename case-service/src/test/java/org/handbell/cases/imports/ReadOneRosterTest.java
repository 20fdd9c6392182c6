package org.handbell.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.contract.RegisterEvent;
import org.junit.jupiter.api.Test;

class ReadOneRosterTest {

    private static final String ORGS =
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no-1,active,,Hillside Academy,school,,o-9\no-9,active,,The Trust,district,,\n";
    private static final String USERS =
            """
            sourcedId,status,enabledUser,username,givenName,familyName,email,agentSourcedIds,grades
            u-1,active,true,a,Ada,Field,ST-1@hill.example,,
            u-2,active,true,b,Bo,Reed,bo@hill.example,,
            u-3,active,true,c,Cy,Reed,,u-2,09
            u-4,tobedeleted,true,d,Di,Marsh,,,10
            u-5,active,false,e,Ed,Marsh,ed@hill.example,,
            """;
    private static final String ROLES =
            """
            sourcedId,userSourcedId,roleType,role,orgSourcedId
            r-1,u-1,primary,teacher,o-1
            r-2,u-2,primary,teacher,o-1
            r-3,u-3,primary,student,o-1
            r-4,u-4,primary,student,o-1
            r-5,u-5,primary,aide,o-1
            """;

    private final Faults faults = new Faults();

    private Incoming read(Map<String, String> changed) {
        var texts = new HashMap<>(Map.of("orgs.csv", ORGS, "users.csv", USERS, "roles.csv", ROLES));
        texts.putAll(changed);
        return new ReadOneRoster(ReadSimpleTest.known(), faults).from(texts);
    }

    private List<String> wrong() {
        return faults.shown().stream().map(f -> f.place() + " " + f.rule()).toList();
    }

    @Test
    void whoIsKnownByTheirAddressKeepsIdAndRoleAndOthersAreNew() {
        var members = read(Map.of()).members().orElseThrow();

        assertThat(wrong()).isEmpty();
        assertThat(members)
                .extracting(m -> m.person().personId() + " " + m.person().role())
                .containsExactly("st-1 HEAD", "u-2 TEACHER", "op-1 OPERATOR", "gv-1 CHAIR");
        assertThat(members).first().extracting(Member::digestHour).isEqualTo(9);
    }

    @Test
    void aPupilHasYearFormSchoolAndAParentAmongTheStaff() {
        var incoming =
                read(
                        Map.of(
                                "classes.csv",
                                "sourcedId,title,classType\nc-1,9B,homeroom\nc-2,History,scheduled\n",
                                "enrollments.csv",
                                "sourcedId,classSourcedId,userSourcedId,role\ne-1,c-1,u-3,student\ne-2,c-2,u-3,student\n"));

        assertThat(wrong()).isEmpty();
        assertThat(incoming.entries())
                .contains(new Pupil("u-3", "Cy Reed", 9, "9B", "hill", "u-2"))
                .noneMatch(entry -> entry.id().equals("u-4") || entry.id().equals("u-5"));
    }

    @Test
    void theLastDayOfATermIsTheOneBeforeTheFilesEnd() {
        var incoming =
                read(
                        Map.of(
                                "academicSessions.csv",
                                "sourcedId,title,type,startDate,endDate\ns-1,Autumn,term,2026-09-02,2026-12-19\ns-2,2026/27,schoolYear,2026-09-01,2027-08-31\n"));

        assertThat(incoming.entries())
                .filteredOn(entry -> entry.kind().equals("TERM"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Clear.class,
                        clear ->
                                assertThat(((RegisterEvent.Term) clear.event()).to())
                                        .isEqualTo("2026-12-18"));
    }

    @Test
    void aPupilWithoutASchoolAndAnUnknownRoleAreNamed() {
        read(Map.of("roles.csv", ROLES.replace("student,o-1\nr-4", "student,o-7\nr-4")));
        var wizard = new Faults();
        var texts =
                Map.of(
                        "orgs.csv", ORGS,
                        "users.csv", USERS,
                        "roles.csv", ROLES.replace("aide", "wizard"));
        new ReadOneRoster(ReadSimpleTest.known(), wizard).from(texts);

        assertThat(wrong())
                .containsExactly(
                        "roles.csv, line 4, column orgSourcedId is no school of orgs.csv: a pupil belongs to one");
        assertThat(wizard.shown())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.place()).isEqualTo("roles.csv, line 6, column role");
                    assertThat(fault.rule()).contains("\"wizard\" is no role of OneRoster 1.2");
                });
    }

    @Test
    void aDuplicateIdIsNamedWithTheLineThatHadItFirst() {
        read(Map.of("users.csv", USERS.replace("u-2,active", "u-1,active")));

        assertThat(wrong())
                .containsExactly("users.csv, line 3, column sourcedId \"u-1\" is the id of line 2");
    }

    @Test
    void aSchoolThatTheRegisterDoesNotKnowAndAMissingFileAreNamed() {
        read(Map.of("orgs.csv", ORGS.replace("Hillside Academy", "Moor School")));
        assertThat(wrong()).isNotEmpty();
        assertThat(wrong().getFirst())
                .startsWith("orgs.csv, line 2, column name is no academy of the register");

        var none = new Faults();
        new ReadOneRoster(ReadSimpleTest.known(), none).from(Map.of("users.csv", USERS));
        assertThat(none.shown())
                .extracting(Faults.Fault::file)
                .containsExactlyInAnyOrder("orgs.csv", "roles.csv");
    }

    @Test
    void aRoleIsOneOfTheDesksWordsWhenItIsPublished() {
        assertThat(read(Map.of()).entries())
                .filteredOn(entry -> entry.id().equals("st-1"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Clear.class,
                        clear ->
                                assertThat(((RegisterEvent.Staff) clear.event()).role())
                                        .isEqualTo("head"));
    }
}
