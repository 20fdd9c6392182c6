package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Role;
import org.junit.jupiter.api.Test;

/// Over real connections, with a session that is open.
class LeaverTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Test
    void whoLeavesTheRegisterIsOutAtTheNextRequestOfAnOpenSession() throws Exception {
        try (var desk = TestDesk.withTrust(Map.of("handbell.sign-in.one-click", "true"));
                var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var head = desk.bean(People.class).holding(Role.HEAD).getFirst();
            take(browser, desk, head.personId());
            assertThat(open(browser, desk, "/queue").statusCode()).isEqualTo(200);

            desk.transaction()
                    .executeWithoutResult(_ ->
                            desk.bean(Members.class)
                                    .replace(
                                            desk.bean(People.class).holding(Role.OPERATOR).stream()
                                                    .map(p -> new Member(p, null, 8, null))
                                                    .toList()));

            for (var page : List.of("/queue", "/cases/ZZZZ-ZZ/evidence", "/accounts")) {
                var answer = open(browser, desk, page);
                assertThat(answer.statusCode()).as(page).isEqualTo(302);
                assertThat(answer.headers().firstValue("location").orElse(""))
                        .as(page)
                        .contains("/sign-in");
            }
        }
    }

    private static void take(HttpClient browser, TestDesk desk, String personId) throws Exception {
        var token = TOKEN.matcher(open(browser, desk, "/sign-in").body());
        assertThat(token.find()).isTrue();
        var form =
                "person=%s&_csrf=%s"
                        .formatted(
                                personId,
                                URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        browser.send(
                HttpRequest.newBuilder(at(desk, "/sign-in/as"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> open(HttpClient browser, TestDesk desk, String page)
            throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at(desk, page)).build(), BodyHandlers.ofString());
    }

    private static URI at(TestDesk desk, String page) {
        return URI.create("http://127.0.0.1:" + desk.port() + page);
    }
}
