package org.handbell.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PoolSpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT",
                "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT"
            })
    void theTimeoutOfThePoolMayBeSpeltApart(String name) {
        try (var context =
                new SpringApplicationBuilder(Pool.class)
                        .environment(environment(Map.of(name, "4321")))
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                                "--spring.datasource.hikari.maximum-pool-size=3")) {
            var pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getConnectionTimeout()).isEqualTo(4321);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
        }
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        return environment;
    }

    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static final class Pool {}
}
