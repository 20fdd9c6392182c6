package org.handbell.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handbell.cases.DeskTest;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.people.Agreements;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.RegisterEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

class ImportPagesTest extends DeskTest {

    private static final Person OPERATOR =
            new Person(
                    "operator", "Invented operator", null, Role.OPERATOR, null, "op@hill.example");
    private static final String PUPILS = "id,name,year,academy,form\n";
    private static final String STAFF =
            """
            id,name,role,academy,email
            head,Invented head,head,ac-01,head@thornbury.example
            executive,Invented executive,executive-head,,executive@thornbury.example
            """;

    @Autowired private WebApplicationContext context;
    @Autowired private Register register;
    @Autowired private Agreements agreements;
    @Autowired private Members members;
    @Autowired private People people;
    @Autowired private AuditTrail trail;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private MockMvc mvc;

    @BeforeEach
    void academyAndOperator() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        transaction.executeWithoutResult(_ -> {
            register.replace(List.<RegisterEntry>of(academy()));
            members.put(new Member(OPERATOR, null, 8, null));
        });
    }

    /// Other tests share the desk.
    @AfterEach
    void empty() {
        transaction.executeWithoutResult(_ -> {
            register.replace(List.of());
            members.end(OPERATOR.personId());
        });
    }

    private static Clear academy() {
        return new Clear(
                new RegisterEvent.Academy(
                        ACADEMY,
                        "Thornbury Academy",
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        Instant.EPOCH));
    }

    private MockHttpServletResponse as(
            Person person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        request.with(authentication(place));
        request.with(csrf());
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse upload(Person person, String file, String text)
            throws Exception {
        var part =
                new MockMultipartFile(
                        "files", file, "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return as(person, multipart("/imports").file(part));
    }

    private void confirm(Person person) throws Exception {
        assertThat(as(person, post("/imports/confirmation")).getRedirectedUrl())
                .startsWith("/imports");
    }

    private String preview(Person person) throws Exception {
        return as(person, get("/imports/preview")).getContentAsString();
    }

    @Test
    void whatWouldChangeIsShownFirstAndThenAllOfItHappens() throws Exception {
        assertThat(upload(EXECUTIVE, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,ac-01,9B\n"))
                .extracting(MockHttpServletResponse::getRedirectedUrl)
                .isEqualTo("/imports/preview");
        assertThat(preview(EXECUTIVE)).contains("T. F., year 9").doesNotContain("Fennimore");
        assertThat(register.count("PUPIL")).isZero();

        confirm(EXECUTIVE);
        assertThat(register.count("PUPIL")).isEqualTo(1);
        assertThat(trail.latest(20))
                .anyMatch(e ->
                        e.action().equals("register.imported")
                                && e.actor().equals(EXECUTIVE.personId())
                                && e.detail().equals("pupils.csv: 1 changes"))
                .noneMatch(e -> e.detail().contains("Fennimore"));
        assertThat(as(EXECUTIVE, get("/imports/preview")).getRedirectedUrl()).isEqualTo("/imports");
    }

    @Test
    void theOperatorSeesNoPupilNotEvenTheirInitials() throws Exception {
        upload(OPERATOR, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,ac-01,9B\n");

        assertThat(preview(OPERATOR)).contains("Pupils").doesNotContain("T. F.");
    }

    @Test
    void anUploadLiesSealedUntilItIsConfirmed() throws Exception {
        upload(EXECUTIVE, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,ac-01,9B\n");

        assertThat(
                        jdbc.sql(
                                        "select count(*) from import_draft where position('Fennimore'::bytea in sealed) > 0")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql("select count(*) from import_draft where person_id = 'executive'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        for (var round = 0; round < 2; round++) {
            upload(EXECUTIVE, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,ac-01,9B\n");
            if (round == 1) {
                assertThat(preview(EXECUTIVE)).contains("Nothing: the register says all of this");
            }
            confirm(EXECUTIVE);
        }
    }

    @Test
    void aRegisterThatChangedSinceThePreviewIsLeftAlone() throws Exception {
        upload(EXECUTIVE, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,ac-01,9B\n");
        transaction.executeWithoutResult(
                _ -> register.put(new RegisterEntry.Confidential("term-1", "Project Heron")));
        confirm(EXECUTIVE);

        assertThat(register.count("PUPIL")).isZero();
        transaction.executeWithoutResult(_ -> register.remove("term-1"));
    }

    @Test
    void whoIsNotNamedAnyMoreLosesTheirPlaceAtOnceAndByHandOnesStay() throws Exception {
        upload(EXECUTIVE, "staff.csv", STAFF);
        assertThat(preview(EXECUTIVE)).contains("Staff and governors");
        confirm(EXECUTIVE);

        assertThat(people.byId(TEACHER.personId())).isEmpty();
        assertThat(people.byId(DSL.personId())).isEmpty();
        assertThat(people.byId(HEAD.personId())).isPresent();
        assertThat(people.byId(OPERATOR.personId())).isPresent();
        assertThat(people.byId(CHAIR.personId())).isPresent();
    }

    @Test
    void aFileThatWouldTakeAwayTheOwnPlaceIsRefused() throws Exception {
        var answer = upload(EXECUTIVE, "staff.csv", "id,name,role\nhead,Invented head,head\n");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("does not name you");
        assertThat(people.byId(TEACHER.personId())).isPresent();
    }

    @Test
    void whatIsWrongIsShownByLineAndColumnAndNothingIsKept() throws Exception {
        var answer = upload(EXECUTIVE, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,,9B\n");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("pupils.csv, line 2, column academy")
                .contains("is missing: a pupil belongs to one of ac-01")
                .doesNotContain("Fennimore");
        assertThat(as(EXECUTIVE, get("/imports/preview")).getRedirectedUrl()).isEqualTo("/imports");
    }

    @Test
    void anUploadOfNothingSaysSo() throws Exception {
        assertThat(as(EXECUTIVE, multipart("/imports")).getContentAsString())
                .contains("holds no CSV file");
    }

    @Test
    void anExceptionAndATenderComeWithWhatStandsBehindThem() throws Exception {
        upload(
                EXECUTIVE,
                "exceptions.csv",
                "clause,staff,until,why,agreed_by,agreed_on,reason\nE2,teacher,2027-07-21,own-child,head,2026-09-01,Her daughter\n");
        confirm(EXECUTIVE);
        upload(
                EXECUTIVE,
                "suppliers.csv",
                "name,tender_from,tender_until\nBrightfork,2026-11-01,2026-12-01\n");
        confirm(EXECUTIVE);

        var permission = register.all(RegisterEvent.Permission.class).getFirst();
        assertThat(agreements.agreement(permission.entryId()).orElseThrow().reason())
                .isEqualTo("Her daughter");
        var supplier = register.all(RegisterEvent.Supplier.class).getFirst();
        assertThat(agreements.tender(supplier.entryId()).orElseThrow().until())
                .isEqualTo("2026-12-01");
    }

    @Test
    void twentyThousandPupilsTakeSeconds() throws Exception {
        var many =
                IntStream.range(0, 20_000)
                        .mapToObj(
                                n -> "pu-%d,Tobias Fennimore%d,%d,ac-01,9B".formatted(n, n, n % 14))
                        .collect(Collectors.joining("\n", PUPILS, "\n"));
        var before = System.nanoTime();
        upload(EXECUTIVE, "pupils.csv", many);
        assertThat(preview(EXECUTIVE)).contains("20000");
        confirm(EXECUTIVE);
        var took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(register.count("PUPIL")).isEqualTo(20_000);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void thePageAfterwardsLooksAgainUntilAllOfItIsSent() throws Exception {
        upload(EXECUTIVE, "pupils.csv", PUPILS + "pu-1,Tobias Fennimore,9,ac-01,9B\n");
        confirm(EXECUTIVE);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var progress = as(EXECUTIVE, get("/imports/progress"));
                    assertThat(progress.getContentAsString())
                            .contains("All parts of Handbell know what the register says.");
                    assertThat(progress.getHeader("Refresh")).isNull();
                });
    }

    @Test
    void aTemplateIsTheFirstLineOfItsFileAndAnUnknownOneIsNotFound() throws Exception {
        assertThat(as(EXECUTIVE, get("/imports/templates/pupils.csv")).getContentAsString())
                .isEqualTo("id,name,year,academy,form,relative_of\r\n");
        assertThat(as(EXECUTIVE, get("/imports/templates/passwords.csv")).getStatus())
                .isEqualTo(404);
    }
}
