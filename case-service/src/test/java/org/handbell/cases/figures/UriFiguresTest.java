package org.handbell.cases.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.handbell.cases.DeskTest;
import org.handbell.cases.signin.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;

class UriFiguresTest extends DeskTest {

    @Autowired private WebApplicationContext context;
    @Autowired private MeterRegistry registry;
    @Autowired private FilterRegistrationBean<ServerHttpObservationFilter> observation;

    @Test
    void theFiguresOfRequestsKnowTemplatesAndNoCaseAndNoPerson() throws Exception {
        var mvc =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(Objects.requireNonNull(observation.getFilter()))
                        .apply(springSecurity())
                        .build();
        ask(mvc, "/cases/4K7P-XM");
        ask(mvc, "/accounts");
        ask(mvc, "/ola.winterbourne/secret");

        var uris =
                registry.find("http.server.requests").timers().stream()
                        .map(timer -> timer.getId().getTag("uri"))
                        .toList();
        assertThat(uris).contains("/cases/{reference}", "/accounts");
        assertThat(uris)
                .isNotEmpty()
                .noneMatch(uri -> uri.contains("4K7P") || uri.contains("winterbourne"));
    }

    private static void ask(MockMvc mvc, String path) throws Exception {
        var at = new SignedIn("head", "Invented head", HEAD.role(), ACADEMY);
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        mvc.perform(get(path).with(authentication(place)));
    }
}
