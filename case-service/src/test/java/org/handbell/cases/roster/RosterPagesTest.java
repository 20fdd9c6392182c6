package org.handbell.cases.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.handbell.cases.DeskTest;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.calendar.ClosedDay;
import org.handbell.cases.calendar.ClosedDays;
import org.handbell.cases.calendar.WorkingDays;
import org.handbell.cases.forms.Days;
import org.handbell.cases.people.Agreements;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.Academy;
import org.handbell.contract.RegisterEvent.Break;
import org.handbell.contract.RegisterEvent.Permission;
import org.handbell.contract.RegisterEvent.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

class RosterPagesTest extends DeskTest {

    private static final Person ELSEWHERE =
            new Person("far", "Invented far", null, Role.TEACHER, "ac-02", "far@dale.example");

    @Autowired private WebApplicationContext context;
    @Autowired private Register register;
    @Autowired private Agreements agreements;
    @Autowired private Members members;
    @Autowired private People people;
    @Autowired private ClosedDays closed;
    @Autowired private WorkingDays workingDays;
    @Autowired private AuditTrail trail;
    @Autowired private TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        transaction.executeWithoutResult(_ -> members.put(new Member(ELSEWHERE, null, 8, null)));
    }

    /// Other tests share the desk.
    @AfterEach
    void empty() {
        transaction.executeWithoutResult(_ -> {
            List.of(
                            "TERM",
                            "STAFF",
                            "SUPPLIER",
                            "PHOTOCONSENT",
                            "PERMISSION",
                            "PUPIL",
                            "CONFIDENTIAL")
                    .forEach(kind -> register.ids(kind).forEach(register::remove));
            members.members().stream()
                    .map(member -> member.person().personId())
                    .filter(id -> id.equals("far") || id.startsWith("p-"))
                    .forEach(members::end);
        });
    }

    private MockHttpServletResponse as(Person person, MockHttpServletRequestBuilder request)
            throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        return mvc.perform(request.with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(Person person, String path) throws Exception {
        return as(person, get(path)).getContentAsString();
    }

    @Test
    void aHeadSeesTheirOwnAcademyAndTheExecutiveHeadAll() throws Exception {
        assertThat(page(HEAD, "/people"))
                .contains("Invented teacher")
                .doesNotContain("Invented far");
        assertThat(page(EXECUTIVE, "/people")).contains("Invented teacher", "Invented far");
    }

    @Test
    void aHeadAddsChangesAndEndsATeacher() throws Exception {
        var form = post("/people/new").param("name", "Nora New").param("role", "TEACHER");
        assertThat(as(HEAD, form).getRedirectedUrl()).isEqualTo("/people");
        var nora =
                people.holding(Role.TEACHER, ACADEMY).stream()
                        .filter(person -> person.name().equals("Nora New"))
                        .findFirst()
                        .orElseThrow();
        assertThat(register.all(RegisterEvent.Staff.class))
                .anyMatch(staff ->
                        staff.entryId().equals(nora.personId()) && staff.role().equals("teacher"));

        var path = "/people/" + nora.personId();
        as(HEAD, post(path).param("name", "Nora Newer").param("role", "SUPPORT"));
        assertThat(people.byId(nora.personId()).orElseThrow().role()).isEqualTo(Role.SUPPORT);

        as(HEAD, post(path + "/end"));
        assertThat(people.byId(nora.personId())).isEmpty();
        assertThat(trail.latest(50))
                .extracting(entry -> entry.action() + " " + entry.subject())
                .contains("person.ended person:" + nora.personId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"far", "head", "executive", "nobody"})
    void aHeadKeepsNeitherThemselvesNorTheirBetterNorAnotherAcademysPeople(String id)
            throws Exception {
        assertThat(as(HEAD, get("/people/" + id)).getStatus()).isEqualTo(404);
        assertThat(
                        as(HEAD, post("/people/" + id).param("name", "X").param("role", "TEACHER"))
                                .getStatus())
                .isEqualTo(404);
        assertThat(as(HEAD, post("/people/" + id + "/end")).getStatus()).isEqualTo(404);
    }

    @Test
    void aHeadGivesNoRoleAboveTheirOwnAndNoAddressTwice() throws Exception {
        var answer =
                as(
                        HEAD,
                        post("/people/new")
                                .param("name", "")
                                .param("role", "EXECUTIVE_HEAD")
                                .param("email", "DSL@thornbury.example"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Enter a name.")
                .contains("Choose a role from the list.")
                .contains("Somebody else has this e-mail address.");
    }

    @Test
    void anExceptionHasWhoAgreedAndWhyAndNobodyAgreesToTheirOwn() throws Exception {
        var until = Days.typed(today.plusDays(90));
        as(HEAD, exception("teacher", until));

        var permission = register.all(Permission.class).getFirst();
        assertThat(permission.staffId()).isEqualTo("teacher");
        assertThat(agreements.agreement(permission.entryId()).orElseThrow())
                .satisfies(agreed -> {
                    assertThat(agreed.agreedBy()).isEqualTo("head");
                    assertThat(agreed.reason()).isEqualTo("Her daughter is in year 7");
                });
        assertThat(page(HEAD, "/registers/exceptions"))
                .contains("Her daughter is in year 7")
                .contains("Agreed by Invented head");
        assertThat(as(HEAD, exception("head", until)).getContentAsString())
                .contains("Nobody agrees to their own exception.");
        assertThat(as(HEAD, exception("far", until)).getStatus()).isEqualTo(422);
        assertThat(
                        as(HEAD, exception("teacher", Days.typed(today.minusDays(1))))
                                .getContentAsString())
                .contains("This day is over.");

        as(HEAD, post("/registers/exceptions/" + permission.entryId() + "/end"));
        assertThat(register.all(Permission.class)).isEmpty();
    }

    private static MockHttpServletRequestBuilder exception(String staff, String until) {
        return post("/registers/exceptions")
                .param("staff", staff)
                .param("clause", "E2")
                .param("why", "OWN_CHILD")
                .param("until", until)
                .param("reason", "Her daughter is in year 7");
    }

    @Test
    void aConsentIsForAPupilThatThereIsOrForAnEvent() throws Exception {
        var unknown = consent().param("pupil", "pu-77");
        assertThat(as(HEAD, unknown).getContentAsString())
                .contains("There is no pupil with this number.");
        assertThat(as(HEAD, consent()).getContentAsString())
                .contains("Enter either a pupil or an event.");

        as(HEAD, consent().param("event", "Summer fair"));
        assertThat(page(HEAD, "/registers/consents")).contains("Summer fair", "X, Facebook.");
    }

    private MockHttpServletRequestBuilder consent() {
        return post("/registers/consents")
                .param("platforms", "FACEBOOK", "X")
                .param("until", Days.typed(today.plusDays(9)));
    }

    @Test
    void aSupplierMayBeInATender() throws Exception {
        as(
                HEAD,
                post("/registers/suppliers")
                        .param("name", "Brightfork")
                        .param("otherNames", "Brightfork Catering; BF")
                        .param("tenderFrom", "1 11 2026")
                        .param("tenderUntil", "1 December 2026"));

        assertThat(register.all(Supplier.class).getFirst().aliases())
                .containsExactly("Brightfork Catering", "BF");
        assertThat(page(HEAD, "/registers/suppliers"))
                .contains("Tender from 1 November 2026 to 1 December 2026.");
    }

    @Test
    void aTermAndADayOfTrainingAreTheAcademysAndABankHolidayTheTrusts() throws Exception {
        as(
                HEAD,
                post("/registers/terms")
                        .param("name", "Autumn 1")
                        .param("from", "2 9 2026")
                        .param("to", "23 10 2026"));
        assertThat(page(HEAD, "/registers/terms")).contains("2 September 2026 to 23 October 2026.");

        as(HEAD, day("5 10 2026", "INSET"));
        assertThat(as(HEAD, day("6 10 2026", "BANK_HOLIDAY")).getStatus()).isEqualTo(422);
        as(EXECUTIVE, day("6 10 2026", "BANK_HOLIDAY"));
        assertThat(closed.all())
                .containsExactly(
                        new ClosedDay(
                                LocalDate.of(2026, 10, 5), ClosedDay.Kind.INSET, ACADEMY, "A day"),
                        new ClosedDay(
                                LocalDate.of(2026, 10, 6),
                                ClosedDay.Kind.BANK_HOLIDAY,
                                null,
                                "A day"));
        assertThat(workingDays.is(LocalDate.of(2026, 10, 6))).isFalse();
        assertThat(workingDays.is(LocalDate.of(2026, 10, 5))).isTrue();

        assertThat(as(HEAD, post("/registers/closed-days/2026-10-06/end")).getStatus())
                .isEqualTo(404);
        as(EXECUTIVE, post("/registers/closed-days/2026-10-06/end"));
        as(HEAD, post("/registers/closed-days/2026-10-05.ac-01/end"));
        assertThat(closed.all()).isEmpty();
    }

    private static MockHttpServletRequestBuilder day(String day, String kind) {
        return post("/registers/closed-days")
                .param("day", day)
                .param("name", "A day")
                .param("kind", kind);
    }

    @Test
    void aSchoolsHoursAndMarksAreKeptAndItsBreaksStay() throws Exception {
        var breaks = List.of(new Break(LocalTime.of(12, 0), LocalTime.of(13, 0)));
        transaction.executeWithoutResult(_ ->
                register.put(
                        new RegisterEntry.Clear(
                                new Academy(
                                        ACADEMY,
                                        "Thornbury Academy",
                                        List.of("Thornbury"),
                                        List.of(),
                                        null,
                                        List.of(),
                                        null,
                                        null,
                                        breaks,
                                        Instant.EPOCH))));

        as(HEAD, hours("08:30", "15:40"));
        assertThat(register.all(Academy.class))
                .singleElement()
                .satisfies(academy -> {
                    assertThat(academy.days()).containsExactly(1, 2);
                    assertThat(academy.from()).isEqualTo(LocalTime.of(8, 30));
                    assertThat(academy.breaks()).isEqualTo(breaks);
                    assertThat(academy.marks()).containsExactly("oak crest", "Rooted");
                });
        assertThat(page(HEAD, "/registers/schools"))
                .contains("Monday, Tuesday, 08:30 to 15:40. Marks: oak crest; Rooted.");
        assertThat(as(HEAD, hours("half past", "15:40")).getContentAsString())
                .contains("Enter a time such as 08:30.");
        assertThat(as(HEAD, hours("16:00", "15:40")).getContentAsString())
                .contains("The end must come after the beginning.");
        transaction.executeWithoutResult(_ -> register.remove(ACADEMY));
    }

    private static MockHttpServletRequestBuilder hours(String from, String to) {
        return post("/registers/schools")
                .param("academy", ACADEMY)
                .param("days", "MONDAY", "TUESDAY")
                .param("from", from)
                .param("to", to)
                .param("marks", "oak crest; Rooted");
    }

    @Test
    void aConfidentialTermIsNeverShownAgainAndGoesByItself() throws Exception {
        as(HEAD, term("no"));
        assertThat(register.count("CONFIDENTIAL")).isEqualTo(1);
        assertThat(page(HEAD, "/registers/confidential-terms"))
                .contains("The register holds 1 of them now.")
                .doesNotContain("Heron");

        as(HEAD, term("yes"));
        assertThat(register.count("CONFIDENTIAL")).isZero();
        assertThat(as(HEAD, term("yes")).getContentAsString())
                .contains("The register does not hold these words.");
    }

    private static MockHttpServletRequestBuilder term(String away) {
        return post("/registers/confidential-terms")
                .param("term", "Project Heron")
                .param("away", away);
    }

    @Test
    void aPupilIsFoundByFirstAndLastNameAloneAndTheLookIsRecorded() throws Exception {
        transaction.executeWithoutResult(_ -> {
            register.put(new Pupil("pu-1", "Tobias Fennimore", 9, "9B", ACADEMY, null));
            register.put(new Pupil("pu-2", "Tobias Fennimore", 3, null, "ac-02", null));
        });

        assertThat(look(DSL, "tobias FENNIMORE"))
                .contains("number <span>pu-1")
                .doesNotContain("pu-2");
        assertThat(look(EXECUTIVE, "Tobias Fennimore")).contains("pu-1", "pu-2");
        assertThat(look(DSL, "Tobias")).contains("There is no pupil of that first and last name");
        assertThat(trail.latest(10))
                .anyMatch(e ->
                        e.action().equals("pupil.looked-up")
                                && e.actor().equals("dsl")
                                && e.detail().equals("pu-1"))
                .noneMatch(e -> e.detail().contains("Fennimore"));
    }

    private String look(Person person, String name) throws Exception {
        return as(person, post("/pupils").param("name", name)).getContentAsString();
    }

    @Test
    void whatASchoolEnteredByHandOutlivesAnImportThatDoesNotNameIt() throws Exception {
        as(HEAD, post("/registers/suppliers").param("name", "By Hand Ltd"));
        transaction.executeWithoutResult(_ -> register.replace(List.<RegisterEntry>of()));

        assertThat(register.all(Supplier.class))
                .extracting(Supplier::name)
                .containsExactly("By Hand Ltd");
    }

    @Test
    void whatRanOutGoesByItselfAfterThreeDays() throws Exception {
        var over = new Permission("over", "E2", "teacher", null, today.minusDays(4), Instant.EPOCH);
        var justOver =
                new Permission("just", "E2", "teacher", null, today.minusDays(3), Instant.EPOCH);
        transaction.executeWithoutResult(_ -> {
            register.put(new RegisterEntry.Clear(over));
            register.put(new RegisterEntry.Clear(justOver));
        });

        assertThat(page(HEAD, "/registers/exceptions")).contains(">Over<");
        register.dropWhatRanOut();
        assertThat(register.all(Permission.class))
                .extracting(Permission::entryId)
                .containsExactly("just");
    }
}
