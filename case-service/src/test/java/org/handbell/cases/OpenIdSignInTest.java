package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class OpenIdSignInTest {

    private static TestIdentityProvider provider;
    private static TestDesk desk;
    private static MockMvc mvc;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestIdentityProvider();
        desk = TestDesk.withTrust(provider.properties());
        mvc = desk.mvc();
    }

    @AfterAll
    static void stop() {
        desk.close();
        provider.close();
    }

    @Test
    void theSignInPageLeadsToTheProvider() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(content().string(containsString("Sign in with the school")))
                .andExpect(content().string(containsString("/oauth2/authorization/school")));
    }

    @Test
    void whoIsInTheRegisterGetsTheirPlace() throws Exception {
        var session = new MockHttpSession();
        assertThat(comesBack(session, desk.id("DSL@larkmoor.example"), true)).isEqualTo("/");
        mvc.perform(get("/").session(session)).andExpect(redirectedUrl("/queue"));
        mvc.perform(get("/accounts").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Omar Finch, DSL")));
    }

    @Test
    void whoIsNotInTheRegisterIsRefusedInWords() throws Exception {
        var session = new MockHttpSession();
        assertThat(comesBack(session, "stranger@elsewhere.example", true))
                .isEqualTo("/sign-in?unknown");
        mvc.perform(get("/accounts").session(session)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/sign-in").queryParam("unknown", ""))
                .andExpect(content().string(containsString("Ask the operator to add you")));
    }

    @Test
    void anAddressThatNobodyVerifiedDoesNotCount() throws Exception {
        assertThat(comesBack(new MockHttpSession(), desk.id("dsl@larkmoor.example"), false))
                .isEqualTo("/sign-in?unknown");
    }

    private static String comesBack(MockHttpSession session, String email, boolean verified)
            throws Exception {
        var away =
                mvc.perform(get("/oauth2/authorization/school").session(session))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        var asked =
                UriComponentsBuilder.fromUriString(String.valueOf(away)).build().getQueryParams();
        provider.person(email, verified, decoded(asked.getFirst("nonce")));
        var back =
                mvc.perform(
                                get("/login/oauth2/code/school")
                                        .session(session)
                                        .queryParam("code", "c")
                                        .queryParam("state", decoded(asked.getFirst("state"))))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return String.valueOf(back);
    }

    private static String decoded(@Nullable String value) {
        return UriUtils.decode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
