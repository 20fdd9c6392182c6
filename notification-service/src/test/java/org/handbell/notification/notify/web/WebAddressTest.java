package org.handbell.notification.notify.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.fernhill.example/hooks/secret",
                "http://localhost:8065/hooks/secret",
                "http://127.0.0.1:8065/hooks/secret"
            })
    void anAddressOverTlsOrOnThisMachineIsTaken(String address) {
        assertThat(WebAddress.of("key", address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://chat.fernhill.example/hooks/secret",
                "ftp://chat.fernhill.example/secret",
                "https:///secret",
                "secret",
                "https://chat fernhill/secret"
            })
    void anyOtherIsRefusedByItsKeyAndNotQuoted(String address) {
        assertThatIllegalStateException()
                .isThrownBy(() -> WebAddress.of("handbell.push.server", address))
                .withMessageStartingWith("handbell.push.server")
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
