package org.handbell.cases;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// A desk with a provider, and the walk of a browser between them.
final class OpenIdDesk implements AutoCloseable {

    final TestIdentityProvider provider;
    final TestDesk desk;
    final MockMvc mvc;

    private OpenIdDesk(TestIdentityProvider provider, TestDesk desk) {
        this.provider = provider;
        this.desk = desk;
        this.mvc = desk.mvc();
    }

    /// @param settings in which `~` stands for the prefix of the trust's ids
    static OpenIdDesk start(Map<String, String> settings) throws Exception {
        var provider = new TestIdentityProvider();
        var all = new HashMap<>(provider.properties());
        all.putAll(settings);
        return new OpenIdDesk(provider, TestDesk.withTrust(all));
    }

    /// Where the browser is sent when it wants to sign in.
    String away(MockHttpSession session) throws Exception {
        return String.valueOf(
                mvc.perform(get("/oauth2/authorization/school").session(session))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    /// Goes to the provider as somebody, and says where the desk then sends the browser.
    String comesBack(MockHttpSession session, Map<String, Object> claims) throws Exception {
        var asked = parameters(away(session));
        var all = new HashMap<>(claims);
        all.putIfAbsent("nonce", decoded(asked.getFirst("nonce")));
        provider.person(all);
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

    /// Where the desk sends a browser that asks for a page; empty where it shows it.
    String sentTo(MockHttpSession session, String page) throws Exception {
        var to =
                mvc.perform(get(page).session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return to == null ? "" : to;
    }

    static MultiValueMap<String, String> parameters(String address) {
        return UriComponentsBuilder.fromUriString(address).build().getQueryParams();
    }

    static String decoded(@Nullable String value) {
        return UriUtils.decode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        desk.close();
        provider.close();
    }
}
