package org.handbell.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.operations.settings.KnownNames;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// Holds the list of known names against what the four services really bind and refer to.
class KnownNamesTest {

    private static final List<String> SERVICES =
            List.of("ingest-service", "analysis-service", "case-service", "notification-service");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(HANDBELL_\\w+|handbell\\.[a-z0-9.-]+)");

    private final KnownNames known = KnownNames.shipped();

    @Test
    void theListHasEveryNameThatARecordBindsInOrderAndNoOther() {
        assertThat(bound()).hasSizeGreaterThan(50).containsExactlyElementsOf(known.bound());
    }

    @Test
    void everyNameThatASettingsFileRefersToIsOnTheList() {
        var referred =
                SERVICES.stream()
                        .flatMap(service -> PLACEHOLDER.matcher(file(service)).results())
                        .map(match -> match.group(1))
                        .toList();
        assertThat(referred).hasSizeGreaterThan(8).allMatch(known::holds);
    }

    private static TreeSet<String> bound() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var names = new TreeSet<String>();
        for (var candidate : scanner.findCandidateComponents("org.handbell")) {
            var type =
                    ClassUtils.resolveClassName(
                            Objects.requireNonNull(candidate.getBeanClassName()), null);
            var prefix = type.getAnnotation(ConfigurationProperties.class);
            names(type, prefix.value().isEmpty() ? prefix.prefix() : prefix.value())
                    .forEach(names::add);
        }
        return names;
    }

    private static Stream<String> names(Class<?> type, String prefix) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> names(component, prefix + "." + kebab(component.getName())));
    }

    private static Stream<String> names(RecordComponent component, String name) {
        var type = component.getType();
        if (type.isRecord()) {
            return names(type, name);
        }
        return Stream.of(
                List.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
                        ? name + "*"
                        : name);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String file(String service) {
        try (var file = KnownNamesTest.class.getResourceAsStream("/" + service + ".yml")) {
            return new String(
                    Objects.requireNonNull(file, service).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
