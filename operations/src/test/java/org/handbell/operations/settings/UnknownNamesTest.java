package org.handbell.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class UnknownNamesTest {

    @ParameterizedTest
    @CsvSource({
        "HANDBELL_INGEST_POLL_FASTESD, HANDBELL_INGEST_POLL_FASTEST",
        "HANDBELL_HASHKEYFIEL, HANDBELL_HASHKEYFILE",
        "HANDBELL_SIGNIN_LOCL, HANDBELL_SIGNIN_LOCAL",
        "HANDBELL_MIAL_FROM, HANDBELL_MAIL_FROM",
    })
    void aMisspeltVariableStopsTheStartAndTheNearestNameIsSaid(
            String misspelt, String meant, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(misspelt, "1"), Map.of()))
                .isInstanceOf(UnknownSettingException.class)
                .hasMessageContaining(misspelt + " is read by nothing; did you mean " + meant);
        assertThat(output).contains("APPLICATION FAILED TO START", misspelt, "Action:");
    }

    @Test
    void aMisspeltPropertyOfTheMachineStopsTheStartToo() {
        assertThatThrownBy(() -> start(Map.of(), Map.of("handbell.mail.form", "a@b.example")))
                .hasMessageContaining("-Dhandbell.mail.form is read by nothing")
                .hasMessageContaining("handbell.mail.from?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HANDBELL_HASHKEYFILE",
                "HANDBELL_HASH_KEY_FILE",
                "HANDBELL_SIGNIN_ONECLICK",
                "HANDBELL_SIGN_IN_ONE_CLICK",
                "HANDBELL_INGEST_HTTP_ALLOWEDPRIVATE_0",
                "HANDBELL_DATA",
                "HANDBELL_JVMS",
                "HANDBELL_E2E_CACHE",
                "HANDBELL_CASE_SERVICE_HOST",
                "HANDBELL_CASE_SERVICE_PORT_HTTP",
                "HANDBELL_CASE_PORT_8080_TCP_ADDR",
                "OTHER_THINGS",
            })
    void whatSomePartReadsInAnySpellingIsTaken(String name) {
        assertThatCode(() -> start(Map.of(name, "1"), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void aPortOfKubernetesIsNoSettingButAPortOfOurOwnWouldBe() {
        assertThatCode(() -> start(Map.of("HANDBELL_CASE_PORT", "tcp://10.0.0.7:80"), Map.of()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> start(Map.of("HANDBELL_CASE_PORT", "80"), Map.of()))
                .hasMessageContaining("HANDBELL_CASE_PORT is read by nothing");
    }

    private static void start(Map<String, Object> variables, Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, properties));
        new SpringApplicationBuilder(Empty.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .run()
                .close();
    }

    static final class Empty {}
}
