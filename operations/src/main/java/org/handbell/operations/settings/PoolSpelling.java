package org.handbell.operations.settings;

import java.util.LinkedHashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// Takes `SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT` for what it means. Spring Boot reads it as
/// `connection.timeout`, asks the pool for its property `connection`, and so opens the pool before
/// it is set up ("sealed"). Its own spelling is without the second underscore.
final class PoolSpelling implements EnvironmentPostProcessor, Ordered {

    private static final String SPELT_APART = "SPRING_DATASOURCE_HIKARI_CONNECTION_";
    private static final String SPELT_TOGETHER = "SPRING_DATASOURCE_HIKARI_CONNECTION";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        if (sources.get(name) instanceof SystemEnvironmentPropertySource variables) {
            var spelt = new LinkedHashMap<String, Object>();
            variables.getSource().forEach((key, value) -> spelt.put(together(key), value));
            if (!spelt.keySet().equals(variables.getSource().keySet())) {
                sources.replace(name, new SystemEnvironmentPropertySource(name, spelt));
            }
        }
    }

    private static String together(String name) {
        return name.startsWith(SPELT_APART)
                ? SPELT_TOGETHER + name.substring(SPELT_APART.length()).replace("_", "")
                : name;
    }

    /// Before Spring Boot reads the variables.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
