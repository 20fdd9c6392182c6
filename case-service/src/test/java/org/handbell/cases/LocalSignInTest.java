package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;

@ExtendWith(OutputCaptureExtension.class)
class LocalSignInTest {

    private static final Pattern FIRST =
            Pattern.compile("First start: sign in as (\\S+) with the password (\\S+)");

    @Test
    void theOperatorsPasswordIsPrintedOnceAndStoredHashed(CapturedOutput output) throws Exception {
        try (var desk = TestDesk.withTrust(Map.of("handbell.sign-in.local", "true"))) {
            var found = FIRST.matcher(output.getOut());
            assertThat(found.find()).isTrue();
            assertThat(found.group(1)).isEqualTo(desk.id("op-1"));
            var password = found.group(2);
            assertThat(output.getOut().indexOf(password))
                    .isEqualTo(output.getOut().lastIndexOf(password));
            assertThat(hash(desk)).startsWith("{bcrypt}").doesNotContain(password);

            assertThat(signIn(desk, desk.id("op-1"), password)).isEqualTo("/");
            assertThat(signIn(desk, desk.id("OPERATOR@larkmoor.example"), password)).isEqualTo("/");
            assertThat(signIn(desk, desk.id("op-1"), password + "x")).isEqualTo("/sign-in?refused");
            assertThat(signIn(desk, desk.id("st-1"), password)).isEqualTo("/sign-in?refused");
            assertThat(signIn(desk, "nobody", "")).isEqualTo("/sign-in?refused");
        }
    }

    @Test
    void whoWasOnTheWayToAPageComesToItAfterTheSignIn(CapturedOutput output) throws Exception {
        try (var desk = TestDesk.withTrust(Map.of("handbell.sign-in.local", "true"))) {
            var found = FIRST.matcher(output.getOut());
            assertThat(found.find()).isTrue();
            var session = new MockHttpSession();
            desk.mvc().perform(get("/audit").session(session)).andExpect(redirectedUrl("/sign-in"));
            var next =
                    desk.mvc()
                            .perform(
                                    post("/sign-in")
                                            .session(session)
                                            .with(csrf())
                                            .param("username", desk.id("op-1"))
                                            .param("password", found.group(2)))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl();
            assertThat(next).endsWith("/audit?continue");
        }
    }

    @Test
    void withoutLeaveNobodySignsInByPasswordOrByOneClick() throws Exception {
        try (var desk = TestDesk.withTrust(Map.of())) {
            var mvc = desk.mvc();
            mvc.perform(post("/sign-in/as").with(csrf()).param("person", desk.id("st-1")))
                    .andExpect(status().isNotFound());
            mvc.perform(
                            post("/sign-in")
                                    .with(csrf())
                                    .param("username", desk.id("op-1"))
                                    .param("password", "x"))
                    .andExpect(redirectedUrl("/sign-in"));
            assertThat(
                            desk.bean(JdbcClient.class)
                                    .sql("select count(*) from local_password")
                                    .query((row, n) -> row.getLong(1))
                                    .single())
                    .isZero();
        }
    }

    private static String signIn(TestDesk desk, String name, String password) throws Exception {
        var response =
                desk.mvc()
                        .perform(
                                post("/sign-in")
                                        .with(csrf())
                                        .param("username", name)
                                        .param("password", password))
                        .andReturn()
                        .getResponse();
        return String.valueOf(response.getRedirectedUrl());
    }

    private static String hash(TestDesk desk) {
        return desk.bean(JdbcClient.class)
                .sql("select hash from local_password")
                .query((row, n) -> row.getString(1))
                .single();
    }
}
