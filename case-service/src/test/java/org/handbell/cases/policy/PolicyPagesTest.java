package org.handbell.cases.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.handbell.cases.DeskTest;
import org.handbell.cases.people.Person;
import org.handbell.cases.policy.Passages.Passage;
import org.handbell.cases.signin.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class PolicyPagesTest extends DeskTest {

    private static final String WORDS =
            "Be kind to each other.\n\nA picture of a pupil needs the word of a parent.\n\nNobody says who a pupil is.";

    @Autowired private WebApplicationContext context;
    @Autowired private Policies policies;
    @Autowired private Passages passages;
    @Autowired private JdbcClient jdbc;

    private MockMvc mvc;

    @BeforeEach
    void desk() {
        forget();
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @AfterEach
    void forget() {
        jdbc.sql("truncate policy_pointer, policy_paragraph, policy_version").update();
    }

    @Test
    void everybodyReadsThePolicyInNumberedParagraphs() throws Exception {
        read(TEACHER, "/policy").andExpect(content().string(containsString("not put its policy")));
        upload("2017-06", 2017, 2019, WORDS);
        read(TEACHER, "/policy")
                .andExpect(content().string(containsString("A picture of a pupil needs")))
                .andExpect(content().string(containsString("id=\"p3\"")))
                .andExpect(content().string(not(containsString("Upload a new version"))));
    }

    @Test
    void aPassageIsThatOfTheVersionInForceWhenThePostWasPosted() throws Exception {
        var old = upload("2017-06", 2017, 2019, WORDS);
        var next = upload("2024-09", 2024, 2099, WORDS.replace("a parent", "both parents"));
        assertThat(passages.of("E5", at(2018))).isEmpty();
        point(old, "E5", "2", "3")
                .andExpect(redirectedUrl("/policy/versions/" + old + "/clauses#E5"));
        point(next, "E5", "2", "");
        assertThat(passages.of("E5", at(2018)))
                .contains(
                        new Passage(
                                "2017-06",
                                "A picture of a pupil needs the word of a parent.\nNobody says who a pupil is."));
        assertThat(passages.of("E5", at(2025)))
                .contains(
                        new Passage(
                                "2024-09", "A picture of a pupil needs the word of both parents."));
        assertThat(passages.of("E5", at(2016))).isEmpty();
        point(next, "E5", "", "");
        assertThat(passages.of("E5", at(2025))).isEmpty();
    }

    @Test
    void aGuessIsMarkedAsOneAndCountsForNothing() throws Exception {
        var number = upload("2017-06", 2017, 2019, WORDS);
        read(HEAD, "/policy/versions/" + number + "/clauses")
                .andExpect(content().string(containsString("A guess")))
                .andExpect(content().string(containsString("Pictures of pupils or their homes")));
        assertThat(passages.of("E5", at(2018))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 2", "1, 4", "one, 2", "4, 4", "-1, ''"})
    void onlyParagraphsThatAreThereCanBeChosen(String first, String last) throws Exception {
        var number = upload("2017-06", 2017, 2019, WORDS);
        point(number, "E5", first, last)
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content()
                                .string(containsString("Enter numbers of paragraphs from 1 to 3")));
    }

    @Test
    void aVersionIsNeverOverwritten() throws Exception {
        var number = upload("2017-06", 2017, 2019, WORDS);
        send("2017-06", 2018, 2019, "Other words")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("never overwritten")))
                .andExpect(content().string(containsString("Other words")));
        assertThat(policies.paragraphs(number)).hasSize(3);
        for (var change :
                List.of(
                        "update policy_version set body = 'x'",
                        "delete from policy_paragraph",
                        "update policy_paragraph set words = 'x'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never overwritten");
        }
    }

    @Test
    void aFileIsTakenByWhatItSays() throws Exception {
        var html = "<h1>Rules</h1><p>Be <em>kind</em>.</p>";
        file("rules.html", html.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().is3xxRedirection());
        assertThat(policies.paragraphs(policies.all().getFirst().number()))
                .containsExactly("Rules", "Be kind.");
    }

    @Test
    void aFileThatIsNoTextIsRefusedWithWhatToDo() throws Exception {
        file("rules.pdf", new byte[] {'%', 'P', 'D', 'F'})
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("copy the words and paste them")));
        file("rules.txt", new byte[] {'P', 'K', 0, 3})
                .andExpect(content().string(containsString("not what its name says")));
        file("rules.txt", new byte[PolicyText.MOST_BYTES + 1])
                .andExpect(content().string(containsString("larger than 1 MB")));
        assertThat(policies.all()).isEmpty();
    }

    @Test
    void anEmptyFormSaysEverythingThatIsMissing() throws Exception {
        perform(HEAD, post("/policy").with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Give the version a name")))
                .andExpect(content().string(containsString("Enter the day it came into force")))
                .andExpect(content().string(containsString("Choose a file, or paste the words")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/policy/versions/0", "/policy/versions/none", "/policy/versions/9/clauses"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        read(HEAD, path).andExpect(status().isNotFound());
    }

    @Test
    void anUnknownClauseIsNotFoundAndAForgedFormIsRefused() throws Exception {
        var number = upload("2017-06", 2017, 2019, WORDS);
        point(number, "Z9", "1", "1").andExpect(status().isNotFound());
        perform(HEAD, post("/policy/versions/" + number + "/clauses/E5"))
                .andExpect(status().isForbidden());
    }

    @Test
    void headsAreRemindedOnEveryPageWhileTheReviewIsOverdue() throws Exception {
        read(HEAD, "/queue").andExpect(content().string(not(containsString("overdue since"))));
        upload("2017-06", 2017, 2019, WORDS);
        for (var page : List.of("/queue", "/accounts", "/policy")) {
            read(HEAD, page)
                    .andExpect(content().string(containsString("overdue since")))
                    .andExpect(content().string(containsString("1 March 2019")));
        }
        read(TEACHER, "/policy").andExpect(content().string(not(containsString("overdue since"))));
        upload("2026-09", 2026, 2099, WORDS);
        read(EXECUTIVE, "/accounts")
                .andExpect(content().string(not(containsString("overdue since"))));
    }

    private long upload(String name, int from, int review, String words) throws Exception {
        send(name, from, review, words).andExpect(status().is3xxRedirection());
        return policies.all().stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private ResultActions send(String name, int from, int review, String words) throws Exception {
        return perform(
                HEAD,
                post("/policy")
                        .with(csrf())
                        .param("name", name)
                        .param("force-day", "1")
                        .param("force-month", "June")
                        .param("force-year", Integer.toString(from))
                        .param("review-day", "1")
                        .param("review-month", "3")
                        .param("review-year", Integer.toString(review))
                        .param("words", words));
    }

    private ResultActions file(String name, byte[] bytes) throws Exception {
        var request = multipart("/policy").file(new MockMultipartFile("file", name, null, bytes));
        request.with(csrf())
                .param("name", "of a file")
                .param("force-day", "1")
                .param("force-month", "6")
                .param("force-year", "2017")
                .param("review-day", "1")
                .param("review-month", "3")
                .param("review-year", "2019")
                .param("words", "");
        return perform(HEAD, request);
    }

    private ResultActions point(long number, String clause, String first, String last)
            throws Exception {
        return perform(
                HEAD,
                post("/policy/versions/" + number + "/clauses/" + clause)
                        .with(csrf())
                        .param("first", first)
                        .param("last", last));
    }

    private ResultActions read(Person by, String path) throws Exception {
        return perform(by, get(path));
    }

    private ResultActions perform(Person by, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        var person = new SignedIn(by.personId(), by.name(), by.role(), by.academyId());
        request.with(
                authentication(new UsernamePasswordAuthenticationToken(person, null, List.of())));
        return mvc.perform(request);
    }

    private static Instant at(int year) {
        return Instant.parse(year + "-07-01T10:00:00Z");
    }
}
