package org.handbell.operations.settings;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/// Stops the start on a variable `HANDBELL_…` or a property `-Dhandbell.…` that nothing reads: a
/// misspelt one would else leave the default in force without a word. Names in files and arguments
/// are refused where they are bound.
final class UnknownNames implements EnvironmentPostProcessor, Ordered {

    /// What Kubernetes itself puts into a container for each Service whose name begins so.
    private static final Pattern SERVICE_LINK =
            Pattern.compile(
                    ".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?");

    private static final Pattern LINKED = Pattern.compile("(tcp|udp)://.*");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var known = KnownNames.shipped();
        var unknown = new TreeMap<String, String>();
        named(environment, SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, "HANDBELL_")
                .forEach((name, value) -> {
                    if (!linked(name, value) && !known.holds(name)) {
                        unknown.put(name, variable(known.nearest(name)));
                    }
                });
        named(environment, SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, "handbell.")
                .forEach((name, _) -> {
                    if (!known.holds(name)) {
                        unknown.put("-D" + name, known.nearest(name));
                    }
                });
        if (!unknown.isEmpty()) {
            throw new UnknownSettingException(unknown);
        }
    }

    private static boolean linked(String name, Object value) {
        return SERVICE_LINK.matcher(name).matches()
                || (name.endsWith("_PORT") && LINKED.matcher(value.toString()).matches());
    }

    private static Map<String, Object> named(
            ConfigurableEnvironment environment, String source, String prefix) {
        var named = new TreeMap<String, Object>();
        if (environment.getPropertySources().get(source)
                instanceof EnumerablePropertySource<?> all) {
            for (var name : all.getPropertyNames()) {
                if (name.startsWith(prefix) && all.getProperty(name) instanceof Object value) {
                    named.put(name, value);
                }
            }
        }
        return named;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
