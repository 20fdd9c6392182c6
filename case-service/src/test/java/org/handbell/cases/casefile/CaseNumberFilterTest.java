package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CaseNumberFilterTest {

    private final List<@Nullable String> within = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"/cases/4K7P-XM", "/cases/4k7p-xm/decision"})
    void whatIsLoggedForAPageOfACaseCarriesItsNumberAndNothingDoesAfterwards(String path)
            throws Exception {
        ask(path);
        assertThat(within).containsExactly("4K7P-XM");
        assertThat(MDC.get("case")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/peregrine-larkspur", "/cases/", "/queue", "/accounts/4K7P-XM"})
    void whatIsNoNumberOfACaseIsNotWritten(String path) throws Exception {
        ask(path);
        assertThat(within).hasSize(1).containsOnlyNulls();
    }

    @Test
    void theNumberIsTakenAwayWhereAPageFailsToo() {
        var request = new MockHttpServletRequest("GET", "/cases/4K7P-XM");
        assertThatThrownBy(() ->
                        new CaseNumberFilter()
                                .doFilter(
                                        request,
                                        new MockHttpServletResponse(),
                                        (_, _) -> {
                                            throw new IllegalStateException("failed");
                                        }))
                .hasMessage("failed");
        assertThat(MDC.get("case")).isNull();
    }

    private void ask(String path) throws Exception {
        new CaseNumberFilter()
                .doFilter(
                        new MockHttpServletRequest("GET", path),
                        new MockHttpServletResponse(),
                        (_, _) -> within.add(MDC.get("case")));
    }
}
